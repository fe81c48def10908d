/** The tab "Measures": NeuroM's features by type of neurite, or a row for each neurite. */
import type { Morphology } from '../../../formats/morphology/model';
import { measure } from '../../../formats/morphology/measures/measure';
import { measureNeurites, type NeuriteMeasures } from '../../../formats/morphology/measures/neurites';
import { sectionTypeTitle } from '../../../formats/morphology/sectionTypes';
import { choice, element } from '../../common/dom';
import { menuButton } from '../../common/menu';
import { formatNumber } from '../../common/numbers';
import { Table, type Column } from '../../common/table';
import { afterPaint } from '../../common/webview';
import { exportTable, saveText } from '../exports';
import type { Part, PartContext } from '../part';
import { swatch } from '../swatch';
import { groupsOf, NEURITE_COLUMNS, SCALARS, scalarValue, type Group } from './rows';

type Scope = 'type' | 'neurite';

export function createMeasures(context: PartContext): Part {
  const { state, palette, content } = context;
  let morphology: Morphology | undefined;
  let scope: Scope = 'type';
  let isVisible = false;
  /** Of which morphology and scope the table is. */
  let shown: { morphology: Morphology; scope: Scope } | undefined;
  let table: Table | undefined;
  let cancel: (() => void) | undefined;
  const holder = element('div', { class: 'table-holder' });
  const note = element('span', { class: 'muted', role: 'status' });

  const byType = (groups: readonly Group[]): Table => {
    const columns = groups.map(({ title, values }): Column => ({
      title,
      align: 'end',
      width: 7,
      value: (row) => scalarValue(values, SCALARS[row]?.key ?? ''),
      text: (row) => numberText(scalarValue(values, SCALARS[row]?.key ?? '')),
    }));
    const made = new Table({
      label: 'Measures by type of neurite',
      columns: [
        { title: 'Measure', width: 13, grow: 1.5, value: (row) => SCALARS[row]?.title ?? '' },
        { title: 'Unit', width: 3.5, grow: 0, value: (row) => SCALARS[row]?.unit ?? '' },
        ...columns,
        { title: 'NeuroM', width: 15, grow: 1.5, value: (row) => SCALARS[row]?.key ?? '' },
      ],
      onPick: (row) => {
        note.textContent = SCALARS[row]?.description ?? '';
      },
    });
    made.setRows(SCALARS.length);
    return made;
  };

  const byNeurite = (given: Morphology, neurites: readonly NeuriteMeasures[]): Table => {
    const rootAt = (row: number): number => neurites[row]?.root ?? 0;
    const typeAt = (row: number): number => given.sections.types[rootAt(row)] ?? 0;
    const made = new Table({
      label: 'Measures by neurite',
      columns: [
        { title: 'Root section', align: 'end', width: 7, value: rootAt },
        {
          title: 'Type',
          width: 10.5,
          grow: 1.5,
          value: (row) => sectionTypeTitle(typeAt(row), given.family),
          mark: (row) => swatch(palette.value.typeColor(typeAt(row))),
        },
        ...NEURITE_COLUMNS.map(({ title, unit, of }): Column => {
          const value = (row: number): number | null => {
            const neurite = neurites[row];
            return neurite ? of(neurite) : null;
          };
          return {
            title,
            ...(unit === undefined ? {} : { unit }),
            align: 'end',
            width: 8,
            value,
            text: (row) => numberText(value(row)),
          };
        }),
      ],
      onPick: (row) => {
        state.update({ selection: { section: rootAt(row) } });
      },
    });
    made.setRows(neurites.length);
    return made;
  };

  const update = (): void => {
    cancel?.();
    if (!isVisible || !morphology) return;
    const given = morphology;
    if (shown?.morphology === given && shown.scope === scope) {
      table?.refresh();
      return;
    }
    cancel = afterPaint(() => {
      shown = { morphology: given, scope };
      table?.dispose();
      table = scope === 'type' ? byType(groupsOf(measure(given), given)) : byNeurite(given, measureNeurites(given));
      note.textContent = '';
      holder.replaceChildren(table.element);
      table.refresh();
    });
  };
  const subscription = palette.subscribe(() => table?.refresh());
  const json = (): string | undefined =>
    morphology && `${JSON.stringify({ file: content.value.name, measures: measure(morphology) }, jsonNumbers, 2)}\n`;
  return {
    element: element(
      'div',
      { class: 'tab-part' },
      element(
        'div',
        { class: 'toolbar' },
        choice<Scope>(
          'Rows',
          [
            { value: 'type', title: 'measures by type' },
            { value: 'neurite', title: 'one a neurite' },
          ],
          scope,
          (chosen) => {
            scope = chosen;
            update();
          },
        ),
        note,
        element('span', { class: 'spring' }),
        menuButton('Export', 'export', () => [
          ...(table ? exportTable(context, 'measures', table) : []),
          { label: 'JSON of measures', run: () => void saveText(context, 'json', 'measures', json()) },
          {
            label: 'Copy measures as JSON',
            run: () => {
              context.host.copy(json() ?? '', 'measures');
            },
          },
        ]),
      ),
      holder,
    ),
    show: (given) => {
      morphology = given;
      update();
    },
    setVisible: (visible) => {
      isVisible = visible;
      update();
    },
    dispose: () => {
      cancel?.();
      subscription();
      table?.dispose();
    },
  };
}

function numberText(value: number | null): string {
  return value === null ? '–' : formatNumber(value);
}

/** JSON knows neither NaN nor infinities: they are strings, as in `bbp inspect --json`. */
function jsonNumbers(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}
