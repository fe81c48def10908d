/** The tab "Sholl": how many segments cross spheres around the soma, by type of neurite. */
import type { Morphology } from '../../../formats/morphology/model';
import { shollProfile, type ShollProfile } from '../../../formats/morphology/measures/sholl';
import { sectionTypeTitle } from '../../../formats/morphology/sectionTypes';
import { choice, element, svgElement } from '../../common/dom';
import { menuButton } from '../../common/menu';
import { emptyNote } from '../../common/notices';
import { formatCount, formatNumber } from '../../common/numbers';
import { plotAxes, plotBox, plotSvg, scaleX, scaleY, svgText, type Axis } from '../../common/plotFrame';
import { plotPart } from '../../common/plotPart';
import { Table, type Column } from '../../common/table';
import { afterPaint } from '../../common/webview';
import { typeSummaries } from '../derived';
import { exportTable, saveText } from '../exports';
import type { Part, PartContext } from '../part';
import { plotColors } from '../plotColors';
import { legend } from '../legend';

const STEPS = ['1', '5', '10', '20', '50', '100'] as const;

interface Curve {
  readonly title: string;
  /** undefined: all neurites. */
  readonly type: number | undefined;
  readonly profile: ShollProfile;
}

export function createSholl(context: PartContext): Part {
  const { palette } = context;
  let morphology: Morphology | undefined;
  let step = 10;
  let curves: readonly Curve[] | undefined;
  let isVisible = false;
  let cancel: (() => void) | undefined;
  let table: Table | undefined;
  const tableHolder = element('div', { class: 'table-holder' });
  const legendHolder = element('div', { class: 'legend' });
  const note = emptyNote('');
  const colorOf = (type: number | undefined): string =>
    type === undefined ? palette.value.foreground : palette.value.typeColor(type);
  const plot = plotPart(
    () =>
      `Sholl crossings against radius, ${curves?.map(({ title }) => title).join(', ') ?? ''}; the table holds the values`,
    (width, height) => curves && drawCurves(curves, width, height),
  );

  const drawCurves = (drawn: readonly Curve[], width: number, height: number): SVGSVGElement => {
    const box = plotBox(width, height);
    const last = Math.max(...drawn.map(({ profile }) => profile.radii.at(-1) ?? 0), 1);
    const most = Math.max(...drawn.flatMap(({ profile }) => profile.crossings.reduce((a, b) => Math.max(a, b), 1)));
    const x: Axis = { label: 'Distance from the soma’s centre (µm)', low: 0, high: last };
    const y: Axis = { label: 'Crossings', low: 0, high: most * 1.05 };
    const [toX, toY] = [scaleX(box, x), scaleY(box, y)];
    const lines = drawn.map(({ profile, type }) => {
      const points = Array.from(
        profile.radii,
        (radius, i) => `${toX(radius).toFixed(1)},${toY(profile.crossings[i] ?? 0).toFixed(1)}`,
      ).join(' ');
      return svgElement('polyline', {
        points,
        fill: 'none',
        stroke: colorOf(type),
        'stroke-width': type === undefined ? 1 : 1.75,
        'stroke-dasharray': type === undefined ? '4 3' : undefined,
      });
    });
    return plotSvg(box, plotAxes(box, x, y, plotColors(palette.value)), ...lines);
  };

  const compute = (given: Morphology): void => {
    const types = typeSummaries(given).filter(({ neurites }) => neurites > 0);
    const one: readonly Curve[] = types.map(({ type }) => ({
      title: sectionTypeTitle(type, given.family),
      type,
      profile: shollProfile(given, type, step),
    }));
    const all = { title: 'all', type: undefined, profile: shollProfile(given, undefined, step) };
    curves = one.length > 1 ? [...one, all] : one;
    showTable(curves);
    legendHolder.replaceChildren(...legend(curves.map(({ title, type }) => ({ title, color: colorOf(type) }))));
    note.textContent = curves.length === 0 ? 'There are no neurites: nothing crosses a sphere around the soma.' : '';
    note.hidden = curves.length > 0;
    plot.redraw();
  };

  const showTable = (shown: readonly Curve[]): void => {
    const longest = shown.reduce<ShollProfile | undefined>(
      (found, { profile }) => (found && found.radii.length >= profile.radii.length ? found : profile),
      undefined,
    );
    table?.dispose();
    table = undefined;
    tableHolder.replaceChildren();
    if (!longest) return;
    table = new Table({
      label: 'Sholl crossings',
      columns: [
        {
          title: 'Radius',
          unit: 'µm',
          align: 'end',
          width: 6,
          value: (row) => longest.radii[row] ?? null,
          text: (row) => formatNumber(longest.radii[row] ?? 0),
        },
        ...shown.map(({ title, profile }): Column => ({
          title,
          align: 'end',
          width: 6,
          // Beyond the last point of a type nothing crosses.
          value: (row) => profile.crossings[row] ?? 0,
          text: (row) => formatCount(profile.crossings[row] ?? 0),
        })),
      ],
    });
    tableHolder.replaceChildren(table.element);
    table.setRows(longest.radii.length);
  };

  const update = (): void => {
    cancel?.();
    if (!isVisible || !morphology || curves) return;
    const given = morphology;
    cancel = afterPaint(() => {
      compute(given);
    });
  };
  const subscription = palette.subscribe(() => {
    legendHolder.replaceChildren(...legend((curves ?? []).map(({ title, type }) => ({ title, color: colorOf(type) }))));
    plot.redraw();
  });
  return {
    element: element(
      'div',
      { class: 'tab-part' },
      element(
        'div',
        { class: 'toolbar' },
        choice(
          'Step',
          STEPS.map((value) => ({ value, title: `${value} µm` })),
          '10',
          (chosen) => {
            step = Number(chosen);
            curves = undefined;
            update();
          },
        ),
        legendHolder,
        element('span', { class: 'spring' }),
        menuButton('Export', 'export', () => [
          {
            label: 'SVG',
            run: () => {
              const svg = plot.picture(800, 500);
              if (svg)
                void saveText(context, 'svg', 'sholl', svgText(svg, 'Sholl crossings', palette.value.background));
            },
          },
          ...(table ? exportTable(context, 'sholl', table) : []),
        ]),
      ),
      note,
      element('div', { class: 'beside' }, element('div', { class: 'plot-area' }, plot.element), tableHolder),
    ),
    show: (given) => {
      if (given !== morphology) curves = undefined;
      morphology = given;
      update();
    },
    setVisible: (visible) => {
      isVisible = visible;
      if (visible) table?.refresh();
      update();
    },
    dispose: () => {
      cancel?.();
      subscription();
      plot.dispose();
      table?.dispose();
    },
  };
}
