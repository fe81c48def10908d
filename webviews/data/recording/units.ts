/** Spike times of units as a raster: one row a unit, one pixel a spike. */
import { sharpCanvas } from '../../common/canvas';
import { element } from '../../common/dom';
import { Loader } from '../../common/loader';
import { menuButton, type MenuItem } from '../../common/menu';
import { axisTicks, counted, formatCount, formatNumber } from '../../common/numbers';
import { plotBox } from '../../common/plotFrame';
import { Table } from '../../common/table';
import { saveText } from '../exports';
import { rangeInputs } from '../dataset/rangeInputs';
import type { Part, PartContext } from '../part';
import { plotColors } from '../plot/colors';
import { rasterPixels } from './raster';

/** Units that are shown at once. */
const MOST_UNITS = 500;

export function createUnits(context: PartContext): Part {
  const { content, host } = context;
  const loader = new Loader();
  const note = element('p', { class: 'muted', role: 'status' });
  const picker = element('span', {});
  let range = { start: 0, end: MOST_UNITS };
  let spikes: readonly Float64Array[] = [];
  let isVisible = false;
  let isStale = true;
  const span = (): readonly [number, number] => {
    let [low, high] = [Infinity, -Infinity];
    for (const times of spikes) {
      for (const time of times) {
        if (time < low) low = time;
        if (time > high) high = time;
      }
    }
    return low <= high ? [low, high > low ? high : low + 1] : [0, 1];
  };
  const holder = element('div', {
    class: 'plot-holder',
    role: 'img',
    'aria-label': 'Spikes of units against time; the table beside it holds their counts',
  });
  const canvas = sharpCanvas(holder, (drawing, width, height) => {
    const box = plotBox(width, height);
    const colors = plotColors();
    const [low, high] = span();
    const [across, down] = [Math.round(box.right - box.left), Math.round(box.bottom - box.top)];
    drawing.fillStyle = colors.foreground;
    const rows = Math.max(1, spikes.length);
    const pixels = rasterPixels(spikes, low, high, across, down);
    const tick = Math.max(1, Math.floor(down / rows) - 1);
    for (let y = 0; y < down; y++) {
      for (let x = 0; x < across; x++)
        if (pixels[y * across + x]) drawing.fillRect(box.left + x, box.top + y, 1, Math.min(tick, 12));
    }
    drawing.fillStyle = colors.muted;
    drawing.font = '11px sans-serif';
    drawing.textAlign = 'center';
    for (const at of axisTicks(low, high, across / 90)) {
      drawing.fillText(formatNumber(at), box.left + ((at - low) / (high - low)) * across, box.bottom + 14);
    }
    drawing.fillText('Time (s)', (box.left + box.right) / 2, height - 6);
    drawing.textAlign = 'right';
    drawing.fillText(String(range.start), box.left - 6, box.top + 10);
    drawing.fillText(String(range.start + rows - 1), box.left - 6, box.bottom);
  });
  const table = new Table({
    label: 'Units',
    columns: [
      { title: 'Unit', align: 'end', width: 4, value: (row) => range.start + row },
      {
        title: 'Spikes',
        align: 'end',
        width: 5,
        value: (row) => spikes[row]?.length ?? null,
        text: (row) => formatCount(spikes[row]?.length ?? 0),
      },
      { title: 'First', unit: 's', align: 'end', width: 6, value: (row) => spikes[row]?.[0] ?? null },
      { title: 'Last', unit: 's', align: 'end', width: 6, value: (row) => spikes[row]?.at(-1) ?? null },
    ],
  });

  const load = (): void => {
    const count = content.value.recording?.unitCount ?? 0;
    isStale = false;
    range = {
      start: Math.min(range.start, Math.max(0, count - 1)),
      end: Math.min(count, range.end, range.start + MOST_UNITS),
    };
    picker.replaceChildren(
      rangeInputs(
        'Units',
        Math.max(1, count),
        () => range,
        (chosen) => {
          range = chosen;
          load();
        },
      ),
    );
    const asked = range;
    loader.run(
      'Reading spike times …',
      async (signal) => host.unitSpikes(asked, signal),
      (read) => {
        spikes = read;
        const total = read.reduce((sum, times) => sum + times.length, 0);
        note.textContent = `${formatCount(read.length)} of ${counted(count, 'unit')} · ${counted(total, 'spike')}`;
        table.setRows(read.length);
        canvas.redraw();
      },
    );
  };
  const exports = (): readonly MenuItem[] => [
    {
      label: 'Units (CSV)',
      run: () => {
        saveText(context, 'csv', 'units', table.csv());
      },
    },
    {
      label: 'Spike times (JSON)',
      run: () => {
        saveText(
          context,
          'json',
          'spikes',
          JSON.stringify(spikes.map((times, i) => ({ unit: range.start + i, times: [...times] }))),
        );
      },
    },
    {
      label: 'Raster (PNG)',
      run: () => {
        holder.querySelector('canvas')?.toBlob((blob) => {
          void blob?.arrayBuffer().then((bytes) => {
            saveText(context, 'png', 'raster', new Uint8Array(bytes));
          });
        });
      },
    },
  ];
  return {
    element: element(
      'div',
      { class: 'units' },
      element(
        'div',
        { class: 'toolbar' },
        picker,
        note,
        element('span', { class: 'spring' }),
        menuButton('Export', 'export', exports),
      ),
      element(
        'div',
        { class: 'beside' },
        element('div', { class: 'plot-area' }, holder, loader.element),
        element('div', { class: 'table-holder' }, table.element),
      ),
    ),
    reload: () => {
      if (isVisible) load();
      else isStale = true;
    },
    setVisible: (visible) => {
      isVisible = visible;
      if (visible && isStale) load();
      else if (visible) table.refresh();
    },
    exports,
    dispose: () => {
      loader.cancel();
      canvas.dispose();
      table.dispose();
    },
  };
}
