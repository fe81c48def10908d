/** The state that VS Code kept, read back: it may come from another version of this view, so nothing of it is trusted. */
import {
  INITIAL_STATE,
  MOST_DATASETS,
  MOST_EXPANDED,
  MOST_SWEEPS,
  TABS,
  VIEWS,
  type DatasetState,
  type KeptState,
} from './state';
import type { Range } from './host';

/** What does not hold is replaced by the first value. */
export function parseKeptState(kept: unknown): KeptState {
  if (!isRecord(kept)) return INITIAL_STATE;
  const first = INITIAL_STATE;
  return {
    tab: oneOf(TABS, kept['tab']) ?? first.tab,
    path: typeof kept['path'] === 'string' ? kept['path'] : first.path,
    expanded: parseTexts(kept['expanded'], MOST_EXPANDED),
    datasets: parseDatasets(kept['datasets']),
    sweeps: Array.isArray(kept['sweeps']) ? parseTexts(kept['sweeps'], MOST_SWEEPS) : first.sweeps,
    toggled: parseTexts(kept['toggled'], MOST_EXPANDED),
    colouring: oneOf(['order', 'amplitude'], kept['colouring']) ?? first.colouring,
    lockY: typeof kept['lockY'] === 'boolean' ? kept['lockY'] : first.lockY,
    zoom: parseZoom(kept['zoom']),
    side: oneOf(['measures', 'values'], kept['side']) ?? first.side,
    threshold: kept['threshold'] === 0 ? 0 : first.threshold,
  };
}

function parseDatasets(value: unknown): Readonly<Record<string, DatasetState>> {
  if (!isRecord(value)) return {};
  const entries = Object.entries(value).slice(-MOST_DATASETS);
  return Object.fromEntries(entries.map(([path, dataset]) => [path, parseDataset(dataset)]));
}

function parseDataset(value: unknown): DatasetState {
  if (!isRecord(value)) return {};
  const { fixed, along, lines, x } = value;
  const view = oneOf(VIEWS, value['view']);
  const range = parseRange(value['range']);
  const down = parseRange(value['down']);
  return {
    ...(view ? { view } : {}),
    ...(Array.isArray(fixed) && fixed.every(isIndex) ? { fixed: fixed.slice(0, 32) } : {}),
    ...(range ? { range } : {}),
    ...(down ? { down } : {}),
    ...(isIndex(along) ? { along } : {}),
    ...(isIndex(lines) && lines > 0 ? { lines } : {}),
    ...(typeof x === 'string' ? { x } : {}),
  };
}

function parseRange(value: unknown): Range | undefined {
  if (!isRecord(value)) return undefined;
  const { start, end } = value;
  return isIndex(start) && isIndex(end) && start < end ? { start, end } : undefined;
}

function parseZoom(value: unknown): KeptState['zoom'] {
  if (!isRecord(value)) return null;
  const { low, high } = value;
  return Number.isFinite(low) && Number.isFinite(high) && Number(low) < Number(high)
    ? { low: Number(low), high: Number(high) }
    : null;
}

function parseTexts(value: unknown, most: number): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string').slice(0, most) : [];
}

function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((each) => each === value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
