/** The tree of the laboratory at EPFL: `/data_organization/<cell>/<protocol>/<repetition>/<sweep>/<series>`. */
import type { Series } from './series';
import { forEachOf, join, lostLink, nameOf, placeOf, type LostLink, type NwbSource } from './source';

export interface SweepPlace {
  readonly cell: string;
  readonly protocol: string;
  readonly repetition: string;
  readonly sweep: string;
}

export interface DataOrganization {
  /** By path of a series. */
  readonly places: ReadonlyMap<string, SweepPlace>;
  readonly cellCount: number;
  readonly lostLinks: readonly LostLink[];
}

const ROOT = '/data_organization';
const DEPTH_LIMIT = 8;
/** So many groups are looked at. */
const GROUP_LIMIT = 50_000;

/** The leaves are links to the series: soft ones have a target, hard ones the series' name. */
export async function readDataOrganization(source: NwbSource, series: readonly Series[]): Promise<DataOrganization> {
  const paths = new Set(series.map(({ path }) => path));
  const named = new Map<string, string[]>();
  for (const { name, path } of series) named.set(name, [...(named.get(name) ?? []), path]);
  const places = new Map<string, SweepPlace>();
  const cells = new Set<string>();
  const lostLinks: LostLink[] = [];
  // A link may lead back to a group above it.
  const seen = new Set<string>(['/', ROOT]);
  let level = [ROOT];
  for (let depth = 0; depth < DEPTH_LIMIT && level.length > 0 && seen.size < GROUP_LIMIT; depth++) {
    const next: string[] = [];
    const groups = await forEachOf(level, async (path) => ({ path, children: await source.children(path) }));
    for (const { path, children } of groups) {
      for (const child of children) {
        const target = placeOf(path, child);
        const leaves = paths.has(target) ? [target] : depth >= 2 ? named.get(child.name) : undefined;
        if (leaves) {
          const place = placeIn(path);
          cells.add(place.cell);
          for (const leaf of leaves) if (!places.has(leaf)) places.set(leaf, place);
        } else if (child.kind === 'link') {
          lostLinks.push(lostLink(path, child));
        } else if (child.kind === 'group' && !seen.has(target)) {
          seen.add(target);
          next.push(join(path, child.name));
        }
      }
    }
    level = next;
  }
  return { places, cellCount: cells.size, lostLinks };
}

/** The last level is the sweep, the one before it the repetition, and so on. */
function placeIn(path: string): SweepPlace {
  const levels = path.slice(ROOT.length + 1).split('/');
  const sweep = nameOf(path);
  const repetition = levels.at(-2) ?? 'repetition 1';
  const protocol = levels.at(-3) ?? 'No protocol';
  return { cell: levels.slice(0, -3).join(' / '), protocol, repetition, sweep };
}
