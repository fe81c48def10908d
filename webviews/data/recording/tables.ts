/** The tables of a recording: rows by pages, sorted and filtered within a bounded part. */
import type { RecordingTable } from '../../../formats/recording/model';
import type { Cell } from '../../common/cells';
import { choice, element } from '../../common/dom';
import { Loader } from '../../common/loader';
import { menuButton, type MenuItem } from '../../common/menu';
import { counted, formatCount } from '../../common/numbers';
import { Table } from '../../common/table';
import { rowFilter } from '../dataset/sortedWindow';
import { isReference, valueText } from '../dataset/values';
import { saveText } from '../exports';
import type { Part, PartContext } from '../part';

/** Rows that are read of a table. */
const MOST_ROWS = 10_000;

export function createTables(context: PartContext): Part {
  const { content, host } = context;
  const loader = new Loader();
  const holder = element('div', { class: 'table-holder' });
  const note = element('p', { class: 'muted', role: 'status' });
  const picker = element('span', {});
  let chosen = '';
  let rows: readonly (readonly unknown[])[] = [];
  let kept: readonly number[] = [];
  let table: Table | undefined;
  let isVisible = false;
  let isStale = true;

  const filter = element('input', {
    class: 'search-input',
    type: 'search',
    placeholder: 'Filter rows: text, or > 3',
    'aria-label': 'Filter the rows of the table',
    on: {
      input: () => {
        apply();
      },
    },
  });
  const found = (): RecordingTable | undefined => {
    const tables = content.value.recording?.tables ?? [];
    return tables.find(({ name }) => name === chosen) ?? tables[0];
  };

  const apply = (): void => {
    const test = rowFilter(filter.value);
    kept = rows.map((_, index) => index).filter((index) => rows[index]?.some((value) => test(cellOf(value))));
    table?.setRows(kept.length);
    const count = found()?.rowCount ?? 0;
    const part =
      rows.length < count
        ? `the first ${formatCount(rows.length)} of ${formatCount(count)} rows`
        : counted(count, 'row');
    note.textContent = filter.value.trim() === '' ? part : `${formatCount(kept.length)} of ${part}`;
  };

  const load = (): void => {
    const shown = found();
    if (!shown) return;
    isStale = false;
    chosen = shown.name;
    showPicker();
    table?.dispose();
    table = new Table({
      label: shown.name,
      columns: shown.columns.map(({ name }, column) => ({
        title: name,
        width: 7,
        value: (row: number) => cellOf(rows[kept[row] ?? 0]?.[column]),
      })),
    });
    holder.replaceChildren(table.element);
    const end = Math.min(shown.rowCount, MOST_ROWS);
    loader.run(
      'Reading the table …',
      async (signal) => host.tableRows(shown.name, { start: 0, end }, signal),
      (read) => {
        rows = read;
        apply();
      },
    );
  };
  const showPicker = (): void => {
    const tables = content.value.recording?.tables ?? [];
    picker.replaceChildren(
      choice(
        'Table',
        tables.map(({ name, rowCount }) => ({ value: name, title: `${name} (${formatCount(rowCount)})` })),
        chosen,
        (name) => {
          chosen = name;
          load();
        },
      ),
    );
  };
  const exports = (): readonly MenuItem[] => [
    {
      label: 'Table (CSV)',
      run: () => {
        saveText(context, 'csv', chosen, table?.csv());
      },
    },
    {
      label: 'Table (JSON)',
      run: () => {
        saveText(
          context,
          'json',
          chosen,
          JSON.stringify(
            rows.map((row) => row.map(cellOf)),
            null,
            1,
          ),
        );
      },
    },
  ];
  return {
    element: element(
      'div',
      { class: 'tables' },
      element(
        'div',
        { class: 'toolbar' },
        picker,
        filter,
        note,
        element('span', { class: 'spring' }),
        menuButton('Export', 'export', exports),
      ),
      holder,
      loader.element,
    ),
    reload: () => {
      if (isVisible) load();
      else isStale = true;
    },
    setVisible: (visible) => {
      isVisible = visible;
      if (visible && isStale) load();
      else if (visible) table?.refresh();
    },
    exports,
    dispose: () => {
      loader.cancel();
      table?.dispose();
    },
  };
}

function cellOf(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  if (isReference(value)) return value.reference ?? '';
  return valueText({ kind: 'other', name: '', size: 0, littleEndian: true }, value);
}
