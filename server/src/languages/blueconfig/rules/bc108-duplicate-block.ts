import { LineIndex } from '../../../../../formats/text/lines';
import { defineRule } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { freeName } from '../blockNames';
import { sectionSchema } from '../schema';
import { nameOf, type Block, type BlueConfigTree } from '../tree';

export const duplicateBlock = defineRule<BlueConfigTree>({
  code: 'BC108',
  title: 'duplicate block',
  level: 'warning',
  category: 'value',
  documentation: `Two blocks of one type have the same name.

For stimuli this is an error: neurodamus stops, because an injection would not know which one is meant. Elsewhere the readers disagree: neurodamus applies both where it goes through all blocks and takes the first where it looks one up; Brion merges their keys into one block. \`Stimulus\` and \`StimulusInject\` may share a name, and often do.`,
  examples: {
    good: [
      `
      Stimulus hypamp
      {
      }

      StimulusInject hypamp
      {
      }
      `,
    ],
    bad: [
      `
      Stimulus hypamp
      {
      }

      Stimulus hypamp
               ^^^^^^ line 1
      {
      }
      `,
      `
      Report soma
      {
      }

      Report soma
             ^^^^ Brion
      {
      }
      `,
    ],
  },
  check({ tree, text, report }) {
    let lines: LineIndex | undefined;
    const seen = new Map<string, Block>();
    for (const block of tree.blocks) {
      const type = block.header.type.text;
      const section = sectionSchema(type);
      const name = nameOf(block);
      if (!section || section.singleton || !name || block.header.names.length > 1) continue;
      const key = `${type} ${name.text}`;
      const first = seen.get(key);
      if (!first) {
        seen.set(key, block);
        continue;
      }
      lines ??= new LineIndex(text);
      const line = lines.lineOf(first.start) + 1;
      const cost = section.uniqueNames
        ? 'neurodamus refuses the file'
        : 'neurodamus uses both or the first, Brion merges them into one';
      report({
        span: name,
        message: `Duplicate block ${quoted(key)}, first in line ${line}: ${cost}. Give it another name.`,
        ...(section.uniqueNames && { level: 'error' }),
        related: [{ span: first.header, message: 'The first block of this name is here.' }],
        fixes: () => {
          const newName = freeName(tree, type, name.text);
          return [{ title: `Rename to ${quoted(newName)}`, changes: [{ span: name, newText: newName }] }];
        },
      });
    }
  },
});
