import { TARGET_TYPES } from '../../../../../formats/target/model';
import { nearest } from '../../../../../formats/text/nearest';
import { quoted } from '../../../diagnostics/wording';
import type { Word } from '../../../../../formats/text/span';
import { defineRule, type Finding } from '../../../diagnostics/rule';
import { insertion } from '../edits';
import { typeNamed } from '../header';
import { TARGET_TYPE_SCHEMAS } from '../schema';
import type { Target, TargetTree } from '../tree';

const TYPES_IN_USE = TARGET_TYPES.filter((type) => TARGET_TYPE_SCHEMAS[type].deprecated === undefined);
const CHOICE = TYPES_IN_USE.map((type) => `\`${type}\``).join(', ');

export const unknownType = defineRule<TargetTree>({
  code: 'TG003',
  title: 'unknown target type',
  level: 'error',
  category: 'value',
  documentation: `
A header names one of the types \`Cell\`, \`Compartment\` and \`Section\`, with a capital letter. Brion and bluepy refuse a file
with another word in this place; neurodamus reads the target by the rules of lines and fails when the target is used.
`,
  examples: {
    good: [
      `
      Target Cell One
      {
          a1
      }
      Target Compartment Two
      {
          a1 soma
      }
      `,
    ],
    bad: [
      `
      Target cell One
      #      ^^^^ \`Cell\`
      {
          a1
      }
      Target Sections Two
      #      ^^^^^^^^ Did you mean \`Section\`
      {
          a1 soma
      }
      Target Neuron Three
      #      ^^^^^^ Expected
      {
          a1
      }
      `,
      `
      Target Small
      #      ^^^^^ has no type
      {
          a1
      }
      `,
    ],
  },
  check({ tree, report }) {
    for (const target of tree.targets) {
      const finding = target.open && findingOf(target);
      if (finding) report(finding);
    }
  },
});

function findingOf({ keyword, type, name }: Target): Finding | undefined {
  if (!type) return { span: keyword, message: `This target has neither type nor name: write \`Target Cell Name\`.` };
  const known = typeNamed(type.text);
  if (known === type.text) return undefined;
  if (!name) return known ? undefined : typeless(type);
  const meant = known ?? nearest(type.text, TARGET_TYPES);
  const offered = meant ? [meant] : TYPES_IN_USE;
  return {
    span: type,
    message: `Unknown target type ${quoted(type.text)}. ${meant ? `Did you mean \`${meant}\`?` : `Expected ${CHOICE}.`}`,
    fixes: () =>
      offered.map((newText) => ({
        title: `Change to \`${newText}\``,
        changes: [{ span: { start: type.start, end: type.end }, newText }],
        preferred: meant !== undefined,
        safe: known !== undefined,
      })),
  };
}

/** One word where type and name should be: most likely it is the name. */
function typeless(word: Word): Finding {
  return {
    span: word,
    message: `Target ${quoted(word.text)} has no type: write ${CHOICE} before its name.`,
    fixes: () =>
      TYPES_IN_USE.map((type) => ({ title: `Insert \`${type}\``, changes: [insertion(word.start, `${type} `)] })),
  };
}
