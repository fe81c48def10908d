/** What is measured of the shown sweeps: current against voltage, spikes against amplitude, and the table of both. */
import { choice, element, svgElement } from '../../common/dom';
import { formatNumber } from '../../common/numbers';
import { plotAxes, plotBox, plotSvg, scaleX, scaleY } from '../../common/plotFrame';
import { plotPart } from '../../common/plotPart';
import { Table } from '../../common/table';
import type { PartContext } from '../part';
import { plotColors } from '../plot/colors';
import { responseMeasures, spikeCount, stimulusStep } from './measures';
import { scaleOf } from './physical';
import type { SweepLines } from './readTraces';

interface Row {
  readonly name: string;
  readonly color: string;
  readonly amplitude: number;
  readonly peak: number;
  readonly steady: number;
  readonly spikes: number | null;
}

interface MeasuresPane {
  readonly element: HTMLElement;
  show(lines: readonly SweepLines[], colors: readonly string[]): void;
  refresh(): void;
  csv(): string | undefined;
  dispose(): void;
}

const PEAK = '#d55e00';
const STEADY = '#3c8ed4';

export function createMeasuresPane({ state }: PartContext): MeasuresPane {
  let rows: readonly Row[] = [];
  let units = { stimulus: '', response: '' };
  let what: 'iv' | 'spikes' = 'iv';
  let table: Table | undefined;
  const holder = element('div', { class: 'table-holder' });
  const note = element('p', { class: 'view-note muted' });
  const plot = plotPart(
    () => `${what === 'iv' ? 'I–V plot' : 'Spike count against amplitude'}; the table below holds the values`,
    (width, height) => (rows.length === 0 ? undefined : draw(width, height)),
  );

  const draw = (width: number, height: number): SVGSVGElement => {
    const box = plotBox(width, height);
    const colors = plotColors();
    const series =
      what === 'spikes'
        ? [{ color: STEADY, at: (row: Row) => row.spikes ?? NaN }]
        : [
            { color: PEAK, at: ({ peak }: Row) => peak },
            { color: STEADY, at: ({ steady }: Row) => steady },
          ];
    const points = series.flatMap(({ color, at }) =>
      rows.map((row) => ({ x: row.amplitude, y: at(row), color })).filter(({ x, y }) => !Number.isNaN(x + y)),
    );
    const x = { label: `Amplitude (${units.stimulus})`, ...ends(points.map((point) => point.x)) };
    const y = {
      label: what === 'spikes' ? 'Spikes' : `Response (${units.response})`,
      ...ends(points.map((point) => point.y)),
    };
    const [toX, toY] = [scaleX(box, x), scaleY(box, y)];
    const dots = points.map((point) =>
      svgElement('circle', { cx: toX(point.x), cy: toY(point.y), r: 3.5, fill: point.color }),
    );
    const legend =
      what === 'iv'
        ? [
            legendText(box.left + 8, box.top + 10, 'peak', PEAK),
            legendText(box.left + 48, box.top + 10, 'steady', STEADY),
          ]
        : [];
    return plotSvg(box, plotAxes(box, x, y, colors), ...dots, ...legend);
  };

  return {
    element: element(
      'div',
      { class: 'side-part' },
      element(
        'div',
        { class: 'side-line' },
        choice(
          'Plot',
          [
            { value: 'iv', title: 'I–V' },
            { value: 'spikes', title: 'Spikes' },
          ],
          what,
          (chosen) => {
            what = chosen;
            plot.redraw();
          },
        ),
        choice(
          'Spike at',
          [
            { value: '-20', title: '−20 mV' },
            { value: '0', title: '0 mV' },
          ],
          String(state.value.threshold),
          (threshold) => {
            state.update({ threshold: threshold === '0' ? 0 : -20 });
          },
        ),
      ),
      element('div', { class: 'plot-area side-plot' }, plot.element),
      note,
      holder,
    ),
    show: (lines, colors) => {
      const { threshold } = state.value;
      const [first] = lines;
      units = {
        stimulus: scaleOf(first?.stimuli[0]?.trace.unit ?? '').unit,
        response: scaleOf(first?.responses[0]?.trace.unit ?? '').unit,
      };
      rows = withoutNoise(lines.map((each, i) => measured(each, colors[i] ?? '', threshold)));
      note.textContent = `From the values that are drawn (least and greatest of parts): peak and mean of the last tenth during the longest step of the stimulus; spikes are upward crossings of ${threshold === 0 ? '0' : '−20'} mV.`;
      table?.dispose();
      const number = (title: string, unit: string, value: (row: Row) => number | null) => ({
        title,
        unit,
        align: 'end' as const,
        width: 3.5,
        value: (row: number): number | null => {
          const found = rows[row];
          const read = found && value(found);
          return read === undefined || read === null || Number.isNaN(read) ? null : read;
        },
        text: (row: number): string => {
          const found = rows[row];
          const read = found && value(found);
          return read === undefined || read === null || Number.isNaN(read) ? '' : formatNumber(read);
        },
      });
      table = new Table({
        label: 'Measures of the sweeps',
        columns: [
          {
            title: 'Sweep',
            width: 9,
            value: (row) => rows[row]?.name ?? '',
            mark: (row) => {
              const mark = element('span', { class: 'swatch' });
              mark.style.background = rows[row]?.color ?? '';
              return mark;
            },
          },
          number('Step', units.stimulus, ({ amplitude }) => amplitude),
          number('Peak', units.response, ({ peak }) => peak),
          number('Steady', units.response, ({ steady }) => steady),
          number('Spikes', '', ({ spikes }) => spikes),
        ],
      });
      holder.replaceChildren(table.element);
      table.setRows(rows.length);
      plot.redraw();
    },
    refresh: () => {
      table?.refresh();
      plot.redraw();
    },
    csv: () => table?.csv(),
    dispose: () => {
      table?.dispose();
      plot.dispose();
    },
  };
}

function measured({ sweep, responses, stimuli }: SweepLines, color: string, threshold: number): Row {
  const [response] = responses;
  const [stimulus] = stimuli;
  const step = stimulus && stimulusStep(stimulus);
  const found = step && response && responseMeasures(response, step);
  const isVoltage = response !== undefined && scaleOf(response.trace.unit).unit === 'mV';
  return {
    name: sweep.name,
    color,
    amplitude: step?.amplitude ?? NaN,
    peak: found?.peak ?? NaN,
    steady: found?.steady ?? NaN,
    spikes: isVoltage ? spikeCount(response.y, response.isParts, threshold) : null,
  };
}

/** A stimulus that is nothing but the rounding of its samples has no step. */
function withoutNoise(rows: readonly Row[]): readonly Row[] {
  const greatest = rows.reduce((most, { amplitude }) => Math.max(most, Math.abs(amplitude) || 0), 0);
  return rows.map((row) => (Math.abs(row.amplitude) < greatest * 1e-6 ? { ...row, amplitude: 0 } : row));
}

function ends(values: readonly number[]): { readonly low: number; readonly high: number } {
  if (values.length === 0) return { low: 0, high: 1 };
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const pad = high > low ? (high - low) * 0.08 : 1;
  return { low: low - pad, high: high + pad };
}

function legendText(x: number, y: number, text: string, fill: string): SVGElement {
  return svgElement('text', { x, y, fill, 'font-size': 11, 'font-family': 'sans-serif' }, text);
}
