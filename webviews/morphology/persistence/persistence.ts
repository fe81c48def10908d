/** The tab "Persistence": TMD's barcode or diagram; a bar leads to the tip that it stands for. */
import type { Morphology } from '../../../formats/morphology/model';
import { persistenceBarcode, type Barcode } from '../../../formats/morphology/persistence/barcode';
import { sectionTypeTitle } from '../../../formats/morphology/sectionTypes';
import { topologyOf } from '../../../formats/morphology/topology';
import { choice, element, svgElement } from '../../common/dom';
import { menuButton } from '../../common/menu';
import { emptyNote } from '../../common/notices';
import { formatNumber } from '../../common/numbers';
import { plotAxes, plotBox, plotSvg, scaleX, scaleY, svgText, type Axis } from '../../common/plotFrame';
import { plotPart } from '../../common/plotPart';
import { Table } from '../../common/table';
import { afterPaint } from '../../common/webview';
import { typeSummaries } from '../derived';
import { exportTable, saveText } from '../exports';
import type { Part, PartContext } from '../part';
import { plotColors } from '../plotColors';
import { swatch } from '../swatch';
import { barsOf, lengthOf, type Bar, type Distance } from './bars';

type Kind = 'barcode' | 'diagram';
/** More choices than this are no help: neurites are then chosen by type alone. */
const NEURITE_LIMIT = 100;
const ALL = 'all';

