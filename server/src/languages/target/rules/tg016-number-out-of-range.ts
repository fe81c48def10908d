import type { TargetType } from '../../../../../formats/target/model';
import { quoted } from '../../../diagnostics/wording';
import { defineRule } from '../../../diagnostics/rule';
import { targetsWithLines } from '../places';
import { placedSpan, type TargetTree } from '../tree';

export const numberOutOfRange = defineRule<TargetTree>({
  code: 'TG016',
  title: 'position or index out of range',
  level: 'error',
  category: 'value',
  documentation: `
The numbers of a **Compartment** target are positions along each section, from 0 (its start) to 1 (its end). Those of a
**Section** target are indices of sections within the subset: whole numbers from 0. neurodamus finds out only when it
places the points, after the cells are loaded.
`,
  examples: {
    good: [
      `
      Target Compartment Middle
      {
          a1 dend 0 0.5 1.0
      }
      Target Section Third
      {
          a1 dend 2 3
      }
      Target Synapse Spines
      {
          a1 17 18
      }
      `,
    ],
    bad: [
      `
      Target Compartment Middle
      {
          a1 dend 1.5 -0.1
      #           ^^^ between 0 and 1
      #               ^^^^ between 0 and 1
      }
      Target Section Third
      {
          a1 dend 0.5
      #           ^^^ index
      }
      `,
    ],
  },
  check(context) {
    for (const target of targetsWithLines(context)) {
      target.body.rows.forEachValue((value, start, end) => {
        const problem = problemOf(target.targetType, value);
        if (problem === undefined) return;
        const span = placedSpan(target, { start, end });
        context.reportAt(span, () => ({ message: `${quoted(context.text.slice(span.start, span.end))} ${problem}` }));
      });
    }
  },
});

function problemOf(type: TargetType, value: number): string | undefined {
  if (type === 'Compartment') {
    return value >= 0 && value <= 1 ? undefined : 'is no position on a section: positions lie between 0 and 1.';
  }
  return Number.isInteger(value) && value >= 0
    ? undefined
    : 'is no index of a section: indices are whole numbers from 0. Positions belong in a Compartment target.';
}
