/** The tab "Points": those of the selected section, or all. */
import type { Morphology } from '../../../formats/morphology/model';
import { choice, element } from '../../common/dom';
import { menuButton } from '../../common/menu';
import { formatNumber } from '../../common/numbers';
import { Table } from '../../common/table';
import { sectionOfPoint } from '../derived';
import { exportTable } from '../exports';
import type { Part, PartContext } from '../part';

type Scope = 'section' | 'all';

export function createPoints(context: PartContext): Part {
  const { state, host } = context;
  let morphology: Morphology | undefined;
  let scope: Scope = 'section';
  let isVisible = false;
  let isPicking = false;
  /** The first point that is shown. */
  let first = 0;
  const coordinate = (axis: number) => ({
    unit: 'µm',
    align: 'end' as const,
    width: 6,
    value: (row: number) => morphology?.points[(first + row) * 3 + axis] ?? null,
    text: (row: number) => formatNumber(morphology?.points[(first + row) * 3 + axis] ?? NaN, 6),
  });
  const table = new Table({
    label: 'Points',
    columns: [
      {
        title: 'Section',
        align: 'end',
        width: 4.5,
        value: (row) => (morphology ? sectionOfPoint(morphology, first + row) : null),
      },
      {
        title: 'Point',
        align: 'end',
        width: 4.5,
        value: (row) => {
          if (!morphology) return null;
          return first + row - (morphology.sections.offsets[sectionOfPoint(morphology, first + row)] ?? 0) + 1;
        },
      },
      { title: 'x', ...coordinate(0) },
      { title: 'y', ...coordinate(1) },
      { title: 'z', ...coordinate(2) },
      {
        title: 'Diameter',
        unit: 'µm',
        align: 'end',
        width: 7,
        value: (row) => morphology?.diameters[first + row] ?? null,
        text: (row) => formatNumber(morphology?.diameters[first + row] ?? NaN),
      },
      {
        title: 'Line',
        align: 'end',
        width: 5,
        value: (row) => {
          const line = morphology?.lines[first + row];
          return line === undefined ? null : line + 1;
        },
      },
    ],
    onPick: (row, open) => {
      if (!morphology) return;
      const point = first + row;
      const section = sectionOfPoint(morphology, point);
      // The rows stay: those of its section alone would come in their place.
      isPicking = true;
      state.update({ selection: { section, point } });
      isPicking = false;
      if (open) host.pickSection(section, point, true);
    },
  });
  const note = element('span', { class: 'muted', role: 'status' });
  const update = (): void => {
    if (!morphology || !isVisible || isPicking) return;
    const { offsets } = morphology.sections;
    const section = scope === 'section' ? state.value.selection?.section : undefined;
    first = section === undefined ? 0 : (offsets[section] ?? 0);
    const end = section === undefined ? morphology.diameters.length : (offsets[section + 1] ?? first);
    note.textContent =
      section === undefined
        ? scope === 'section'
          ? 'No section is selected: all points'
          : 'All points'
        : `Section ${section}`;
    table.setRows(end - first);
    const point = state.value.selection?.point;
    table.select(point === undefined ? undefined : point - first);
  };
  const subscriptions = [state.follow(['selection'], update)];
  return {
    element: element(
      'div',
      { class: 'tab-part' },
      element(
        'div',
        { class: 'toolbar' },
        choice<Scope>(
          'Points of',
          [
            { value: 'section', title: 'the selected section' },
            { value: 'all', title: 'the whole cell' },
          ],
          scope,
          (chosen) => {
            scope = chosen;
            update();
          },
        ),
        note,
        element('span', { class: 'spring' }),
        menuButton('Export', 'export', () => exportTable(context, 'points', table)),
      ),
      table.element,
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
      for (const end of subscriptions) end();
      table.dispose();
    },
  };
}
