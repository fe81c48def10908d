import { lineBreakOf, lineEnd, nextLine } from '../../../../../formats/text/layout';
import { defineRule, type Fix, type RuleContext } from '../../../diagnostics/rule';
import type { Span } from '../../../../../formats/text/span';
import { baseName } from '../../../workspace/paths';
import { isCircuitOnly } from '../flavour';
import { starterEntry } from '../requirements';
import { sectionSchema } from '../schema';
import { runBlock, type BlueConfigTree } from '../tree';
import { sectionByCase, sectionNear } from '../vocabulary';

const RUN = 'Run';

export const noRun = defineRule<BlueConfigTree>({
  code: 'BC105',
  title: 'no Run block',
  level: 'error',
  category: 'value',
  documentation: `Every BlueConfig and every CircuitConfig has one block \`Run Default\`, with what holds for the whole. Without it neurodamus stops, bluepy finds no circuit, and Brion says that the file is no valid BlueConfig.`,
  examples: {
    good: [
      `
      Run Default
      {
      }
      `,
      `
      run Default
      {
      }
      `,
    ],
    bad: [
      `
      # the soma only
      Report soma
      ^^^^^^^^^^^ No \`Run Default\` block
      {
      }
      `,
      `
      #Run Default
      ^^^^^^^^^^^^ disabled
      {
      }
      `,
    ],
  },
  check(context) {
    const { tree, text, report } = context;
    const isMeant = (type: string): boolean =>
      sectionSchema(type) === undefined && (sectionByCase(type)?.name ?? sectionNear(type)) === RUN;
    if (runBlock(tree) ?? tree.blocks.some(({ header }) => isMeant(header.type.text))) return;
    const disabled = tree.disabled.find(({ header }) => header?.startsWith(`${RUN} `));
    report({
      span: disabled?.comment ?? tree.blocks[0]?.header ?? firstLine(text),
      message: disabled
        ? 'No `Run Default` block, for it is disabled by this comment: every reader refuses the file.'
        : 'No `Run Default` block: every reader refuses the file without it.',
      fixes: () => (disabled ? [] : [insertRun(context)]),
    });
  },
});

function firstLine(text: string): Span {
  const start = /[^\S]*/.exec(text)?.[0].length ?? 0;
  return start < text.length ? { start, end: Math.min(lineEnd(text, start), start + 200) } : { start: 0, end: 0 };
}

function insertRun({ tree, text, uri }: RuleContext<BlueConfigTree>): Fix {
  const eol = lineBreakOf(text);
  const circuitOnly = isCircuitOnly(tree, uri) || baseName(uri).startsWith('CircuitConfig');
  const keys = (sectionSchema(RUN)?.keys ?? []).filter((key) => key.required && !(circuitOnly && key.simulationOnly));
  const lines = ['Run Default', '{', ...keys.map((key) => `    ${starterEntry(key, tree)}`), '}'];
  const at = belowTitle(text);
  const after = text.slice(at).trim() === '' ? eol : eol + eol;
  return {
    title: 'Insert a `Run Default` block',
    changes: [{ span: { start: at, end: at }, newText: lines.join(eol) + after }],
    preferred: true,
  };
}

/** Comments at the top that a blank line parts from the rest stay at the top. */
function belowTitle(text: string): number {
  let at = 0;
  while (text[at] === '#') at = nextLine(text, at);
  const end = lineEnd(text, at);
  return at > 0 && at < text.length && text.slice(at, end).trim() === '' ? nextLine(text, at) : 0;
}
