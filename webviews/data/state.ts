/** What the parts of the data view share. All of it survives hide, reload and restart. */
import { Observed } from '../common/signal';
import type { Range } from './host';

export const TABS = ['sweeps', 'session', 'tables', 'units', 'tree'] as const;
export type Tab = (typeof TABS)[number];

export const VIEWS = ['value', 'table', 'line', 'heatMap', 'histogram', 'text'] as const;
export type ViewName = (typeof VIEWS)[number];

/** How one dataset is looked at. */
export interface DatasetState {
  readonly view?: ViewName;
  /** The index at which each dimension is cut that no axis shows. */
  readonly fixed?: readonly number[];
  /** What of the axis across is shown, in elements. */
  readonly range?: Range;
  /** Heat map: what of the axis down is shown. */
  readonly down?: Range;
  /** Line: the dimension along which is drawn. */
  readonly along?: number;
  /** Line: how many neighbours are overlaid. */
  readonly lines?: number;
  /** Line: path of the dataset on the x axis. */
  readonly x?: string;
}

type DatasetChange = { readonly [Part in keyof DatasetState]?: DatasetState[Part] | undefined };

export interface KeptState {
  readonly tab: Tab | null;
  /** The object that is shown; null: the first that is worth seeing. */
  readonly path: string | null;
  /** Paths of open groups. */
  readonly expanded: readonly string[];
  readonly datasets: Readonly<Record<string, DatasetState>>;
  /** Ids of the sweeps that are shown; null: the first repetition of the first protocol. */
  readonly sweeps: readonly string[] | null;
  /** Protocols and repetitions that are closed or open unlike at first. */
  readonly toggled: readonly string[];
  readonly colouring: 'order' | 'amplitude';
  readonly lockY: boolean;
  /** ms of the sweep that are shown; null: all. */
  readonly zoom: { readonly low: number; readonly high: number } | null;
  readonly side: 'measures' | 'values';
  /** mV at which a spike is counted. */
  readonly threshold: -20 | 0;
}

export const INITIAL_STATE: KeptState = {
  tab: null,
  path: null,
  expanded: [],
  datasets: {},
  sweeps: null,
  toggled: [],
  colouring: 'order',
  lockY: false,
  zoom: null,
  side: 'measures',
  threshold: -20,
};

export const MOST_EXPANDED = 200;
export const MOST_DATASETS = 50;
export const MOST_SWEEPS = 2000;

/** The one place where the parts meet: each sets what its user does and follows what the others do. */
export class ViewState {
  readonly kept: Observed<KeptState>;

  constructor(kept: KeptState = INITIAL_STATE) {
    this.kept = new Observed(kept);
  }

  get value(): KeptState {
    return this.kept.value;
  }

  update(change: Partial<KeptState>): void {
    this.kept.set({ ...this.kept.value, ...change });
  }

  dataset(path: string): DatasetState {
    return this.value.datasets[path] ?? {};
  }

  /** What was looked at longest ago is forgotten first; undefined takes a part away. */
  updateDataset(path: string, change: DatasetChange): void {
    const { [path]: before, ...others } = this.value.datasets;
    const kept = Object.entries(others).slice(-(MOST_DATASETS - 1));
    const next: DatasetChange = { ...before, ...change };
    const parts = Object.entries<DatasetState[keyof DatasetState]>(next).filter(([, value]) => value !== undefined);
    const own: DatasetState = Object.fromEntries(parts);
    this.update({ datasets: Object.fromEntries([...kept, [path, own]]) });
  }

  /** Calls back when one of some parts of the state changes, and with the first value at once. */
  follow(keys: readonly (keyof KeptState)[], listener: (state: KeptState) => void): () => void {
    listener(this.value);
    return this.kept.subscribe((now, before) => {
      if (keys.some((key) => now[key] !== before[key])) listener(now);
    });
  }
}
