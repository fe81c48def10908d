import { ROW_TRAIT } from '../../../../../formats/target/rows';
import { quoted } from '../../../diagnostics/wording';
import { defineRule } from '../../../diagnostics/rule';
import { definedThere, targetFinder } from '../lookup';
import { forEachRow } from '../places';
import { TARGET_TYPE_SCHEMAS } from '../schema';
import { placedSpan, type TargetTree } from '../tree';

export const skippedNesting = defineRule<TargetTree>({
  code: 'TG018',
  title: 'member of a type that is skipped',
  level: 'warning',
  category: 'reference',
  documentation: `
A Compartment target may be made of cells, Cell targets and Section targets; a Section target of cells and Cell targets.
Members of other types are skipped by neurodamus, which prints a warning. bluepy takes their cells.
`,
  examples: {
    good: [
      `
      Target Cell Small
      {
          a1
      }
      Target Section Axons
      {
          Small axon
      }
      Target Compartment Sites
      {
          Axons
          Small soma
      }
      Target Cell Everything
      {
          Sites Axons
      }
      `,
    ],
    bad: [
      `
      Target Compartment Somata
      {
          a1 soma
      }
      Target Section Axons
      {
          a1 axon
          Somata
      #   ^^^^^^ Compartment target
      }
      Target Compartment Sites
      {
          Somata
      #   ^^^^^^ Compartment target
      }
      Target Section More_Axons
      {
          Axons
      #   ^^^^^ Section target
      }
      `,
    ],
  },
  check(context) {
    const find = targetFinder(context.scopes);
    forEachRow(context, ROW_TRAIT.named, ({ member }, target) => {
      const definition = find(member.text);
      const { nests } = TARGET_TYPE_SCHEMAS[target.targetType];
      const type = definition?.content?.type;
      if (!definition || !type || nests.includes(type)) return;
      // A target within itself is a circle, and that is the mistake.
      if (definition.name === target.name?.text) return;
      context.reportAt(placedSpan(target, member), () => {
        const taken = ['cells', ...nests.map((each) => `${each} targets`)];
        return {
          message: `${quoted(member.text)} is a ${type} target: neurodamus skips it in a ${target.targetType} target, which takes ${taken.slice(0, -1).join(', ')} and ${taken.at(-1) ?? ''} only.`,
          related: [definedThere(definition)],
        };
      });
    });
  },
});
