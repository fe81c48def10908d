import { defineRule, type Fix, type RuleContext } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { freeName, renameBlock } from '../blockNames';
import { sectionSchema } from '../schema';
import type { Block, BlueConfigTree } from '../tree';

export const headerWords = defineRule<BlueConfigTree>({
  code: 'BC001',
  title: 'malformed block header',
  level: 'error',
  category: 'syntax',
  documentation: `A block begins with two words, its type and its name: \`Report soma\`.

With more or fewer, neurodamus' Python reader refuses the whole file, although its HOC reader would take the first two words and drop the rest. Brion does not see the block at all.`,
  examples: {
    good: [
      `
      Report soma
      {
      }
      `,
      `
      Report soma # a remark is no third word
      {
      }
      `,
    ],
    bad: [
      `
      Report
      ^^^^^^ 1 word
      {
      }
      `,
      `
      Report my soma
      ^^^^^^^^^^^^^^ 3 words
      {
      }
      `,
    ],
  },
  check(context) {
    for (const block of context.tree.blocks) {
      const { header } = block;
      const count = header.names.length + 1;
      if (count === 2) continue;
      const found = count === 1 ? '1 word' : `${count} words`;
      const advice = count === 1 ? 'give the block a name' : 'join the words of the name with `_`';
      context.report({
        span: header,
        message: `Block header must be \`Type Name\`, but ${found} found: ${advice}, or neurodamus refuses the file.`,
        fixes: () => [count === 1 ? addName(context, block) : mergeNames(context, block)],
      });
    }
  },
});

function addName({ tree }: RuleContext<BlueConfigTree>, { header }: Block): Fix {
  const { text: type, end } = header.type;
  const name = sectionSchema(type)?.singleton ?? freeName(tree, type, type.toLowerCase());
  return {
    title: `Name it ${quoted(name)}`,
    changes: [{ span: { start: end, end }, newText: ` ${name}` }],
    preferred: true,
  };
}

function mergeNames(context: RuleContext<BlueConfigTree>, { header }: Block): Fix {
  const [first] = header.names;
  const start = first?.start ?? header.end;
  const name = sectionSchema(header.type.text)?.singleton ?? header.names.map(({ text }) => text).join('_');
  const whole = { start, end: header.end, text: first?.text ?? '' };
  const [own, ...references] = renameBlock(context, whole, name);
  return {
    title: `Name it ${quoted(name)}`,
    changes: own ? [{ ...own, span: { start, end: header.end } }, ...references] : [],
    preferred: true,
  };
}
