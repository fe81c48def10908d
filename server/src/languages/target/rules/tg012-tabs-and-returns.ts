import { carriageReturns } from '../../../../../formats/text/carriageReturns';
import { lineBreakOf } from '../../../../../formats/text/layout';
import type { Span } from '../../../../../formats/text/span';
import { lineFeedFix } from '../../../diagnostics/lineEndings';
import { defineRule, type Finding, type Fix, type TextChange } from '../../../diagnostics/rule';
import { placed, type Target, type TargetTree } from '../tree';

/** With more tabs than this, one edit replaces all that is between the first and the last. */
const SINGLE_EDITS = 1000;

export const tabsAndReturns = defineRule<TargetTree>({
  code: 'TG012',
  title: 'tab or carriage return between members',
  level: 'warning',
  category: 'syntax',
  documentation: `
Brion splits members at spaces and at line feeds only. A tab, or the carriage return of a line end from Windows, stays in
the word, and the word is then an unknown target. Other readers take any white space.

Where lines end with carriage returns **alone**, neurodamus sees a single line and loses every target: an error.

Shown once for each target with tabs, and once for a file with carriage returns: give such a file the line ends \`LF\`, in
the editor's status bar or by the quick fix.
`,
  examples: {
    good: [
      `
      Target Cell Small
      {
      \ta1 a2
          a3
      }
      `,
    ],
    bad: [
      `
      Target Cell Small
      {
          a1\ta2\ta3
      #     ^ tab
      \ta4
      }
      `,
      `
      Target Cell Small\r
      {\r
          a1\r
      #   ^^ carriage return
          a2\r
      }\r
      `,
      'Target Cell Small\r{\r    a1\r}\r\n            ^^^^^ single line',
    ],
  },
  check({ text, tree, report }) {
    const returns = returnFinding(text, tree);
    if (returns) report(returns);
    for (const target of tree.targets) {
      const tab = firstTab(text, target);
      if (tab) report(tabFinding(text, target, tab));
    }
  },
});

function returnFinding(text: string, tree: TargetTree): Finding | undefined {
  const returns = carriageReturns(text);
  if (!returns) return undefined;
  const fixes = (): Fix[] => [lineFeedFix(text)];
  if (tree.targets.some((target) => isLostByReturn(text, target))) {
    const message =
      'Lines end with carriage returns: neurodamus sees a single line, and no target in it. Change the line endings of the file to LF.';
    return { span: returns.word, level: 'error', message, fixes };
  }
  for (const target of tree.targets) {
    const member = memberBeforeReturn(text, target);
    if (member) return { span: member, message: returnMessage(text), fixes };
  }
  return undefined;
}

/** Whether a carriage return alone ends the line of the header, or of everything. */
function isLostByReturn(text: string, { header, open }: Target): boolean {
  return open !== undefined && (!text.includes('\n') || /\r(?!\n)/.test(text.slice(header.start, open.start)));
}

/** White space at both ends of a body does no harm. */
function membersOf(text: string, { inside }: Target): Span {
  let { start, end } = inside;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}

function firstTab(text: string, target: Target): Span | undefined {
  const { oddities } = target.body;
  if (!oddities.some(({ kind }) => kind === 'tab')) return undefined;
  const members = membersOf(text, target);
  const tab = oddities
    .map((oddity) => placed(target, oddity))
    .find(({ kind, start, end }) => kind === 'tab' && start >= members.start && end <= members.end);
  return tab && { start: tab.start, end: tab.end };
}

function tabFinding(text: string, target: Target, span: Span): Finding {
  return {
    span,
    message: 'Brion takes a tab for a part of the member that it touches: separate members by spaces.',
    fixes: () => [
      {
        title: 'Replace the tabs of this target by spaces',
        changes: withoutTabs(text, target),
        preferred: true,
        safe: true,
      },
    ],
  };
}

function withoutTabs(text: string, target: Target): TextChange[] {
  const { start, end } = target.inside;
  const body = text.slice(start, end);
  const runs = [...body.matchAll(/\t+/g)];
  if (runs.length > SINGLE_EDITS) return [{ span: { start, end }, newText: body.replace(/\t+/g, spaces) }];
  return runs.map((run) => {
    const from = start + run.index;
    return { span: { start: from, end: from + run[0].length }, newText: spaces(run[0], run.index, body) };
  });
}

/** A tab that indents a line is as wide as four spaces. */
function spaces(tabs: string, at: number, body: string): string {
  return at === 0 || /[\r\n]/.test(body.charAt(at - 1)) ? '    '.repeat(tabs.length) : ' ';
}

/** The last word before the first carriage return among the members. */
function memberBeforeReturn(text: string, target: Target): Span | undefined {
  const members = membersOf(text, target);
  const at = text.indexOf('\r', members.start);
  if (at < 0 || at >= members.end) return undefined;
  let end = at;
  while (end > members.start && /\s/.test(text.charAt(end - 1))) end--;
  let start = end;
  while (start > members.start && !/\s/.test(text.charAt(start - 1))) start--;
  return { start, end };
}

function returnMessage(text: string): string {
  const what =
    lineBreakOf(text) === '\r\n'
      ? 'The lines end with carriage return and line feed'
      : 'A carriage return separates members';
  return `${what}: Brion takes the carriage return for a part of the member. Change the line endings of the file to LF.`;
}
