/** The sweeps of a recording: responses over stimuli on one axis of time, and what is measured of them. */
import type { LooseSeries, Sweep } from '../../../formats/recording/model';
import { rampColor } from '../../common/colors';
import { choice, element, iconButton } from '../../common/dom';
import { Loader } from '../../common/loader';
import { menuButton, type MenuItem } from '../../common/menu';
import { counted } from '../../common/numbers';
import { observedTheme } from '../../common/theme';
import { saveText } from '../exports';
import type { Part, PartContext } from '../part';
import { LinePlot, type LinePicture } from '../plot/linePlot';
import { extent, type PlotLine } from '../plot/lines';
import { abfSnippet, nwbSnippet } from '../snippet';
import { stimulusStep } from './measures';
import { createMeasuresPane } from './measuresPane';
import { durationOf, sampleRange, scaleOf } from './physical';
import { TraceReader, type SweepLines, type TraceLine } from './readTraces';
import { createSweepList } from './sweepList';
import { firstRepetition } from './sweepTree';
import { createValuesPane } from './valuesPane';

/** Sweeps that are drawn at once. */
const MOST_DRAWN = 50;

export function createSweeps(context: PartContext): Part {
  const { content, state, host } = context;
  const reader = new TraceReader(host);
  const loader = new Loader();
  let isVisible = false;
  let isStale = true;
  /** Of the whole sweeps, for measures and colours. */
  let whole: readonly SweepLines[] = [];
  let drawn: readonly SweepLines[] = [];
  let panels: readonly Panel[] = [];
  /** By panel. */
  let heldY: Readonly<Record<string, readonly [number, number]>> = {};

  const all = (): readonly Sweep[] => {
    const { recording } = content.value;
    return recording ? [...recording.sweeps, ...recording.loose.map(looseSweep)] : [];
  };
  let sweeps = all();
  const chosen = (): readonly Sweep[] => {
    const ids = new Set(state.value.sweeps ?? []);
    const kept = sweeps.filter(({ id }) => ids.has(id));
    return state.value.sweeps === null || (ids.size > 0 && kept.length === 0) ? firstRepetition(sweeps) : kept;
  };

  const zoom = (range: { readonly low: number; readonly high: number } | undefined): void => {
    const longest = fullRange(chosen(), whole)[1];
    if (!range) state.update({ zoom: null });
    else {
      const low = Math.max(0, range.low);
      const high = Math.min(longest, range.high);
      if (high > low) state.update({ zoom: low === 0 && high === longest ? null : { low, high } });
    }
  };
  const keys = 'Arrow keys move, + and − zoom, 0 shows all; the table beside it holds the values.';
  const responses = new LinePlot({
    label: () => `Responses of ${counted(drawn.length, 'sweep')}. ${keys}`,
    zoom,
    widened: () => {
      load();
    },
  });
  /** Below the responses: the stimuli, and what was recorded in another unit than the first response. */
  const lower: { readonly plot: LinePlot; readonly holder: HTMLElement }[] = [];
  const plots = element(
    'div',
    { class: 'sweep-plots' },
    element('div', { class: 'plot-area' }, responses.element),
    loader.element,
  );
  const lowerPlot = (index: number): LinePlot => {
    const known = lower[index];
    if (known) return known.plot;
    const label = (): string => `${titleOf(panels[index + 1])} of ${counted(drawn.length, 'sweep')}. ${keys}`;
    const plot = new LinePlot({ label, zoom });
    const holder = element('div', { class: 'plot-area stimulus-area' }, plot.element);
    lower.push({ plot, holder });
    loader.element.before(holder);
    return plot;
  };
  const status = element('p', { class: 'muted sweep-status', role: 'status' });
  const measures = createMeasuresPane(context);
  const values = createValuesPane();
  const list = createSweepList(state, (ids) => {
    state.update({ sweeps: ids });
  });

  const load = (): void => {
    isStale = false;
    const shown = chosen().slice(0, MOST_DRAWN);
    const { zoom: window } = state.value;
    list.show(sweeps, new Set(chosen().map(({ id }) => id)));
    status.textContent = statusText(chosen().length, shown.length);
    if (shown.length === 0) {
      loader.cancel();
      [whole, drawn] = [[], []];
      draw();
      return;
    }
    requestAnimationFrame(() => {
      if (!isVisible) {
        isStale = true;
        return;
      }
      const { bins } = responses;
      loader.run(
        `Reading ${counted(shown.length, 'sweep')} …`,
        async (signal) => {
          // Measures are of whole sweeps: those are read once, and kept while a window is looked at.
          const complete = await reader.read(shown, null, bins, signal);
          return { complete, part: window ? await reader.read(shown, window, bins, signal) : complete };
        },
        ({ complete, part }) => {
          [whole, drawn] = [complete, part];
          draw();
        },
      );
    });
  };

  const draw = (): void => {
    const colors = lineColors(whole, state.value.colouring);
    const x = state.value.zoom ? ([state.value.zoom.low, state.value.zoom.high] as const) : fullRange(chosen(), whole);
    panels = panelsOf(drawn, colors);
    if (!state.value.lockY) heldY = {};
    const pictures = panels.map(({ name, unit, lines }, i): LinePicture => {
      const y = state.value.lockY ? (heldY[name] ?? padded(extent(lines))) : undefined;
      if (y) heldY = { ...heldY, [name]: y };
      return { lines, xTitle: 'ms', yTitle: unit, x, y, marks: i === 0 ? tagMarks(context, drawn) : [] };
    });
    responses.show(pictures[0]);
    for (const [i, picture] of pictures.slice(1).entries()) lowerPlot(i).show(picture);
    for (const [i, { plot, holder }] of lower.entries()) {
      holder.hidden = i + 1 >= pictures.length;
      if (holder.hidden) plot.show(undefined);
    }
    reset.disabled = state.value.zoom === null;
    measures.show(whole, colors);
    values.show(panels.flatMap(({ lines }) => lines));
  };

  const reset = iconButton('screen-full', 'Show the whole sweep', () => {
    state.update({ zoom: null });
  });
  const lock = element('input', {
    type: 'checkbox',
    checked: state.value.lockY,
    on: {
      change: () => {
        state.update({ lockY: lock.checked });
      },
    },
  });
  const side = element('aside', { class: 'sweep-side', 'aria-label': 'Values and measures' });
  const sideChoice = choice(
    'Beside',
    [
      { value: 'measures', title: 'Measures' },
      { value: 'values', title: 'Values' },
    ],
    state.value.side,
    (chosenSide) => {
      state.update({ side: chosenSide });
    },
  );
  const followed = [
    state.kept.subscribe((now, before) => {
      if (now.sweeps !== before.sweeps || now.zoom !== before.zoom) {
        if (isVisible) load();
        else isStale = true;
      } else if (now.colouring !== before.colouring || now.lockY !== before.lockY || now.threshold !== before.threshold)
        draw();
    }),
    state.follow(['side'], ({ side: open }) => {
      side.replaceChildren(sideChoice, open === 'values' ? values.element : measures.element);
      values.refresh();
      measures.refresh();
    }),
    observedTheme().subscribe(draw),
  ];

  function exports(): readonly MenuItem[] {
    const copySnippet = (): void => {
      const { path, recording } = content.value;
      const shown = drawn.map(({ sweep }) => sweep);
      const [first] = shown.flatMap((sweep) => sweep.responses);
      const text =
        recording?.kind === 'abf'
          ? abfSnippet(
              path,
              shown.map(({ number }) => number),
              Math.max(1, ...shown.map((sweep) => sweep.responses.length)),
              first ? sampleRange(first, state.value.zoom) : { start: 0, end: 0 },
            )
          : nwbSnippet(
              path,
              recording?.version ?? '',
              shown.flatMap((sweep) =>
                [...sweep.responses, ...sweep.stimuli].map((trace) => ({
                  id: trace.id,
                  hasRate: trace.rate !== undefined,
                  ...sampleRange(trace, state.value.zoom),
                })),
              ),
            );
      host.copy(text, 'the Python snippet');
    };
    const pictures = panels.flatMap((panel, i): readonly MenuItem[] => {
      const plot = i === 0 ? responses : lowerPlot(i - 1);
      const title = titleOf(panel);
      const name = panel.name === 'responses' ? 'sweeps' : title;
      return [
        {
          label: `${title} (PNG)`,
          run: () =>
            void plot.png().then((png) => {
              saveText(context, 'png', name, png);
            }),
        },
        {
          label: `${title} (SVG)`,
          run: () => {
            saveText(context, 'svg', name, plot.svg(title));
          },
        },
      ];
    });
    return [
      {
        label: 'Values of the plot (CSV)',
        run: () => {
          saveText(context, 'csv', 'sweeps', values.csv());
        },
      },
      {
        label: 'Measures (CSV)',
        run: () => {
          saveText(context, 'csv', 'measures', measures.csv());
        },
      },
      {
        label: 'Values of the plot (JSON)',
        run: () => {
          saveText(context, 'json', 'sweeps', values.json());
        },
      },
      {
        label: 'Values of the plot (NPY)',
        run: () => {
          saveText(context, 'npy', 'sweeps', values.npy());
        },
      },
      ...pictures,
      {
        label: 'Copy names of the traces',
        run: () => {
          host.copy(
            drawn.flatMap((each) => [...each.responses, ...each.stimuli].map(({ trace }) => trace.id)).join('\n'),
            'the names',
          );
        },
      },
      { label: 'Copy Python snippet', run: copySnippet },
    ];
  }
  const toolbar = element(
    'div',
    { class: 'toolbar', role: 'toolbar', 'aria-label': 'Sweeps' },
    status,
    choice(
      'Colour',
      [
        { value: 'order', title: 'order' },
        { value: 'amplitude', title: 'amplitude' },
      ],
      state.value.colouring,
      (colouring) => {
        state.update({ colouring });
      },
    ),
    element('label', { class: 'labelled' }, lock, 'Lock y'),
    reset,
    element('span', { class: 'spring' }),
    menuButton('Export', 'export', exports),
  );
  return {
    element: element(
      'div',
      { class: 'sweeps' },
      list.element,
      element('div', { class: 'sweep-main' }, toolbar, plots),
      side,
    ),
    reload: () => {
      reader.clear();
      heldY = {};
      sweeps = all();
      if (isVisible) load();
      else isStale = true;
    },
    setVisible: (visible) => {
      isVisible = visible;
      if (!visible) loader.cancel();
      if (visible && isStale) load();
      list.refresh();
    },
    exports,
    dispose: () => {
      for (const end of followed) end();
      loader.cancel();
      list.dispose();
      responses.dispose();
      for (const { plot } of lower) plot.dispose();
      measures.dispose();
      values.dispose();
    },
  };
}

