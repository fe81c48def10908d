/** Which of a config's paths are worth a look, and what was found there. */
import type { RuleContext } from '../../diagnostics/rule';
import { placeKey, type PathReference } from '../../workspace/facts';
import { displayPath, parentOf } from '../../workspace/paths';
import type { PathState } from '../../workspace/scope';
import { keySchema, sectionSchema } from './schema';
import type { KeyCondition, KeySchema, Reader } from './schema/types';
import { valueOf, type Block, type BlueConfigTree } from './tree';

export interface CheckedPath {
  readonly reference: PathReference;
  readonly state: PathState;
  /** A simulator reads the key; a mistake there is more than a nuisance. */
  readonly simulated: boolean;
  /** It is relative to a folder of this file that is not there: that folder's path says so. */
  readonly belowMissing: boolean;
}

export function isAbsolute({ path }: PathReference): boolean {
  return path.startsWith('/');
}

/** Where a path was looked for, for people. */
export function placesOf({ candidates }: PathReference): string {
  return candidates.map((uri) => `\`${displayPath(uri)}\``).join(', ');
}

/** Readers of today that look at paths; what only others write, as `BioName`, need not even be a path. */
const READERS: ReadonlySet<Reader> = new Set<Reader>(['neurodamus', 'brion', 'bluepy', 'bluecellulab']);

/** Every path that a reader would follow. */
export function checkedPaths(context: RuleContext<BlueConfigTree>): readonly CheckedPath[] {
  const owners = ownersOf(context.tree, context.facts.paths);
  const found = context.facts.paths.flatMap((reference) => {
    const state = context.pathState(placeKey(reference));
    const owner = owners.get(reference.span.start);
    if (!state || !owner || isVoid(owner.block, owner.schema)) return [];
    const readers = owner.schema.readers ?? sectionSchema(owner.block.header.type.text)?.readers ?? [];
    if (!readers.some((reader) => READERS.has(reader))) return [];
    return [{ reference, state, simulated: readers.includes('neurodamus') }];
  });
  const missing = new Set(
    found.flatMap(({ reference, state }) =>
      mayHold(reference) && state.kind !== 'directory' ? reference.candidates : [],
    ),
  );
  return found.map((each) => ({
    ...each,
    belowMissing: !isAbsolute(each.reference) && each.reference.candidates.some((uri) => isBelow(uri, missing)),
  }));
}

/** Whether other paths may start there: a folder to read from, or `nrnPath` without an ending. */
function mayHold({ expects, role, path }: PathReference): boolean {
  return role === 'input' && (expects === 'directory' || (expects === 'either' && !/[^/]\.[^./]+$/.test(path)));
}

/** The key of each path, by where the path starts. */
function ownersOf(
  tree: BlueConfigTree,
  paths: readonly PathReference[],
): Map<number, { readonly block: Block; readonly schema: KeySchema }> {
  const starts = new Set(paths.map(({ span }) => span.start));
  const owners = new Map<number, { block: Block; schema: KeySchema }>();
  for (const block of tree.blocks) {
    for (const { key, value } of block.entries) {
      const schema = value && starts.has(value.start) ? keySchema(block.header.type.text, key.text) : undefined;
      if (schema && value) owners.set(value.start, { block, schema });
    }
  }
  return owners;
}

/** Whether nobody reads the key as things stand in its block. */
function isVoid(block: Block, schema: KeySchema): boolean {
  const pattern = valueOf(block, 'Pattern')?.text;
  if (schema.patterns && pattern !== undefined && !schema.patterns.includes(pattern)) return true;
  return [schema.requiredUnless, schema.ignoredWhen].some(
    (condition) => condition !== undefined && holds(block, condition),
  );
}

function holds(block: Block, { key, values, above }: KeyCondition): boolean {
  const value = valueOf(block, key);
  if (!value) return false;
  if (above !== undefined) return parseFloat(value.text) > above;
  return values?.includes(value.text) ?? true;
}

/** Parents are shorter: the walk ends at the root, whatever a URI looks like. */
function isBelow(uri: string, folders: ReadonlySet<string>): boolean {
  if (folders.size === 0) return false;
  let below = uri;
  for (let at = parentOf(below); at.length < below.length; at = parentOf(at)) {
    if (folders.has(at)) return true;
    below = at;
  }
  return false;
}
