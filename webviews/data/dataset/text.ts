/** Text, JSON, and what has one value only: as text, never as HTML. */
import type { Hdf5Selection } from '../../../formats/hdf5/api';
import { element, linkButton } from '../../common/dom';
import { Loader } from '../../common/loader';
import { exportValues, saveText } from '../exports';
import { rangeInputs } from './rangeInputs';
import { clampRange, planeSelection } from './selection';
import { jsonValue, valueText } from './values';
import type { DatasetContext, DatasetView } from './view';

const MOST_VALUES = 100;
/** Letters of one value that are shown at first. */
const SHORT = 20_000;

export function createTextView(context: DatasetContext): DatasetView {
  const { dataset, shape, state, host } = context;
  const { path, type } = dataset;
  const loader = new Loader();
  const list = element('div', { class: 'texts' });
  let texts: readonly string[] = [];
  const range = (): { readonly start: number; readonly end: number } => {
    const { start, end } = clampRange(state.dataset(path).range, shape[0] ?? 1);
    return { start, end: Math.min(end, start + MOST_VALUES) };
  };
  const selection = (): Hdf5Selection =>
    shape.length === 0 ? [] : planeSelection(shape, state.dataset(path).fixed, { 0: range() });

  const update = (): void => {
    const chosen = selection();
    loader.run(
      'Reading …',
      async (signal) => host.read(path, chosen, signal),
      ({ values }) => {
        texts = Array.from({ length: values.length }, (_, i) =>
          prettyText(valueText(type, values[i]), type.kind, values[i]),
        );
        const { start } = shape.length === 0 ? { start: 0 } : range();
        list.replaceChildren(...texts.map((text, i) => textElement(text, shape.length === 0 ? undefined : start + i)));
      },
    );
  };
  return {
    element: element('div', { class: 'dataset-view text-view' }, list, loader.element),
    controls:
      (shape[0] ?? 1) > 1
        ? [
            rangeInputs('Values', shape[0] ?? 1, range, (chosen) => {
              state.updateDataset(path, { range: chosen });
            }),
          ]
        : [],
    update,
    selection,
    exports: () => [
      {
        label: 'Copy as text',
        run: () => {
          host.copy(texts.join('\n'), 'the values');
        },
      },
      {
        label: 'Shown values (CSV)',
        run: () => {
          saveText(context, 'csv', context.name, texts.join('\n'));
        },
      },
      ...exportValues(context, selection),
    ],
    dispose: () => {
      loader.cancel();
    },
  };
}

/** JSON is set out in lines; all else stays as it is. */
export function prettyText(text: string, kind: string, value?: unknown): string {
  if (kind === 'compound' && typeof value === 'object') {
    return JSON.stringify(value, (_, each: unknown) => jsonValue(each), 2);
  }
  if (kind !== 'string' || !/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function textElement(text: string, index: number | undefined): HTMLElement {
  const holder = element('pre', { class: 'text-value' }, text.slice(0, SHORT));
  const line = element(
    'div',
    { class: 'text-line' },
    index === undefined ? undefined : element('span', { class: 'muted text-index' }, String(index)),
    holder,
  );
  if (text.length > SHORT) {
    const more = linkButton(`… show all ${text.length} letters`, () => {
      holder.textContent = text;
      more.remove();
    });
    line.append(more);
  }
  return line;
}
