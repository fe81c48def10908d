/** An inspection for people: one fact a line. */
import { printable } from '../printable';
import type { Inspection } from './inspection';

const HIDDEN: ReadonlySet<string> = new Set(['file', 'kind', 'problems']);

export function humanText(inspection: Inspection): string {
  const { file, kind, problems } = inspection;
  const facts = Object.entries(inspection)
    .filter(([name, value]) => !HIDDEN.has(name) && value !== undefined)
    .map(([name, value]) => `  ${name}: ${valueText(value)}`);
  const said = problems.map(
    ({ line, severity, message, code }) =>
      `  ${line === undefined ? '' : `line ${line}: `}${severity} ${message} [${code}]`,
  );
  return [printable(`${file} · ${kind ?? 'cannot be read'}`), ...[...facts, ...said].map(printable), ''].join('\n');
}

function valueText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return typeof value === 'number' ? numberText(value) : String(value);
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  return Object.entries(value)
    .map(
      ([name, each]) =>
        `${name} ${typeof each === 'object' && each !== null ? `(${valueText(each)})` : valueText(each)}`,
    )
    .join(', ');
}

function numberText(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
}
