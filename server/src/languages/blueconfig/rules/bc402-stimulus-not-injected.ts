import { lineEnd } from '../../../../../formats/text/layout';
import { defineRule, type Fix, type TextChange } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { insertAfter } from '../insertions';
import { removeBlock } from '../lineEdits';
import { suggester } from '../suggestions';
import {
  blocksOf,
  nameOf,
  runBlock,
  valueOf,
  type Block,
  type BlueConfigTree,
  type DisabledBlock,
  type Value,
} from '../tree';

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
    const injected = new Set(tree.blocks.flatMap((block) => injectedBy(valueOf(block, 'Stimulus'))));
    const names = new Set(defined);
    const suggest = suggester(() => names);
    for (const name of [...injected]) {
      const meant = names.has(name) ? undefined : suggest(name);
      if (meant !== undefined) injected.add(meant);
    }
    const switchedOff = switchedOffInjections(tree, text);
    for (const block of blocksOf(tree, 'Stimulus')) {
      const name = nameOf(block)?.text;
      if (name === undefined || injected.has(name)) continue;
      injected.add(name);
      const off = switchedOff.get(name);
      const related = off && [
        { span: off.comment, message: 'This block would inject it, but the comment switches it off' },
      ];
      report({
        span: block.header,
        message: off
          ? `Stimulus ${quoted(name)} is never injected, so it has no effect: the block that would inject it is switched off.`
          : `Stimulus ${quoted(name)} is never injected, so it has no effect. Add a \`StimulusInject\` block for it.`,
        ...(related && { related }),
        fixes: () => [
          { title: `Create a \`StimulusInject\` for ${quoted(name)}`, changes: [injection(tree, text, block, name)] },
          ...deletion(text, block),
        ],
      });
    }
  },
});

/** A brace at the wrong place is a mistake of its own: the name is clear all the same. */
function injectedBy(value: Value | undefined): readonly string[] {
  return value ? [value.text.replace(/[{}]/g, '').trim()] : [];
}

/** The first block that a comment switches off for each stimulus that it would inject. */
function switchedOffInjections(tree: BlueConfigTree, text: string): ReadonlyMap<string, DisabledBlock> {
  const found = new Map<string, DisabledBlock>();
  for (const block of tree.disabled) {
    if (!block.header?.startsWith('StimulusInject ')) continue;
    for (const [, name = ''] of text.slice(block.open.end, block.end).matchAll(/^[ \t]*Stimulus[ \t]+(\S+)/gm)) {
      if (!found.has(name)) found.set(name, block);
    }
  }
  return found;
}

/** Not where something else stands in its last line. */
function deletion(text: string, block: Block): readonly Fix[] {
  const { close } = block;
  if (!close || !/^[ \t]*(#.*)?$/.test(text.slice(close.end, lineEnd(text, close.end)))) return [];
  return [
    {
      title: `Delete the block ${quoted(`Stimulus ${nameOf(block)?.text ?? ''}`)}`,
      changes: [removeBlock(text, block)],
    },
  ];
}

function injection(tree: BlueConfigTree, text: string, block: Block, name: string): TextChange {
  const run = runBlock(tree);
  const target = (run && valueOf(run, 'CircuitTarget')?.text) ?? 'Mosaic';
  return insertAfter(text, block, `StimulusInject ${name}`, [`Stimulus ${name}`, `Target ${target}`]);
}
