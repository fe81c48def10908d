import { defineRule } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { freeName, renameBlock } from '../blockNames';
import { sectionSchema } from '../schema';
import { nameOf, type BlueConfigTree } from '../tree';

export const headerForm = defineRule<BlueConfigTree>({
  code: 'BC012',
  title: 'header that Brion ignores',
  level: 'warning',
  category: 'syntax',
  documentation: `The form of a header that every reader accepts: type and name parted by one blank, the name made of letters, digits, \`_\` and \`-\`.

neurodamus takes any blanks and any name. Brion finds blocks by a pattern with exactly one blank and these characters only; it passes over all others in silence, so that a simulation has a report which analysis does not see.`,
  examples: {
    good: [
      `
      Report soma_L4-L23
      {
      }
      `,
    ],
    bad: [
      `
      Report  soma
      ^^^^^^^^^^^^ exactly one blank
      {
      }
      `,
      `
      Report soma.v
             ^^^^^^ letters
      {
      }
      `,
    ],
  },
  check(context) {
    const { tree, text, report } = context;
    for (const block of tree.blocks) {
      const { header } = block;
      const name = nameOf(block);
      if (!name || header.names.length > 1 || !sectionSchema(header.type.text)) continue;
      const between = { start: header.type.end, end: name.start };
      if (text.slice(between.start, between.end) !== ' ') {
        report({
          span: header,
          message: `Type and name must be parted by exactly one blank, or Brion ignores the block.`,
          fixes: () => [
            { title: 'Write one blank', changes: [{ span: between, newText: ' ' }], preferred: true, safe: true },
          ],
        });
      }
      // Letters of other alphabets are a matter of their own.
      if (/^[A-Za-z0-9_\-\u0080-\uffff]+$/.test(name.text)) continue;
      report({
        span: name,
        message: `Brion ignores blocks with a name like ${quoted(name.text)}: use letters, digits, \`_\` and \`-\` only.`,
        fixes: () => {
          const newName = freeName(tree, header.type.text, name.text.replace(/[^A-Za-z0-9_-]+/g, '_'));
          return [{ title: `Rename to ${quoted(newName)}`, changes: renameBlock(context, name, newName) }];
        },
      });
    }
  },
});
