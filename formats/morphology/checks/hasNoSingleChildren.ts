import { childCount, childrenOf, topologyOf } from '../topology';
import { defineCheck } from './check';

export const hasNoSingleChildren = defineCheck({
  neuromName: 'has_no_single_children',
  title: 'only child',
  shipped: false,
  criterion: 'no section has exactly one child',
  // SWC has no such sections, and of those in ASC the reader says so (`morph/only-child`).
  formats: ['h5'],
  impliedBy: ['morph/only-child'],
  documentation: 'A section goes on as another one without a fork. NeuroM has the same check as `has_unifurcation`.',
  run: ({ sections }, report) => {
    const topology = topologyOf(sections);
    for (let section = 0; section < sections.count; section++) {
      if (childCount(topology, section) !== 1) continue;
      report(
        { section, point: (sections.offsets[section + 1] ?? 0) - 1 },
        () => `Section ${section} has one child only, section ${childrenOf(topology, section)[0] ?? 0}: join them.`,
      );
    }
  },
});
