import { printable } from '../printable';
import type { FileReport, ReportedProblem, Writer } from '../report';

const COLOURS = { error: 31, warning: 33, information: 34, hint: 90 } as const;
/** A line of a million characters is not printed whole. */
const SHOWN = 160;

/** For people: each problem with its line and the place marked, then a sum. */
export const human: Writer = (reports) => {
  const paint = painter();
  const blocks = reports.flatMap((report) => report.problems.map((problem) => block(report, problem, paint)));
  return [...blocks, summary(reports)].join('\n');
};

type Paint = (text: string, colour: number) => string;

function painter(): Paint {
  const coloured = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
  return (text, colour) => (coloured ? `\x1b[${colour}m${text}\x1b[0m` : text);
}

function block({ lines }: FileReport, problem: ReportedProblem, paint: Paint): string {
  const { file, range, severity, code, message, related } = problem;
  const place = `${file}:${range.start.line + 1}:${range.start.character + 1}`;
  const head = `${place} ${paint(severity, COLOURS[severity])} ${printable(message)} [${code}]`;
  const more = (related ?? []).map(
    (each) =>
      `    ${each.file}:${each.range.start.line + 1}:${each.range.start.character + 1} ${printable(each.message)}`,
  );
  return [head, ...marked(lines[range.start.line] ?? '', problem), ...more, ''].join('\n');
}

function marked(line: string, { range }: ReportedProblem): string[] {
  if (line.trim() === '') return [];
  const from = range.start.character > SHOWN - 40 ? range.start.character - 40 : 0;
  const end = range.end.line === range.start.line ? range.end.character : line.length;
  const text = line.slice(from, from + SHOWN);
  const width = Math.max(1, Math.min(end, from + SHOWN) - range.start.character);
  // Tabs stay tabs, so that the marks stand below what they mark.
  const indent = text.slice(0, range.start.character - from).replace(/[^\t]/g, ' ');
  return [`    ${printable(text)}`, `    ${indent}${'^'.repeat(width)}`];
}

function summary(reports: readonly FileReport[]): string {
  const problems = reports.flatMap((report) => report.problems);
  const count = (severity: ReportedProblem['severity'], word: string): string => {
    const n = problems.filter((problem) => problem.severity === severity).length;
    return `${n} ${word}${n === 1 ? '' : 's'}`;
  };
  const files = `${reports.length} ${reports.length === 1 ? 'file' : 'files'}`;
  return `${count('error', 'error')}, ${count('warning', 'warning')}, ${count('information', 'remark')}, ${count('hint', 'hint')} in ${files}\n`;
}
