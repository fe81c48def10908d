/** Which of a config's paths are worth a look, and what was found there. */
import type { RuleContext } from '../../diagnostics/rule';
import { quotedPath } from '../../diagnostics/wording';
import { placeKey, type PathReference } from '../../workspace/facts';
import { displayPath, FolderSet, isTooLong } from '../../workspace/paths';
import type { PathState } from '../../workspace/scope';
import { keySchema, sectionSchema } from './schema';
import type { KeyCondition, KeySchema, Reader } from './schema/types';
import { valueOf, type Block, type BlueConfigTree } from './tree';

export interface CheckedPath {
  readonly reference: PathReference;
  readonly state: PathState;
  /** A simulator reads the key; a mistake there is more than a nuisance. */
  readonly simulated: boolean;
  /** It is relative to a folder of this file that is not there as it is written: that folder's path says so. */
  readonly belowMissing: boolean;
}

export function isAbsolute({ path }: PathReference): boolean {
  return path.startsWith('/');
}

/** Folders named in a message. */
const SHOWN_PLACES = 4;

/** Whether no system can have such a path. */
export function isImpossible({ candidates }: PathReference): boolean {
  return candidates.every(isTooLong);
}

/** Where a path was looked for, as a sentence. */
export function lookedFor(reference: PathReference): string {
  if (isImpossible(reference)) return 'It is longer than a path, or a name in it, can be.';
  const { candidates } = reference;
  const shown = candidates.slice(0, SHOWN_PLACES).map((uri) => quotedPath(displayPath(uri)));
  return `Looked for ${shown.join(', ')}${candidates.length > SHOWN_PLACES ? ', …' : ''}.`;
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
  const missing = new FolderSet(
    found.flatMap(({ reference, state }) =>
      mayHold(reference) && (state.kind !== 'directory' || state.spelling !== undefined) ? reference.candidates : [],
    ),
  );
  return found.map((each) => ({
    ...each,
    belowMissing: !isAbsolute(each.reference) && each.reference.candidates.some((uri) => missing.holds(uri)),
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
