/** What colour each point has, and what the colours mean. The scene and the dendrogram share it. */
import { SOMA_TYPE, sectionTypeTitle } from '../../../formats/morphology/sectionTypes';
import type { Morphology } from '../../../formats/morphology/model';
import { topologyOf } from '../../../formats/morphology/topology';
import type { Palette } from '../palette';
import type { Colouring } from '../state';
import { finite } from './bounds';

export const COLOURINGS: readonly { readonly id: Colouring; readonly title: string }[] = [
  { id: 'type', title: 'Type' },
  { id: 'section', title: 'Section' },
  { id: 'branchOrder', title: 'Branch order' },
  { id: 'pathDistance', title: 'Path distance' },
  { id: 'radialDistance', title: 'Radial distance' },
  { id: 'diameter', title: 'Diameter' },
  { id: 'strahlerOrder', title: 'Strahler order' },
];

/** What the ramp of colours spans. */
export interface ColourRange {
  readonly title: string;
  /** Empty for orders. */
  readonly unit: 'µm' | '';
  readonly minimum: number;
  readonly maximum: number;
}

export interface Colours {
  /** CSS colours. */
  readonly table: readonly string[];
  /** [points], into `table`. */
  readonly ofPoint: Uint16Array;
  /** undefined where the colours are no numbers: by type and by section. */
  readonly range: ColourRange | undefined;
}

/** So many steps has the ramp. */
const STEPS = 256;
/** So many sections are told apart before colours repeat. */
const SECTION_COLOURS = 12;

export function coloursOf(morphology: Morphology, colouring: Colouring, palette: Palette): Colours {
  const { sections } = morphology;
  switch (colouring) {
    case 'type': {
      const table = Array.from({ length: 256 }, (_, type) => palette.typeColor(type));
      return { table, ofPoint: perSection(morphology, sections.types), range: undefined };
    }
    case 'section': {
      const table = Array.from({ length: SECTION_COLOURS }, (_, index) => palette.categorical(index));
      const indices = Uint32Array.from({ length: sections.count }, (_, section) => section % SECTION_COLOURS);
      return { table, ofPoint: perSection(morphology, indices), range: undefined };
    }
    case 'branchOrder':
    case 'strahlerOrder':
    case 'pathDistance':
    case 'radialDistance':
    case 'diameter': {
      const values = pointValues(morphology, colouring);
      const [minimum, maximum] = extentOf(values);
      const title = COLOURINGS.find(({ id }) => id === colouring)?.title ?? colouring;
      const unit = colouring === 'branchOrder' || colouring === 'strahlerOrder' ? '' : 'µm';
      const table = Array.from({ length: STEPS }, (_, step) => palette.ramp(step / (STEPS - 1)));
      return { table, ofPoint: toSteps(values, minimum, maximum), range: { title, unit, minimum, maximum } };
    }
  }
}

/** [points]: the number that a point is coloured by, in µm or an order. */
export function pointValues(
  morphology: Morphology,
  colouring: Exclude<Colouring, 'type' | 'section'>,
): Float32Array | Uint16Array {
  const { branchOrders, strahlerOrders } = topologyOf(morphology.sections);
  switch (colouring) {
    case 'branchOrder':
      return Float32Array.from(perSection(morphology, branchOrders));
    case 'strahlerOrder':
      return Float32Array.from(perSection(morphology, strahlerOrders));
    case 'pathDistance':
      return pathDistances(morphology);
    case 'radialDistance':
      return radialDistances(morphology);
    case 'diameter':
      return morphology.diameters;
  }
}

/** "0.3 – 8.1 µm": the ends of a range as they are written at a legend. */
export function rangeLabels({ minimum, maximum, unit }: ColourRange): readonly [string, string] {
  const digits = unit === '' ? 0 : maximum >= 100 ? 0 : maximum >= 10 ? 1 : 2;
  const suffix = unit === '' ? '' : ` ${unit}`;
  return [`${minimum.toFixed(digits)}${suffix}`, `${maximum.toFixed(digits)}${suffix}`];
}

/** Types of a legend, the soma first: those that occur. */
export function typesOf({ sections, soma, family }: Morphology): readonly { type: number; title: string }[] {
  const types = [...new Set(sections.types)].filter((type) => type !== SOMA_TYPE).sort((a, b) => a - b);
  if (soma.points.length > 0) types.unshift(SOMA_TYPE);
  return types.map((type) => ({ type, title: sectionTypeTitle(type, family) }));
}

function perSection({ sections, diameters }: Morphology, values: ArrayLike<number>): Uint16Array {
  const result = new Uint16Array(diameters.length);
  for (let section = 0; section < sections.count; section++) {
    result.fill(
      Math.min(values[section] ?? 0, 65535),
      sections.offsets[section] ?? 0,
      sections.offsets[section + 1] ?? 0,
    );
  }
  return result;
}

/** Along the neurite, from its first point. */
function pathDistances({ sections, points, diameters }: Morphology): Float32Array {
  const distances = new Float32Array(diameters.length);
  for (let section = 0; section < sections.count; section++) {
    const parent = sections.parents[section] ?? -1;
    let distance = parent < 0 ? 0 : (distances[(sections.offsets[parent + 1] ?? 1) - 1] ?? 0);
    const start = sections.offsets[section] ?? 0;
    const end = sections.offsets[section + 1] ?? 0;
    for (let point = start; point < end; point++) {
      if (point > start) {
        const at = point * 3;
        distance += finite(
          Math.hypot(
            (points[at] ?? 0) - (points[at - 3] ?? 0),
            (points[at + 1] ?? 0) - (points[at - 2] ?? 0),
            (points[at + 2] ?? 0) - (points[at - 1] ?? 0),
          ),
        );
      }
      distances[point] = distance;
    }
  }
  return distances;
}

/** Straight from the middle of the soma; where there is none, from the first point of the neurite. */
function radialDistances({ sections, soma, points, diameters }: Morphology): Float32Array {
  const distances = new Float32Array(diameters.length);
  const { rootOf } = topologyOf(sections);
  const count = soma.diameters.length;
  const centre = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    for (let axis = 0; axis < 3; axis++) centre[axis] = (centre[axis] ?? 0) + (soma.points[i * 3 + axis] ?? 0) / count;
  }
  for (let section = 0; section < sections.count; section++) {
    const root = (sections.offsets[rootOf[section] ?? 0] ?? 0) * 3;
    const x = (count > 0 ? centre[0] : points[root]) ?? 0;
    const y = (count > 0 ? centre[1] : points[root + 1]) ?? 0;
    const z = (count > 0 ? centre[2] : points[root + 2]) ?? 0;
    const end = sections.offsets[section + 1] ?? 0;
    for (let point = sections.offsets[section] ?? 0; point < end; point++) {
      const at = point * 3;
      distances[point] = Math.hypot((points[at] ?? 0) - x, (points[at + 1] ?? 0) - y, (points[at + 2] ?? 0) - z);
    }
  }
  return distances;
}

function extentOf(values: Float32Array | Uint16Array): readonly [number, number] {
  let minimum = Infinity;
  let maximum = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
  }
  return minimum > maximum ? [0, 0] : [minimum, maximum];
}

function toSteps(values: ArrayLike<number>, minimum: number, maximum: number): Uint16Array {
  const steps = new Uint16Array(values.length);
  const scale = maximum > minimum ? (STEPS - 1) / (maximum - minimum) : 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    // NaN and infinities stay at the ends of the ramp.
    const step = (value - minimum) * scale;
    steps[i] = step > STEPS - 1 ? STEPS - 1 : step > 0 ? Math.round(step) : 0;
  }
  return steps;
}
