import { nearest } from '../../../../../formats/text/nearest';
import { defineRule, type TextChange } from '../../../diagnostics/rule';
import { insertAfter } from '../insertions';
import { blocksOf, nameOf, runBlock, valueOf, type Block, type BlueConfigTree } from '../tree';

export const stimulusNotInjected = defineRule<BlueConfigTree>({
  code: 'BC402',
  title: 'stimulus not injected',
  level: 'warning',
  category: 'reference',
  documentation: `
A \`Stimulus\` block describes a current, a voltage or spikes; only a \`StimulusInject\` block brings it to cells. A
stimulus that none injects has no effect, and no reader says so. Blocks that a comment above their brace switches off
do not count.
`,
  examples: {
    good: [
      `
      Stimulus hypamp
      {
          Pattern Hyperpolarizing
      }
      StimulusInject hypamp
      {
          Stimulus hypamp
          Target Mosaic
      }
      `,
    ],
    bad: [
      `
      Stimulus hypamp
      ^^^^^^^^^^^^^^^ never injected
      {
          Pattern Hyperpolarizing
      }
      `,
      `
      Stimulus depol
      ^^^^^^^^^^^^^^ switched off
      {
          Pattern Noise
      }
      #StimulusInject everywhere
      {
          Stimulus depol
          Target Mosaic
      }
      `,
    ],
  },
  check({ tree, text, facts, report }) {
    const defined = facts.definitions.filter(({ kind }) => kind === 'stimulus').map(({ name }) => name);
    // Blocks of a mistyped section count: it is the type that is wrong then.
    const injected = new Set(tree.blocks.flatMap((block) => valueOf(block, 'Stimulus')?.text ?? []));
    const names = new Set(defined);
    for (const name of [...injected]) {
      const meant = names.has(name) ? undefined : nearest(name, names);
      if (meant !== undefined) injected.add(meant);
    }
    const offBlocks = tree.disabled.filter(({ header }) => header?.startsWith('StimulusInject '));
    for (const block of blocksOf(tree, 'Stimulus')) {
      const name = nameOf(block)?.text;
      if (name === undefined || injected.has(name)) continue;
      injected.add(name);
      const off = offBlocks.find(({ open, end }) => injects(text.slice(open.end, end), name));
      const related = off && [
        { span: off.comment, message: 'This block would inject it, but the comment switches it off' },
      ];
      report({
        span: block.header,
        message: off
          ? `Stimulus \`${name}\` is never injected, so it has no effect: the block that would inject it is switched off.`
          : `Stimulus \`${name}\` is never injected, so it has no effect. Add a \`StimulusInject\` block for it.`,
        ...(related && { related }),
        fixes: () => [
          { title: `Create a \`StimulusInject\` for \`${name}\``, changes: [injection(tree, text, block, name)] },
        ],
      });
    }
  },
});

function injects(body: string, name: string): boolean {
  return body.split(/\r\n|\n|\r/).some((line) => {
    const [key, value] = line.trim().split(/\s+/, 2);
    return key === 'Stimulus' && value === name;
  });
}

function injection(tree: BlueConfigTree, text: string, block: Block, name: string): TextChange {
  const run = runBlock(tree);
  const target = (run && valueOf(run, 'CircuitTarget')?.text) ?? 'Mosaic';
  return insertAfter(text, block, `StimulusInject ${name}`, [`Stimulus ${name}`, `Target ${target}`]);
}
