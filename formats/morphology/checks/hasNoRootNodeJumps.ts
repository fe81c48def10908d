import { somaGeometry } from '../measures/soma';
import { topologyOf } from '../topology';
import { defineCheck } from './check';
import { distance, micrometres, pointOf } from '../geometry';

export const hasNoRootNodeJumps = defineCheck({
  neuromName: 'has_no_root_node_jumps',
  title: 'neurite far from the soma',
  shipped: false,
  criterion: 'every neurite begins within two radii of the soma’s centre',
  documentation:
    'A neurite begins farther from the centre of the soma than twice its radius: perhaps the tracing does not belong to this cell.',
  examples: {
    good: [{ format: 'swc', text: `1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n` }],
    bad: [{ format: 'swc', text: `1 1 0 0 0 5 -1\n2 3 0 50 0 1 1\n^^^^^^^^^^^^^^\n3 3 0 59 0 1 2\n` }],
  },
  run: ({ sections, points, soma }, report) => {
    const { center, radius } = somaGeometry(soma);
    if (!center) return;
    for (const section of topologyOf(sections).roots) {
      const point = sections.offsets[section] ?? 0;
      const away = distance(pointOf(points, point), center);
      if (away > 2 * radius) {
        report(
          { section, point },
          () =>
            `This neurite begins ${micrometres(away)} from the soma’s centre; expected at most ${micrometres(2 * radius)}, two of its radii.`,
        );
      }
    }
  },
});
