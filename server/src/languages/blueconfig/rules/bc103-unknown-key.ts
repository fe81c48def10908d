import { defineRule, type Finding } from '../../../diagnostics/rule';
import { quoted, quotedList } from '../../../diagnostics/wording';
import { isCircuitOnly } from '../flavour';
import { refusedWithout } from '../requirements';
import { keySchema, sectionSchema } from '../schema';
import type { SectionSchema } from '../schema/types';
import { soundEntries } from '../soundness';
import type { Block, BlueConfigTree, Entry } from '../tree';
import { keyByCase, keyNear, sectionsWithKey } from '../vocabulary';

export const unknownKey = defineRule<BlueConfigTree>({
  code: 'BC103',
  title: 'unknown key',
  level: 'warning',
  category: 'value',
  documentation: `No reader knows this key in a block of this type, and none says so: a misspelt key leaves its setting at the default, in silence. It is an error where a required key was meant.

In \`Conditions\` any key may stand, for each is a global variable of NEURON.`,
  examples: {
    good: [
      `
      Run Default
      {
          Celsius 35
      }

      Conditions all
      {
          tau_d_AMPA_ProbAMPANMDA_EMS 1.7
      }
      `,
    ],
    bad: [
      `
      Run Default
      {
          Celcius 35
          ^^^^^^^ did you mean \`Celsius\`?
      }
      `,
      `
      StimulusInject all
      {
          Stimulus noise
          Tarjet Mosaic
          ^^^^^^ \`Target\`? Without
      }
      `,
      `
      Connection all
      {
          UnsupportedDelay 10
          ^^^^^^^^^^^^^^^^ no reader knows it
          ReportOn v
          ^^^^^^^^ \`Report\`
      }
      `,
    ],
  },
  check({ tree, text, uri, report }) {
    const circuitOnly = isCircuitOnly(tree, uri);
    for (const block of tree.blocks) {
      const section = sectionSchema(block.header.type.text);
      if (!section || section.openKeys) continue;
      let known: ReadonlySet<string> | undefined;
      const refused = (): ReadonlySet<string> => (known ??= refusedWithout(section, block, circuitOnly));
      for (const entry of soundEntries(block, text)) {
        const finding = judge(section, block, entry, refused);
        if (finding) report(finding);
      }
    }
  },
});

function judge(
  section: SectionSchema,
  block: Block,
  { key, value }: Entry,
  refused: () => ReadonlySet<string>,
): Finding | undefined {
  const known = keySchema(section.name, key.text) !== undefined || keyByCase(section, key.text) !== undefined;
  // eslint-disable-next-line no-control-regex
  if (known || /[^\u0000-\u007f]/.test(key.text)) return undefined;
  const start = `Unknown key ${quoted(key.text)} in \`${section.name}\``;
  const meant = keyNear(section, key.text, block);
  if (meant) {
    const isRequired = refused().has(meant);
    return {
      span: key,
      message: `${start}: did you mean ${quoted(meant)}?${isRequired ? ' Without that key neurodamus refuses the file.' : ''}`,
      ...(isRequired && { level: 'error' }),
      fixes: () => [{ title: `Change to ${quoted(meant)}`, changes: [{ span: key, newText: meant }], preferred: true }],
    };
  }
  // A lone word is no key; that it has no value is said already.
  if (!value) return undefined;
  if (sectionSchema(key.text)) {
    return { span: key, message: `${start}, which is a type of block: is a \`}\` missing above, or a \`{\` below?` };
  }
  const homes = sectionsWithKey(key.text);
  const advice = homes.length > 0 ? `it belongs to ${quotedList(homes, 'or')}.` : 'no reader knows it.';
  return { span: key, message: `${start}, where it has no effect: ${advice}` };
}
