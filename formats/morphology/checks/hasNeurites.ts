import { APICAL_DENDRITE, AXON, BASAL_DENDRITE, sectionTypeTitle } from '../sectionTypes';
import { topologyOf } from '../topology';
import { defineCheck, type Check } from './check';

/** One check a type; NeuroM's minimum is one neurite. */
function hasNeurite(neuromName: string, type: number): Check {
  const title = sectionTypeTitle(type);
  return defineCheck({
    neuromName,
    title: `no ${title}`,
    needsNeurites: true,
    shipped: true,
    // Half of all reconstructions have no apical dendrite, and nothing is wrong with them.
    level: 'hint',
    criterion: `at least one neurite is an ${title}`.replace('an basal', 'a basal'),
    documentation: `No root section is of type ${type} (${title}). A reconstruction of a part of a cell may well lack one.`,
    examples: {
      good: [{ format: 'swc', text: `1 1 0 0 0 5 -1\n2 ${type} 0 5 0 1 1\n3 ${type} 0 9 0 1 2\n` }],
      bad: [{ format: 'swc', text: `1 1 0 0 0 5 -1\n^^^^^^^^^^^^^^\n2 7 0 5 0 1 1\n3 7 0 9 0 1 2\n` }],
    },
    run: ({ sections }, report) => {
      const { roots } = topologyOf(sections);
      if (!roots.some((root) => sections.types[root] === type)) {
        report({}, () => `There is no ${title}: no neurite is of type ${type}.`);
      }
    },
  });
}

export const hasAxon = hasNeurite('has_axon', AXON);
export const hasBasalDendrite = hasNeurite('has_basal_dendrite', BASAL_DENDRITE);
export const hasApicalDendrite = hasNeurite('has_apical_dendrite', APICAL_DENDRITE);
