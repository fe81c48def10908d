import type { ReportedProblem, Writer } from '../report';

const COMMANDS = { error: 'error', warning: 'warning', information: 'notice', hint: undefined } as const;

/** Workflow commands: GitHub shows each at its line of a pull request. Hints are left out. */
export const github: Writer = (reports) => reports.flatMap((report) => report.problems.map(command)).join('');

function command({ file, range, severity, code, message }: ReportedProblem): string {
  const name = COMMANDS[severity];
  if (!name) return '';
  const place = [
    `file=${property(file)}`,
    `line=${range.start.line + 1}`,
    `col=${range.start.character + 1}`,
    `endLine=${range.end.line + 1}`,
    `endColumn=${range.end.character + 1}`,
    `title=${property(code)}`,
  ].join(',');
  return `::${name} ${place}::${data(message)}\n`;
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
