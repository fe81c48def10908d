import type { Word } from '../../../../../formats/text/span';
import { defineRule, type Fix } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { insertBefore } from '../insertions';
import { patternSchema, patternSnippet, sectionSchema } from '../schema';
import { suggester } from '../suggestions';
import { blockAt, blocksOf, nameOf, type BlueConfigTree } from '../tree';

/** The least of a stimulus: without an amplitude it does nothing until somebody gives it one. */
const NEW_PATTERN = 'Linear';

export const unknownStimulus = defineRule<BlueConfigTree>({
  code: 'BC401',
  title: 'unknown stimulus',
  level: 'error',
  category: 'reference',
  documentation: `
A \`StimulusInject\` block names the \`Stimulus\` block that it applies. Where no block has this name, the simulation
ends with an error, and analysis tools fail when they look the stimulus up. Names are compared with regard to case. A
block that a comment above its brace switches off does not count.
`,
  examples: {
    good: [
      `
      Stimulus hypamp
      {
          Pattern Hyperpolarizing
      }
      StimulusInject everywhere
      {
          Stimulus hypamp
      }
      `,
    ],
    bad: [
      `
      Stimulus hypamp
      {
          Pattern Hyperpolarizing
      }
      StimulusInject everywhere
      {
          Stimulus hypAmp
      #            ^^^^^^ Did you mean \`hypamp\`
      }
      `,
      `
      #Stimulus depol
      {
          Pattern Noise
      }
      StimulusInject everywhere
      {
          Stimulus depol
      #            ^^^^^ switched off
      }
      `,
    ],
  },
  check({ tree, text, facts, report }) {
    const known = new Set(facts.definitions.filter(({ kind }) => kind === 'stimulus').map(({ name }) => name));
    // A block of a mistyped section may well be the stimulus: the type is what is wrong then.
    const mistyped = new Set(
      tree.blocks.filter((block) => !sectionSchema(block.header.type.text)).map((block) => nameOf(block)?.text),
    );
    const suggest = suggester(() => known);
    const disabled = new Set(tree.disabled.map(({ header }) => header));
    for (const { kind, name, span } of facts.references) {
      if (kind !== 'stimulus' || known.has(name) || mistyped.has(name)) continue;
      const suggestion = suggest(name);
      const isOff = disabled.has(`Stimulus ${name}`);
      const hint = isOff
        ? 'Its block is switched off by the comment above the brace.'
        : suggestion
          ? `Did you mean ${quoted(suggestion)}?`
          : 'Define it, or name one that is.';
      report({
        span,
        message: `There is no ${quoted(`Stimulus ${name}`)} block in this file. ${hint}`,
        fixes: () => [
          ...(suggestion
            ? [{ title: `Change to ${quoted(suggestion)}`, changes: [{ span, newText: suggestion }], preferred: true }]
            : []),
          ...(isOff ? [] : creation(tree, text, { ...span, text: name })),
        ],
      });
    }
  },
});

function creation(tree: BlueConfigTree, text: string, use: Word): Fix[] {
  const inject = blockAt(tree, use.start);
  const pattern = patternSchema(NEW_PATTERN);
  if (!inject || !pattern) return [];
  const entries = filledIn(patternSnippet(pattern))
    .split('\n')
    .slice(2, -1)
    .map((entry) => entry.trim());
  const above = blocksOf(tree, 'StimulusInject')[0] ?? inject;
  const change = insertBefore(text, above.start < inject.start ? above : inject, `Stimulus ${use.text}`, entries);
  return [{ title: `Create ${quoted(`Stimulus ${use.text}`)}`, changes: [change] }];
}

/** A snippet with the values that it proposes. */
function filledIn(snippet: string): string {
  return snippet.replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1').replace(/\$\{\d+:([^}]*)\}/g, '$1');
}
