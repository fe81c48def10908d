/** What the parts of the morphology view share. Everything here but `hover` survives hide, reload and restart. */
import { Observed } from '../common/signal';

export type Colouring =
  'type' | 'section' | 'branchOrder' | 'pathDistance' | 'radialDistance' | 'diameter' | 'strahlerOrder';

export const TABS = ['dendrogram', 'measures', 'sholl', 'persistence', 'points', 'problems'] as const;
export type Tab = (typeof TABS)[number];

export interface CameraState {
  /** µm. */
  readonly position: readonly [number, number, number];
  /** µm; what the camera turns around. */
  readonly target: readonly [number, number, number];
  readonly up: readonly [number, number, number];
  /** Half the height of what is seen, in µm, for both projections. */
  readonly halfHeight: number;
}

export interface Selection {
  readonly section: number;
  /** Index in `Morphology.points`. */
  readonly point?: number;
}

/** What is kept by the webview's `setState`: plain JSON. */
export interface KeptState {
  readonly selection: Selection | null;
  readonly colouring: Colouring;
  readonly projection: 'perspective' | 'orthographic';
  readonly camera: CameraState | null;
  readonly tab: Tab;
  /** Whether the pane with the tabs is open. */
  readonly paneOpen: boolean;
  /** Fraction of the height that the pane takes. */
  readonly paneSize: number;
  /** Section types that are not shown; the soma is 1. */
  readonly hiddenTypes: readonly number[];
  /** Root sections of the neurites that are not shown. */
  readonly hiddenNeurites: readonly number[];
}

export const INITIAL_STATE: KeptState = {
  selection: null,
  colouring: 'type',
  projection: 'perspective',
  camera: null,
  tab: 'dendrogram',
  paneOpen: true,
  paneSize: 0.38,
  hiddenTypes: [],
  hiddenNeurites: [],
};

/** The one place where the parts meet: each sets what its user does and follows what the others do. */
export class ViewState {
  readonly kept: Observed<KeptState>;
  /** The section under the pointer, in whichever part. */
  readonly hover = new Observed<number | null>(null);

  constructor(kept: KeptState = INITIAL_STATE) {
    this.kept = new Observed(kept);
  }

  get value(): KeptState {
    return this.kept.value;
  }

  update(change: Partial<KeptState>): void {
    this.kept.set({ ...this.kept.value, ...change });
  }

  /** Calls back when one of some parts of the state changes, and with the first value at once. */
  follow(keys: readonly (keyof KeptState)[], listener: (state: KeptState) => void): () => void {
    listener(this.value);
    return this.kept.subscribe((now, before) => {
      if (keys.some((key) => now[key] !== before[key])) listener(now);
    });
  }
}
