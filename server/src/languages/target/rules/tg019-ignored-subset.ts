import { ROW_TRAIT } from '../../../../../formats/target/rows';
import { quoted } from '../../../diagnostics/wording';
import { defineRule } from '../../../diagnostics/rule';
import { removal } from '../edits';
import { definedThere, targetFinder } from '../lookup';
import { forEachRow } from '../places';
import { placedSpan, type TargetTree } from '../tree';

export const ignoredSubset = defineRule<TargetTree>({
  code: 'TG019',
  title: 'subset that is ignored',
  level: 'warning',
  category: 'value',
  documentation: `
A Section target says itself which sections it means. A subset word after its name in a Compartment target is ignored,
without a message.
`,
  examples: {
    good: [
      `
      Target Section Axons
      {
          a1 axon
      }
      Target Compartment Sites
      {
          Axons 0.5
          a1 soma
      }
      `,
    ],
    bad: [
      `
      Target Section Axons
      {
          a1 axon
      }
      Target Compartment Sites
      {
          Axons soma 0.5
      #         ^^^^ ignored
      }
      `,
    ],
  },
  check(context) {
    const find = targetFinder(context.scopes);
    forEachRow(context, ROW_TRAIT.named | ROW_TRAIT.subset, ({ member, subsets: [subset] }, target) => {
      if (target.targetType !== 'Compartment' || !subset) return;
      const definition = find(member.text);
      if (definition?.content?.type !== 'Section') return;
      const span = placedSpan(target, subset);
      context.reportAt(span, () => ({
        message: `${quoted(subset.text)} is ignored: ${quoted(member.text)} is a Section target and has subsets of its own.`,
        tags: ['unnecessary'],
        related: [definedThere(definition)],
        fixes: () => [
          { title: 'Remove the subset', changes: [removal(context.text, span)], preferred: true, safe: true },
        ],
      }));
    });
  },
});
