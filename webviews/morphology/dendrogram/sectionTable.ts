/** All sections as a table: what the dendrogram shows, for those who do not see it. */
import { childCount, topologyOf, type Topology } from '../../../formats/morphology/topology';
import { sectionTypeTitle } from '../../../formats/morphology/sectionTypes';
import type { Morphology } from '../../../formats/morphology/model';
import { formatNumber } from '../../common/numbers';
import { Table } from '../../common/table';
import { sectionMeasures } from '../derived';
import type { PartContext } from '../part';
import { swatch } from '../swatch';

interface SectionTable {
  readonly table: Table;
  show(morphology: Morphology): void;
  dispose(): void;
}

export function sectionTable({ state, palette, host }: PartContext): SectionTable {
  let shown: Morphology | undefined;
  let topology: Topology | undefined;
  const typeOf = (row: number): number => shown?.sections.types[row] ?? 0;
  const number = (of: (morphology: Morphology) => ArrayLike<number>) => ({
    value: (row: number) => (shown ? (of(shown)[row] ?? null) : null),
    text: (row: number) => (shown ? formatNumber(of(shown)[row] ?? NaN) : ''),
  });
  const table = new Table({
    label: 'Sections',
    columns: [
      { title: 'Section', align: 'end', width: 4.5, value: (row) => row },
      {
        title: 'Type',
        width: 10.5,
        grow: 2,
        value: (row) => sectionTypeTitle(typeOf(row), shown?.family),
        mark: (row) => swatch(palette.value.typeColor(typeOf(row))),
      },
      { title: 'Length', unit: 'µm', align: 'end', width: 6, ...number((m) => sectionMeasures(m).lengths) },
      {
        title: 'Order',
        align: 'end',
        width: 4,
        value: (row) => topology?.branchOrders[row] ?? null,
      },
      {
        title: 'Parent',
        align: 'end',
        width: 4.5,
        value: (row) => {
          const parent = shown?.sections.parents[row] ?? -1;
          return parent < 0 ? null : parent;
        },
      },
      {
        title: 'Children',
        align: 'end',
        width: 5,
        value: (row) => (topology ? childCount(topology, row) : null),
      },
      {
        title: 'Path distance',
        unit: 'µm',
        align: 'end',
        width: 8.5,
        ...number((m) => sectionMeasures(m).pathDistances),
      },
      {
        title: 'Mean diameter',
        unit: 'µm',
        align: 'end',
        width: 9,
        ...number((m) => sectionMeasures(m).meanDiameters),
      },
    ],
    onPick: (section, open) => {
      state.update({ selection: { section } });
      if (open) host.pickSection(section, undefined, true);
    },
  });
  const end = state.follow(['selection'], ({ selection }) => {
    table.select(selection?.section);
  });
  return {
    table,
    show: (morphology) => {
      shown = morphology;
      topology = topologyOf(morphology.sections);
      table.setRows(morphology.sections.count);
    },
    dispose: () => {
      end();
      table.dispose();
    },
  };
}
