import type { Morphology } from '../model';

/** The points [n, 3] of each neurite by its root section; the first point of a child repeats its parent's last and is left out. */
export function neuritePoints(
  { sections, points }: Pick<Morphology, 'sections' | 'points'>,
  rootOf: Uint32Array,
): ReadonlyMap<number, Float32Array> {
  const counts = new Map<number, number>();
  for (let section = 0; section < sections.count; section++) {
    const root = rootOf[section] ?? 0;
    counts.set(root, (counts.get(root) ?? 0) + ownPoints(sections, section).count);
  }
  const lists = new Map<number, { readonly points: Float32Array; length: number }>();
  for (const [root, count] of counts) lists.set(root, { points: new Float32Array(3 * count), length: 0 });
  for (let section = 0; section < sections.count; section++) {
    const list = lists.get(rootOf[section] ?? 0);
    const { start, count } = ownPoints(sections, section);
    if (!list || count === 0) continue;
    list.points.set(points.subarray(3 * start, 3 * (start + count)), list.length);
    list.length += 3 * count;
  }
  return new Map([...lists].map(([root, list]) => [root, list.points]));
}

function ownPoints(
  { offsets, parents }: Morphology['sections'],
  section: number,
): { readonly start: number; readonly count: number } {
  const start = (offsets[section] ?? 0) + ((parents[section] ?? -1) < 0 ? 0 : 1);
  return { start, count: Math.max(0, (offsets[section + 1] ?? 0) - start) };
}
