/**
 * What the parts show of sections, worked out once a morphology. The header waits for it, so it is one cheap pass, and
 * not the measures of formats/morphology/measures, which take angles and fits at each point.
 */
import type { Morphology } from '../../formats/morphology/model';

interface SectionMeasures {
  /** [count], µm. */
  readonly lengths: Float64Array;
  /** [count], µm: along the neurite from its start to the section's end. */
  readonly pathDistances: Float64Array;
  /** [count], µm: weighted by the lengths of the segments. */
  readonly meanDiameters: Float64Array;
  readonly totalLength: number;
}

const known = new WeakMap<Morphology, SectionMeasures>();

export function sectionMeasures(morphology: Morphology): SectionMeasures {
  let measures = known.get(morphology);
  if (!measures) {
    measures = passOver(morphology);
    known.set(morphology, measures);
  }
  return measures;
}

function passOver({ points, diameters, sections }: Morphology): SectionMeasures {
  const { count, offsets, parents } = sections;
  const lengths = new Float64Array(count);
  const pathDistances = new Float64Array(count);
  const meanDiameters = new Float64Array(count);
  let totalLength = 0;
  for (let section = 0; section < count; section++) {
    const start = offsets[section] ?? 0;
    const end = offsets[section + 1] ?? 0;
    let length = 0;
    let weighted = 0;
    for (let i = start + 1; i < end; i++) {
      const at = i * 3;
      const x = (points[at] ?? 0) - (points[at - 3] ?? 0);
      const y = (points[at + 1] ?? 0) - (points[at - 2] ?? 0);
      const z = (points[at + 2] ?? 0) - (points[at - 1] ?? 0);
      // Far faster than Math.hypot; squares of float32 cannot overflow.
      const step = Math.sqrt(x * x + y * y + z * z);
      length += step;
      weighted += (step * ((diameters[i] ?? 0) + (diameters[i - 1] ?? 0))) / 2;
    }
    lengths[section] = length;
    meanDiameters[section] = length > 0 ? weighted / length : (diameters[start] ?? 0);
    const parent = parents[section] ?? -1;
    pathDistances[section] = length + (parent < 0 ? 0 : (pathDistances[parent] ?? 0));
    totalLength += length;
  }
  return { lengths, pathDistances, meanDiameters, totalLength };
}

interface TypeSummary {
  readonly type: number;
  readonly neurites: number;
  readonly sections: number;
  /** µm. */
  readonly length: number;
}

/** Counts and lengths by type of section, the smallest type first. */
export function typeSummaries(morphology: Morphology): readonly TypeSummary[] {
  const { types, parents, count } = morphology.sections;
  const { lengths } = sectionMeasures(morphology);
  const summaries = new Map<number, { type: number; neurites: number; sections: number; length: number }>();
  for (let section = 0; section < count; section++) {
    const type = types[section] ?? 0;
    const summary = summaries.get(type) ?? { type, neurites: 0, sections: 0, length: 0 };
    summaries.set(type, summary);
    summary.sections++;
    summary.length += lengths[section] ?? 0;
    if (parents[section] === -1) summary.neurites++;
  }
  return [...summaries.values()].sort((a, b) => a.type - b.type);
}

/** The section that holds a point. */
export function sectionOfPoint({ sections }: Morphology, point: number): number {
  let low = 0;
  let high = sections.count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sections.offsets[middle] ?? 0) <= point) low = middle;
    else high = middle - 1;
  }
  return low;
}
