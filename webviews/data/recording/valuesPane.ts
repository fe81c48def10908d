/** The values that the plots draw, line by line. */
import { element } from '../../common/dom';
import { csvText } from '../../common/cells';
import { formatNumber } from '../../common/numbers';
import { Table } from '../../common/table';
import { npyBytes } from '../npy';
import type { PlotLine } from '../plot/lines';

/** Lines that have columns. */
const MOST_LINES = 8;

interface ValuesPane {
  readonly element: HTMLElement;
  show(lines: readonly PlotLine[]): void;
  refresh(): void;
  /** All lines, also those without a column. */
  csv(): string;
  json(): string;
  /** [lines, 2, n]: x and y of each; what is shorter ends with NaN. */
  npy(): Uint8Array;
  dispose(): void;
}

function haveOneTime(lines: readonly PlotLine[]): boolean {
  const [first] = lines;
  return lines.every(({ x }) => x.length === first?.x.length && x.every((time, i) => time === first.x[i]));
}

function shownNumber(value: number | undefined): string {
  return value === undefined ? '' : formatNumber(value, 6);
}

function linesCsv(lines: readonly PlotLine[]): string {
  const isOne = haveOneTime(lines);
  const columns = lines.flatMap(({ title, x, y }, i) => [
    ...(i === 0 || !isOne ? [{ title: 'time (ms)', values: x }] : []),
    { title, values: y },
  ]);
  const length = Math.max(0, ...lines.map(({ x }) => x.length));
  const rows = Array.from({ length }, (_, row) => columns.map(({ values }) => values[row] ?? null));
  return csvText(
    columns.map(({ title }) => title),
    rows,
  );
}

export function createValuesPane(): ValuesPane {
  const holder = element('div', { class: 'table-holder' });
  const note = element('p', { class: 'view-note muted' });
  let lines: readonly PlotLine[] = [];
  let table: Table | undefined;
  return {
    element: element('div', { class: 'side-part' }, note, holder),
    show: (given) => {
      lines = given;
      table?.dispose();
      const shown = lines.slice(0, MOST_LINES);
      note.textContent =
        lines.length > MOST_LINES ? `The first ${MOST_LINES} of ${lines.length} lines; exports hold all.` : '';
      note.hidden = note.textContent === '';
      const same = haveOneTime(shown);
      table = new Table({
        label: 'Values of the sweeps',
        columns: shown.flatMap((line, i) => [
          ...(i === 0 || !same
            ? [
                {
                  title: 'time',
                  unit: 'ms',
                  align: 'end' as const,
                  width: 5,
                  value: (row: number) => line.x[row] ?? null,
                  text: (row: number) => shownNumber(line.x[row]),
                },
              ]
            : []),
          {
            title: line.title,
            align: 'end' as const,
            width: 10,
            value: (row: number) => line.y[row] ?? null,
            text: (row: number) => shownNumber(line.y[row]),
          },
        ]),
      });
      holder.replaceChildren(table.element);
      table.setRows(Math.max(0, ...shown.map(({ x }) => x.length)));
    },
    refresh: () => {
      table?.refresh();
    },
    csv: () => linesCsv(lines),
    json: () =>
      JSON.stringify(
        lines.map(({ title, x, y }) => ({ title, ms: [...x], values: [...y] })),
        null,
        1,
      ),
    npy: () => {
      const longest = Math.max(0, ...lines.map(({ x }) => x.length));
      const all = new Float64Array(lines.length * 2 * longest).fill(NaN);
      for (const [i, { x, y }] of lines.entries()) {
        all.set(x, 2 * i * longest);
        all.set(y, (2 * i + 1) * longest);
      }
      return npyBytes(all, [lines.length, 2, longest]);
    },
    dispose: () => {
      table?.dispose();
    },
  };
}
