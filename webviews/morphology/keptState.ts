/** The state that VS Code kept, read back: it may come from another version of this view, so nothing of it is trusted. */
import type { Morphology } from '../../formats/morphology/model';
import { INITIAL_STATE, TABS, type CameraState, type Colouring, type KeptState, type Selection } from './state';

const COLOURINGS: readonly Colouring[] = [
  'type',
  'section',
  'branchOrder',
  'pathDistance',
  'radialDistance',
  'diameter',
  'strahlerOrder',
];

/** What does not hold is replaced by the first value. */
export function parseKeptState(kept: unknown): KeptState {
  if (!isRecord(kept)) return INITIAL_STATE;
  const first = INITIAL_STATE;
  const size = kept['paneSize'];
  return {
    selection: parseSelection(kept['selection']),
    colouring: oneOf(COLOURINGS, kept['colouring']) ?? first.colouring,
    projection: oneOf(['perspective', 'orthographic'], kept['projection']) ?? first.projection,
    camera: parseCamera(kept['camera']),
    tab: oneOf(TABS, kept['tab']) ?? first.tab,
    paneOpen: typeof kept['paneOpen'] === 'boolean' ? kept['paneOpen'] : first.paneOpen,
    paneSize: isNumber(size) && size > 0 && size < 1 ? size : first.paneSize,
    hiddenTypes: parseIndices(kept['hiddenTypes']),
    hiddenNeurites: parseIndices(kept['hiddenNeurites']),
  };
}

/** Takes away what a new morphology does not have. */
export function fitState(state: KeptState, { sections, diameters }: Morphology): Partial<KeptState> {
  const { selection, hiddenNeurites } = state;
  const roots = hiddenNeurites.filter((root) => sections.parents[root] === -1);
  return {
    ...(roots.length === hiddenNeurites.length ? {} : { hiddenNeurites: roots }),
    ...(selection && !fits(selection, sections.count, diameters.length)
      ? { selection: fitted(selection, sections.count) }
      : {}),
  };
}

function fits({ section, point }: Selection, sections: number, points: number): boolean {
  return section < sections && (point === undefined || point < points);
}

function fitted({ section }: Selection, sections: number): Selection | null {
  if (sections === 0) return null;
  return { section: Math.min(section, sections - 1) };
}

function parseSelection(value: unknown): Selection | null {
  if (!isRecord(value) || !isIndex(value['section'])) return null;
  const { section, point } = value;
  return isIndex(point) ? { section, point } : { section };
}

function parseCamera(value: unknown): CameraState | null {
  if (!isRecord(value)) return null;
  const position = parseVector(value['position']);
  const target = parseVector(value['target']);
  const up = parseVector(value['up']);
  const halfHeight = value['halfHeight'];
  if (!position || !target || !up || !isNumber(halfHeight) || halfHeight <= 0) return null;
  return { position, target, up, halfHeight };
}

function parseVector(value: unknown): readonly [number, number, number] | undefined {
  if (!Array.isArray(value) || value.length !== 3) return undefined;
  const [x, y, z] = value as readonly unknown[];
  return isNumber(x) && isNumber(y) && isNumber(z) ? [x, y, z] : undefined;
}

function parseIndices(value: unknown): readonly number[] {
  return Array.isArray(value) ? value.filter(isIndex) : [];
}

function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((each) => each === value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isIndex(value: unknown): value is number {
  return isNumber(value) && Number.isInteger(value) && value >= 0;
}
