/** How much of a morphology is drawn: everything at rest, a thinned picture while it turns, tubes where they are quick. */
import type { Morphology } from '../../../formats/morphology/model';
import { topologyOf } from '../../../formats/morphology/topology';

/** Pairs of indices of points: [2 × segments]. */
export type SegmentIndices = Uint32Array;

/** So many segments turn smoothly also where the processor draws them. */
export const TURNING_SEGMENTS = 40_000;

/** [sections]: 1 where a section is shown. */
export function visibleSections(
  morphology: Morphology,
  hiddenTypes: readonly number[],
  hiddenNeurites: readonly number[],
): Uint8Array {
  const { sections } = morphology;
  const { rootOf } = topologyOf(sections);
  const types = new Set(hiddenTypes);
  const neurites = new Set(hiddenNeurites);
  return Uint8Array.from({ length: sections.count }, (_, section) =>
    types.has(sections.types[section] ?? 0) || neurites.has(rootOf[section] ?? 0) ? 0 : 1,
  );
}

/** Every segment of the visible sections. */
export function allSegments({ sections }: Morphology, visible: Uint8Array): SegmentIndices {
  const indices = new Uint32Array(2 * segmentCount(sections.offsets, visible));
  let at = 0;
  for (let section = 0; section < sections.count; section++) {
    if (!visible[section]) continue;
    const last = (sections.offsets[section + 1] ?? 0) - 1;
    for (let point = sections.offsets[section] ?? 0; point < last; point++) {
      indices[at++] = point;
      indices[at++] = point + 1;
    }
  }
  return indices;
}

/**
 * About `budget` segments that keep both ends of every section, so that no branch and no tip is lost. Each section gives
 * up its points evenly. More sections than the budget are all kept, with one segment each.
 */
export function thinnedSegments({ sections }: Morphology, visible: Uint8Array, budget: number): SegmentIndices {
  const total = segmentCount(sections.offsets, visible);
  let shown = 0;
  for (const each of visible) shown += each;
  // One segment a section is given; the rest of the budget is shared by their further segments.
  const share = total <= budget ? 1 : Math.max(0, budget - shown) / Math.max(1, total - shown);
  // Rounding gives a section at most half a segment more than its share.
  const indices = new Uint32Array(2 * Math.ceil(shown * 1.5 + (total - shown) * share + 1));
  let at = 0;
  for (let section = 0; section < sections.count; section++) {
    if (!visible[section]) continue;
    const start = sections.offsets[section] ?? 0;
    const segments = (sections.offsets[section + 1] ?? 0) - start - 1;
    if (segments < 1) continue;
    const kept = 1 + Math.round((segments - 1) * share);
    let before = start;
    for (let i = 1; i <= kept; i++) {
      const next = start + Math.round((i * segments) / kept);
      indices[at++] = before;
      indices[at++] = next;
      before = next;
    }
  }
  return indices.slice(0, at);
}

export function segmentCount(offsets: Uint32Array, visible: Uint8Array): number {
  let count = 0;
  for (let section = 0; section < visible.length; section++) {
    if (visible[section]) count += Math.max(0, (offsets[section + 1] ?? 0) - (offsets[section] ?? 0) - 1);
  }
  return count;
}

export type Detail = 'thinned' | 'lines' | 'tubes';

/** Milliseconds that a frame of each took when it was last measured, or is expected to take. */
export type FrameTimes = Readonly<Partial<Record<Detail, number>>>;

/** A frame of a moving picture may take so long, in ms. */
const MOVING_BUDGET = 30;
/** Tubes at rest may take so long, in ms: then they are worth the wait. */
const TUBES_BUDGET = 600;
/** Fewer segments than these need no measuring to be drawn in full. */
const FEW_SEGMENTS = 20_000;

/** What to draw while the picture moves. */
export function movingDetail(times: FrameTimes, segments: number): Detail {
  if ((times.tubes ?? Infinity) <= MOVING_BUDGET) return 'tubes';
  if (segments <= FEW_SEGMENTS || (times.lines ?? Infinity) <= MOVING_BUDGET) return 'lines';
  return 'thinned';
}

/** What to draw when the picture has come to rest. */
export function restingDetail(times: FrameTimes): Detail {
  return (times.tubes ?? Infinity) <= TUBES_BUDGET ? 'tubes' : 'lines';
}

/** Frames of a moving picture that take longer, in ms, are not smooth: 20 a second need less than 50. */
const SLOW_FRAME = 30;

/**
 * Whether the processor draws lines sooner than WebGL.
 * @param isSoftware WebGL is known to be drawn by the processor as well: of many lines it is slower even where its own
 * frames are quick, for the browser has still to fetch them
 */
export function isSlow(times: FrameTimes, segments: number, isSoftware: boolean): boolean {
  if (isSoftware && segments > FEW_SEGMENTS) return true;
  return (times[movingDetail(times, segments)] ?? 0) > SLOW_FRAME;
}
