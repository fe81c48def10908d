import { MAXIMUM_GID } from '../../../../../formats/target/model';
import { quoted } from '../../../diagnostics/wording';
import { defineRule } from '../../../diagnostics/rule';
import { countedPlace, oddities } from '../places';
import type { TargetTree } from '../tree';

export const gidOutOfRange = defineRule<TargetTree>({
  code: 'TG010',
  title: 'gid out of range',
  level: 'error',
  category: 'value',
  documentation: `
Cells are counted from 1 in target files; in SONATA files the same cell has the id gid − 1. \`a0\` is no cell in a
simulation, and analysis tools make −1 of it, which is the **last** cell in Python. \`a0\` is most often a sign of ids
taken from a SONATA file as they are: then all gids of the target are too small by one. Gids go up to 4294967295.
`,
  examples: {
    good: [
      `
      Target Cell First
      {
          a1 a4294967295
      }
      `,
    ],
    bad: [
      `
      Target Cell First
      {
          a0 a1 a-5
      #   ^^ add 1 to each
      #         ^^^ start at 1
          a4294967296
      #   ^^^^^^^^^^^ 4294967295
      }
      `,
    ],
  },
  check({ text, tree, report }) {
    for (const target of tree.targets) {
      for (const place of oddities(target, 'gid-below-one')) {
        const word = text.slice(place.start, place.end);
        // Ids that are too small by one are never negative.
        const advice = word.startsWith('a-') ? '' : ' For SONATA node ids, which start at 0, add 1 to each.';
        report({ ...countedPlace(place), message: `${quoted(word)} is no cell: gids start at 1.${advice}` });
      }
      for (const place of oddities(target, 'gid-too-large')) {
        const word = text.slice(place.start, place.end);
        report({ ...countedPlace(place), message: `${quoted(word)} is no cell: gids go up to ${MAXIMUM_GID}.` });
      }
    }
  },
});
