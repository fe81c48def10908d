import { defineRule, type Fix, type RuleContext } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { freeName, renameBlock } from '../blockNames';
import { sectionSchema } from '../schema';
import type { SectionSchema } from '../schema/types';
import type { Block, BlueConfigTree } from '../tree';
import { sectionByCase, sectionNear } from '../vocabulary';

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
      `
      soma
      ^^^^ a type that the readers know
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
      const type = sectionMeant(header.type.text);
      const advice =
        count > 1
          ? 'join the words of the name with `_`'
          : type
            ? 'give the block a name'
            : 'write a type that the readers know, and a name';
      context.report({
        span: header,
        message: `Block header must be \`Type Name\`, but ${found} found: ${advice}, or neurodamus refuses the file.`,
        fixes: () => (count > 1 ? [mergeNames(context, block)] : type ? [addName(context, block, type)] : []),
      });
    }
  },
});

/** The type that is written, or surely meant; of another word nobody knows whether it is a type or a name. */
function sectionMeant(word: string): SectionSchema | undefined {
  return sectionSchema(word) ?? sectionByCase(word) ?? sectionSchema(sectionNear(word) ?? '');
}

function addName({ tree }: RuleContext<BlueConfigTree>, { header }: Block, section: SectionSchema): Fix {
  const { end } = header.type;
  const name = section.singleton ?? freeName(tree, section.name, section.name.toLowerCase());
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
