/** Objects by a part of their path. */
import type { Hdf5Child, Hdf5SearchResult } from './api';
import type { FileContext } from './file.node';
import type { Found } from './locations.node';

/** So many paths are looked at between two looks at the signal. */
const PATHS_AT_ONCE = 4096;

/** Links are found, but not followed: what they lead to has a path of its own. */
export function searchIn(
  { locations }: FileContext,
  text: string,
  limit: number,
  beforeBlock: () => void,
): Hdf5SearchResult {
  const wanted = text.toLowerCase();
  const matches: { path: string; kind: Hdf5Child['kind'] }[] = [];
  for (const [index, below] of locations.allPaths().entries()) {
    if (index % PATHS_AT_ONCE === 0) beforeBlock();
    const at = `/${below}`;
    if (!at.toLowerCase().includes(wanted)) continue;
    if (matches.length >= limit) return { matches, isCut: true };
    const slash = at.lastIndexOf('/');
    const group: Found = { kind: 'group', in: locations.root, path: at.slice(0, slash) || '/' };
    matches.push({ path: at, kind: locations.kindOf(group, at.slice(slash + 1)) });
  }
  return { matches, isCut: false };
}
