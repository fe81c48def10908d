/** Members that a body names twice. Bodies are large: what is ascending is clean at one glance. */
import type { TargetBody, TargetRow } from '../../../../formats/target/model';
import type { Span, Word } from '../../../../formats/text/span';

export interface Duplicates {
  /** The second and later places of members, offsets of the body; no more than were asked for. */
  readonly places: readonly Word[];
  /** How many there are in all. */
  readonly count: number;
}

const NONE: Duplicates = { places: [], count: 0 };

/** Duplicates of a Cell body; `text` is what stands between its braces. */
export function duplicateMembers(body: TargetBody, text: () => string, limit: number): Duplicates {
  const names = duplicateWords(body.names, (word) => word.text);
  const gids = duplicateGids(body.gids);
  if (gids.size === 0 && names.length === 0) return NONE;
  const count = names.length + surplus(body.gids, gids);
  return { places: [...names.slice(0, limit), ...placesOf(gids, text(), limit)], count };
}

/** Duplicate lines of a Compartment or Section body: the same member in another subset is another place. */
export function duplicateRows(rows: readonly TargetRow[]): readonly TargetRow[] {
  return duplicateWords(rows, ({ member, subsets, values, extra }) =>
    [member, ...subsets, ...values, ...extra].map((word) => word.text).join(' '),
  );
}

function duplicateWords<T extends Span>(words: readonly T[], keyOf: (word: T) => string): T[] {
  const seen = new Set<string>();
  return words.filter((word) => {
    const key = keyOf(word);
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
}

const knownDuplicates = new WeakMap<Uint32Array, ReadonlySet<number>>();

function duplicateGids(gids: Uint32Array): ReadonlySet<number> {
  let duplicates = knownDuplicates.get(gids);
  if (!duplicates) {
    duplicates = isAscending(gids) ? new Set<number>() : repeated(gids.slice().sort());
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

function placesOf(duplicates: ReadonlySet<number>, text: string, limit: number): Word[] {
  const places: Word[] = [];
  if (duplicates.size === 0) return places;
  const seen = new Set<number>();
  const gid = /(?<!\S)(?:a(\d+)(?!\S)|#[^\r\n]*)/g;
  for (let match = gid.exec(text); match && places.length < limit; match = gid.exec(text)) {
    if (match[1] === undefined) continue;
    const value = Number(match[1]);
    if (!duplicates.has(value)) continue;
    if (seen.has(value)) places.push({ start: match.index, end: match.index + match[0].length, text: match[0] });
    seen.add(value);
  }
  return places;
}