/** A series that belongs to no sweep is shown as one. */
function looseSweep({ trace, type }: LooseSeries, index: number): Sweep {
  return {
    id: `loose ${trace.id}`,
    name: trace.name,
    number: index,
    protocol: `Other series: ${type}`,
    repetition: '',
    responses: [trace],
    stimuli: [],
  };
}

function statusText(count: number, drawn: number): string {
  if (count === 0) return 'No sweep is chosen: check some in the tree';
  return drawn < count ? `The first ${drawn} of ${counted(count, 'sweep')} shown` : `${counted(count, 'sweep')} shown`;
}

function fullRange(sweeps: readonly Sweep[], lines: readonly SweepLines[]): readonly [number, number] {
  let longest = 0;
  for (const { responses, stimuli } of sweeps.slice(0, MOST_DRAWN)) {
    for (const trace of [...responses, ...stimuli]) longest = Math.max(longest, durationOf(trace) ?? 0);
  }
  // Of a trace with timestamps only its values tell how long it is.
  for (const { responses, stimuli } of lines) {
    for (const { trace, x } of [...responses, ...stimuli]) {
      if (durationOf(trace) === undefined) longest = Math.max(longest, x.at(-1) ?? 0);
    }
  }
  return [0, longest > 0 ? longest : 1];
}

