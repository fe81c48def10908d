import { defineRule } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { sectionSchema } from '../schema';
import { suggester } from '../suggestions';
import { nameOf, type BlueConfigTree } from '../tree';

export const unknownElectrode = defineRule<BlueConfigTree>({
  code: 'BC405',
  title: 'unknown electrode',
  level: 'error',
  category: 'reference',
  documentation: `
\`Electrode\` in a report or a stimulus is the name of an \`Electrode\` block of the same file. The simulator does not check
it: an unknown name gives it no electrode to work with, and it fails or records nothing.
`,
  examples: {
    good: [
      `
      Electrode probe
      {
          File probe.h5
      }
      Report lfp
      {
          Electrode probe
      }
      `,
    ],
    bad: [
      `
      Electrode probe
      {
          File probe.h5
      }
      Report lfp
      {
          Electrode prob
      #             ^^^^ Did you mean \`probe\`
      }
      `,
      `
      Stimulus field
      {
          Mode Extracellular
          Electrode wire
      #             ^^^^
      }
      `,
    ],
  },
  check({ tree, facts, report }) {
    const known = new Set(facts.definitions.filter(({ kind }) => kind === 'electrode').map(({ name }) => name));
    // A block of a mistyped section may well be the electrode: the type is what is wrong then.
    const mistyped = new Set(
      tree.blocks.filter((block) => !sectionSchema(block.header.type.text)).map((block) => nameOf(block)?.text),
    );
    const suggest = suggester(() => known);
    for (const { kind, name, span } of facts.references) {
      if (kind !== 'electrode' || known.has(name) || mistyped.has(name)) continue;
      const suggestion = suggest(name);
      report({
        span,
        message: `There is no ${quoted(`Electrode ${name}`)} block in this file. ${suggestion ? `Did you mean ${quoted(suggestion)}?` : 'Define it, or name one that is.'}`,
        fixes: () =>
          suggestion
            ? [{ title: `Change to ${quoted(suggestion)}`, changes: [{ span, newText: suggestion }], preferred: true }]
            : [],
      });
    }
  },
});
