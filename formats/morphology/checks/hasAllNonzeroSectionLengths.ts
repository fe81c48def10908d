import { defineCheck } from './check';
import { micrometres, sectionLength } from '../geometry';

/** µm; NeuroM's default is 0, its shipped configuration says 0.01. */
const THRESHOLD = 0.01;

export const hasAllNonzeroSectionLengths = defineCheck({
  neuromName: 'has_all_nonzero_section_lengths',
  title: 'section without length',
  shipped: true,
  criterion: 'every section is longer than 0.01 µm',
  documentation: 'A section is no longer than 0.01 µm, or has only one point.',
  examples: {
    good: [{ format: 'swc', text: `1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n` }],
    bad: [{ format: 'swc', text: `1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n^^^^^^^^^^^^^\n` }],
  },
  run: (morphology, report) => {
    const { offsets, count } = morphology.sections;
    for (let section = 0; section < count; section++) {
      const length = sectionLength(morphology, section);
      if (length > THRESHOLD) continue;
      const last = (offsets[section + 1] ?? 0) - 1;
      report(
        { section, point: last },
        () =>
          `Section ${section} is ${micrometres(length)} long; expected more than ${THRESHOLD} µm: remove it or trace it on.`,
      );
    }
  },
});