function padded(range: readonly [number, number] | undefined): readonly [number, number] {
  const [low, high] = range ?? [0, 1];
  const pad = high > low ? (high - low) * 0.05 : 1;
  return [low - pad, high + pad];
}

function lineColors(lines: readonly SweepLines[], colouring: 'order' | 'amplitude'): readonly string[] {
  const { kind } = observedTheme().value;
  const isDark = kind === 'dark' || kind === 'high-contrast';
  const places =
    colouring === 'order'
      ? lines.map((_, i) => i)
      : lines.map(({ stimuli: [stimulus] }) => (stimulus ? (stimulusStep(stimulus)?.amplitude ?? 0) : 0));
  const [low, high] = [Math.min(...places), Math.max(...places)];
  return places.map((place) => rampColor(high > low ? (place - low) / (high - low) : 0.55, isDark));
}

/** Lines of one unit, which share an axis. */
interface Panel {
  readonly name: string;
  readonly unit: string;
  readonly lines: readonly PlotLine[];
}

function titleOf(panel: Panel | undefined): string {
  if (panel?.name === 'responses') return 'Responses';
  return panel?.name.startsWith('stimuli') ? 'Stimuli' : `Recorded in ${panel?.unit ?? ''}`;
}

/**
 * On top the responses in the unit of the first one, below it the stimuli; a second input in another unit, such as the
 * current beside the voltage, would flatten the first on one axis.
 */
