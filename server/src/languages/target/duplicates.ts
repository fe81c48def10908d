/** Members that a body names twice. Bodies are large: what is ascending is clean at one glance. */
import type { TargetBody } from '../../../../formats/target/model';
import type { TargetRows } from '../../../../formats/target/rows';
import type { Span } from '../../../../formats/text/span';
import { PLACES_LIMIT } from '../../diagnostics/findings';

/** The second or a later place of a member, in offsets of the body. */
export interface Duplicate extends Span {
  /** How many more there are in the body, of which nothing is kept. */
  readonly further?: number;
}

const NONE: readonly Duplicate[] = [];

/** The first duplicates of a Cell body, and a count of the others; `text` is what stands between its braces. */
export function duplicateMembers(body: TargetBody, text: () => string): readonly Duplicate[] {
  const names = duplicateNames(body);
  const gids = duplicateGids(body.gids);
  if (gids.size === 0 && names.length === 0) return NONE;
  const count = names.length + surplus(body.gids, gids);
  const places = [...names.slice(0, PLACES_LIMIT), ...placesOf(gids, text(), PLACES_LIMIT)];
  return counted(places.sort((a, b) => a.start - b.start).slice(0, PLACES_LIMIT), count);
}

const knownRows = new WeakMap<TargetRows, readonly Duplicate[]>();

/** Duplicate lines of a Compartment or Section body: the same member in another subset is another place. */
export function duplicateRows(rows: TargetRows): readonly Duplicate[] {
  if (rows.length < 2) return NONE;
  let duplicates = knownRows.get(rows);
  if (!duplicates) {
    const repeated = rows.repeated();
    const places = repeated.slice(0, PLACES_LIMIT).map((row) => rows.spanOf(row));
    knownRows.set(rows, (duplicates = counted(places, repeated.length)));
  }
  return duplicates;
}

/** The last of the places that are kept counts those that are not. */
function counted(places: readonly Duplicate[], count: number): readonly Duplicate[] {
  const last = places.at(-1);
  if (!last || count === places.length) return places;
  return [...places.slice(0, -1), { ...last, further: count - places.length }];
}

function duplicateNames({ names }: TargetBody): Span[] {
  if (names.length < 2) return [];
  const seen = new Set<string>();
  return names.filter(({ text }) => seen.size === seen.add(text).size);
}

const NO_GIDS: ReadonlySet<number> = new Set();
const knownDuplicates = new WeakMap<Uint32Array, ReadonlySet<number>>();

function duplicateGids(gids: Uint32Array): ReadonlySet<number> {
  // In small files of many targets a look costs less than a note of it.
  if (isAscending(gids)) return NO_GIDS;
  let duplicates = knownDuplicates.get(gids);
  if (!duplicates) {
    duplicates = repeated(gids.slice().sort());
    knownDuplicates.set(gids, duplicates);
  }
  return duplicates;
}

function isAscending(gids: Uint32Array): boolean {
  for (let i = 1; i < gids.length; i++) if ((gids[i] ?? 0) <= (gids[i - 1] ?? 0)) return false;
  return true;
}

function repeated(sorted: Uint32Array): Set<number> {
  const found = new Set<number>();
  for (let i = 1; i < sorted.length; i++) if (sorted[i] === sorted[i - 1]) found.add(sorted[i] ?? 0);
  return found;
}

/** How many gids there are beyond the first of each. */
function surplus(gids: Uint32Array, duplicates: ReadonlySet<number>): number {
  if (duplicates.size === 0) return 0;
  let written = 0;
  for (const gid of gids) if (duplicates.has(gid)) written++;
  return written - duplicates.size;
}

function placesOf(duplicates: ReadonlySet<number>, text: string, limit: number): Span[] {
  const places: Span[] = [];
  if (duplicates.size === 0) return places;
  const seen = new Set<number>();
  const gid = /(?<!\S)(?:a(\d+)(?!\S)|#[^\r\n]*)/g;
  for (let match = gid.exec(text); match && places.length < limit; match = gid.exec(text)) {
    if (match[1] === undefined) continue;
    const value = Number(match[1]);
    if (!duplicates.has(value)) continue;
    if (seen.has(value)) places.push({ start: match.index, end: match.index + match[0].length });
    seen.add(value);
  }
  return places;
}