export function createPersistence(context: PartContext): Part {
  const { state, palette, host } = context;
  let morphology: Morphology | undefined;
  let barcode: Barcode | undefined;
  let bars: readonly Bar[] = [];
  let kind: Kind = 'barcode';
  let distance: Distance = 'radial_distances';
  /** `all`, `type 3`, `neurite 12`. */
  let scope = ALL;
  let isVisible = false;
  let cancel: (() => void) | undefined;
  const scopeHolder = element('span', {});
  const note = emptyNote('There are no neurites, so there are no bars.');
  const typeOf = (section: number): number => morphology?.sections.types[section] ?? 0;
  const colorOf = ({ root }: Bar): string => palette.value.typeColor(typeOf(root));
  const distanceTitle = (): string => (distance === 'radial_distances' ? 'Radial distance' : 'Path distance');

  const table = new Table({
    label: 'Bars',
    columns: [
      { title: 'Tip section', align: 'end', width: 6.5, value: (row) => bars[row]?.tip ?? null },
      {
        title: 'Type',
        width: 10.5,
        value: (row) => sectionTypeTitle(typeOf(bars[row]?.root ?? 0), morphology?.family),
        mark: (row) => swatch(palette.value.typeColor(typeOf(bars[row]?.root ?? 0))),
      },
      ...(['birth', 'death'] as const).map((end) => ({
        title: end === 'birth' ? 'Birth' : 'Death',
        unit: 'µm',
        align: 'end' as const,
        width: 6,
        value: (row: number) => bars[row]?.[end] ?? null,
        text: (row: number) => formatNumber(bars[row]?.[end] ?? NaN),
      })),
      {
        title: 'Length',
        unit: 'µm',
        align: 'end',
        width: 6,
        value: (row) => (bars[row] ? lengthOf(bars[row]) : null),
        text: (row) => (bars[row] ? formatNumber(lengthOf(bars[row])) : ''),
      },
    ],
    onPick: (row, open) => {
      const tip = bars[row]?.tip;
      if (tip === undefined) return;
      state.update({ selection: { section: tip } });
      if (open) host.pickSection(tip, undefined, true);
    },
  });

  const draw = (width: number, height: number): SVGSVGElement | undefined => {
    if (bars.length === 0) return undefined;
    return kind === 'barcode' ? drawBarcode(width, height) : drawDiagram(width, height);
  };
  const greatest = (): number =>
    bars.reduce((most, { birth, death }) => Math.max(most, finite(birth), finite(death)), 1);
  const drawBarcode = (width: number, height: number): SVGSVGElement => {
    const box = plotBox(width, height);
    const x: Axis = { label: `${distanceTitle()} (µm)`, low: 0, high: greatest() };
    const y: Axis = { label: `${bars.length} bars`, low: -0.5, high: bars.length - 0.5, bare: true };
    const [toX, toY] = [scaleX(box, x), scaleY(box, y)];
    const thickness = Math.max(0.5, Math.min(6, ((box.bottom - box.top) / bars.length) * 0.7));
    const chosen = state.value.selection?.section;
    const lines = bars.map((bar, index) => {
      const isChosen = bar.tip === chosen;
      const [from, to] = [toX(finite(bar.death)), toX(finite(bar.birth))];
      const height = isChosen ? Math.max(3, thickness) : thickness;
      return svgElement(
        'rect',
        {
          x: Math.min(from, to).toFixed(1),
          y: (toY(index) - height / 2).toFixed(1),
          width: Math.max(0.5, Math.abs(to - from)).toFixed(1),
          height: height.toFixed(1),
          fill: isChosen ? palette.value.selection : colorOf(bar),
          'data-tip': bar.tip,
        },
        svgElement('title', {}, barTitle(bar)),
      );
    });
    return plotSvg(box, plotAxes(box, x, y, plotColors(palette.value)), ...lines);
  };
  const drawDiagram = (width: number, height: number): SVGSVGElement => {
    const box = plotBox(width, height);
    const high = greatest() * 1.03;
    const x: Axis = { label: `Birth: ${distanceTitle().toLowerCase()} of the tip (µm)`, low: 0, high };
    const y: Axis = { label: 'Death (µm)', low: 0, high };
    const [toX, toY] = [scaleX(box, x), scaleY(box, y)];
    const { muted, selection, background } = palette.value;
    const diagonal = svgElement('line', {
      x1: toX(0),
      y1: toY(0),
      x2: toX(high),
      y2: toY(high),
      stroke: muted,
      'stroke-dasharray': '4 3',
    });
    const chosen = state.value.selection?.section;
    const dots = bars.map((bar) =>
      svgElement(
        'circle',
        {
          cx: toX(finite(bar.birth)).toFixed(1),
          cy: toY(finite(bar.death)).toFixed(1),
          r: bar.tip === chosen ? 5 : 3,
          fill: bar.tip === chosen ? selection : colorOf(bar),
          stroke: background,
          'stroke-width': 0.5,
          'data-tip': bar.tip,
        },
        svgElement('title', {}, barTitle(bar)),
      ),
    );
    return plotSvg(box, plotAxes(box, x, y, plotColors(palette.value)), diagonal, ...dots);
  };
  const plot = plotPart(() => `Persistence ${kind} of ${bars.length} bars; the table holds the values`, draw);
  const tipAt = (event: Event): number | undefined => {
    const tip = event.target instanceof Element ? event.target.getAttribute('data-tip') : null;
    return tip === null ? undefined : Number(tip);
  };
  plot.element.addEventListener('pointerover', (event) => {
    state.hover.set(tipAt(event) ?? null);
  });
  plot.element.addEventListener('pointerleave', () => {
    state.hover.set(null);
  });
  plot.element.addEventListener('click', (event) => {
    const tip = tipAt(event);
    if (tip !== undefined) state.update({ selection: { section: tip } });
  });

  const follow = (): void => {
    const section = state.value.selection?.section;
    const row = section === undefined ? -1 : bars.findIndex(({ tip }) => tip === section);
    table.select(row < 0 ? undefined : row);
  };
  const choose = (): void => {
    if (!barcode) return;
    const [what, number] = scope.split(' ');
    const root = what === 'neurite' ? Number(number) : undefined;
    bars = barsOf(barcode, distance, root, (each) => what !== 'type' || typeOf(each) === Number(number));
    note.hidden = bars.length > 0;
    table.setRows(bars.length);
    follow();
    plot.redraw();
  };
  const update = (): void => {
    cancel?.();
    if (!isVisible || !morphology || barcode) return;
    const given = morphology;
    cancel = afterPaint(() => {
      barcode = persistenceBarcode(given);
      const scopes = scopesOf(given);
      if (!scopes.some(({ value }) => value === scope)) scope = ALL;
      scopeHolder.replaceChildren(
        choice('Of', scopes, scope, (chosen) => {
          scope = chosen;
          choose();
        }),
      );
      choose();
    });
  };
  const subscriptions = [
    palette.subscribe(() => {
      plot.redraw();
      table.refresh();
    }),
    state.follow(['selection'], () => {
      if (!isVisible) return;
      follow();
      plot.redraw();
    }),
  ];
  return {
    element: element(
      'div',
      { class: 'tab-part' },
      element(
        'div',
        { class: 'toolbar' },
        choice<Kind>(
          'Show',
          [
            { value: 'barcode', title: 'barcode' },
            { value: 'diagram', title: 'diagram' },
          ],
          kind,
          (chosen) => {
            kind = chosen;
            plot.redraw();
          },
        ),
        choice<Distance>(
          'Distance',
          [
            { value: 'radial_distances', title: 'radial' },
            { value: 'path_distances', title: 'path' },
          ],
          distance,
          (chosen) => {
            distance = chosen;
            choose();
          },
        ),
        scopeHolder,
        element('span', { class: 'spring' }),
        menuButton('Export', 'export', () => [
          {
            label: 'SVG',
            run: () => {
              const svg = plot.picture(800, 600);
              const title = `Persistence ${kind}`;
              if (svg) void saveText(context, 'svg', kind, svgText(svg, title, palette.value.background));
            },
          },
          ...exportTable(context, 'barcode', table),
        ]),
      ),
      note,
      element('div', { class: 'beside' }, element('div', { class: 'plot-area' }, plot.element), table.element),
    ),
    show: (given) => {
      if (given !== morphology) barcode = undefined;
      morphology = given;
      update();
    },
    setVisible: (visible) => {
      isVisible = visible;
      if (!visible) return;
      table.refresh();
      if (barcode) {
        follow();
        plot.redraw();
      }
      update();
    },
    dispose: () => {
      cancel?.();
      for (const end of subscriptions) end();
      plot.dispose();
      table.dispose();
    },
  };
}

function scopesOf(morphology: Morphology): readonly { value: string; title: string }[] {
  const { sections, family } = morphology;
  const types = typeSummaries(morphology).filter(({ neurites }) => neurites > 0);
  const { roots } = topologyOf(sections);
  return [
    { value: ALL, title: 'all neurites' },
    ...types.map(({ type }) => ({ value: `type ${type}`, title: sectionTypeTitle(type, family) })),
    ...Array.from(roots.length <= NEURITE_LIMIT ? roots : [], (root) => ({
      value: `neurite ${root}`,
      title: `neurite of section ${root} (${sectionTypeTitle(sections.types[root] ?? 0, family)})`,
    })),
  ];
}

function barTitle({ tip, birth, death }: Bar): string {
  return `Section ${tip}: ${formatNumber(birth)} to ${formatNumber(death)} µm`;
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
