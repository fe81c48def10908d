/** Cells of tables: in order, and as text (RFC 4180). */
export type Cell = string | number | null;

/** NaN and infinities are written as Python reads them; null is empty. */
export function csvText(header: readonly string[], rows: Iterable<readonly Cell[]>, separator = ','): string {
  const lines = [header.map((title) => field(title, separator)).join(separator)];
  for (const row of rows) lines.push(row.map((cell) => field(cell, separator)).join(separator));
  return `${lines.join('\n')}\n`;
}

function field(cell: Cell, separator: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return numberText(cell);
  // A cell that begins like a formula would be run by spreadsheets.
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return text.includes(separator) || /["\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return String(value);
}

const words = new Intl.Collator('en', { numeric: true });

/** What is missing comes last, in either direction. */
export function compareCells(a: Cell, b: Cell, descending: boolean): number {
  const isMissing = (cell: Cell): boolean => cell === null || Number.isNaN(cell);
  if (isMissing(a) || isMissing(b)) return Number(isMissing(a)) - Number(isMissing(b));
  const order = typeof a === 'number' && typeof b === 'number' ? Math.sign(a - b) : words.compare(String(a), String(b));
  return descending ? -order : order;
}