function panelsOf(drawn: readonly SweepLines[], colors: readonly string[]): readonly Panel[] {
  const found = new Map<string, { readonly unit: string; readonly lines: PlotLine[] }>();
  const main = drawn.flatMap(({ responses }) => responses)[0]?.trace.unit;
  const add = (name: string, unit: string, line: PlotLine): void => {
    const panel = found.get(name) ?? { unit, lines: [] };
    panel.lines.push(line);
    found.set(name, panel);
  };
  for (const kind of ['responses', 'stimuli', 'others'] as const) {
    for (const [i, each] of drawn.entries()) {
      for (const line of kind === 'stimuli' ? each.stimuli : each.responses) {
        const { unit } = scaleOf(line.trace.unit);
        const isMain = main !== undefined && unit === scaleOf(main).unit;
        if (kind !== 'stimuli' && isMain !== (kind === 'responses')) continue;
        const own = kind === 'responses' ? kind : `stimuli ${unit}`;
        const name = kind === 'others' && !found.has(own) ? `others ${unit}` : own;
        add(name, unit, plotLine(each.sweep, line, colors[i] ?? ''));
      }
    }
  }
  return [...found].map(([name, panel]) => ({ name, ...panel }));
}

function plotLine(sweep: Sweep, { trace, x, y }: TraceLine, color: string): PlotLine {
  return { title: `${sweep.name} ${trace.name} (${scaleOf(trace.unit).unit})`, color, x, y };
}

/** Tags stand on the clock of the session, the plot on that of the sweep. */
function tagMarks(
  { content }: PartContext,
  lines: readonly SweepLines[],
): readonly { readonly x: number; readonly text: string }[] {
  const tags = content.value.recording?.tags ?? [];
  return lines.flatMap(({ responses: [first] }) => {
    if (!first) return [];
    const { start } = first.trace;
    const length = (durationOf(first.trace) ?? 0) / 1000;
    return tags
      .filter(({ time }) => time >= start && time <= start + length)
      .map(({ time, text }) => ({ x: (time - start) * 1000, text }));
  });
}
