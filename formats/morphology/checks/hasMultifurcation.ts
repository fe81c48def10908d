import { childCount, topologyOf } from '../topology';
import { defineCheck } from './check';

const MOST = 3;

export const hasMultifurcation = defineCheck({
  neuromName: 'has_multifurcation',
  title: 'more than three branches',
  shipped: false,
  criterion: 'no section has more than three children',
  documentation:
    'A section splits into more than three: mostly branches that were joined by mistake. NeuroM’s name says the opposite of what it tests.',
  examples: {
    good: [{ format: 'swc', text: `1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n4 3 1 9 0 1 2\n` }],
    bad: [
      {
        format: 'swc',
        text: `1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n^^^^^^^^^^^^^\n3 3 0 9 0 1 2\n4 3 1 9 0 1 2\n5 3 2 9 0 1 2\n6 3 3 9 0 1 2\n`,
      },
    ],
  },
  run: ({ sections }, report) => {
    const topology = topologyOf(sections);
    for (let section = 0; section < sections.count; section++) {
      const children = childCount(topology, section);
      if (children <= MOST) continue;
      report(
        { section, point: (sections.offsets[section + 1] ?? 0) - 1 },
        () => `Section ${section} splits into ${children} here; expected at most ${MOST}.`,
      );
    }
  },
});
