/** Where the paths of a config lead. Source: circuitconfig-legacy reference §2, BlueConfig reference §1.4. */
import type { Word } from '../../../../formats/text/span';
import type { Inclusion, PathReference } from '../../workspace/facts';
import { joinUri, parentOf, resolvePath } from '../../workspace/paths';
import { keySchema } from './schema';
import type { KeySchema } from './schema/types';
import { blocksOf, entryOf, runBlock, valueOf, type Block, type BlueConfigTree, type Entry } from './tree';
import { edgePath, holdsBrace, isUrl, NONE } from './values';

const START_TARGET = 'start.target';

export class ConfigPaths {
  readonly #tree: BlueConfigTree;
  readonly #run: Block | undefined;
  readonly #folder: string;
  readonly #bases: readonly string[];

  constructor(tree: BlueConfigTree, uri: string) {
    this.#tree = tree;
    this.#folder = parentOf(uri);
    this.#run = runBlock(tree);
    const current = this.#run && valueOf(this.#run, 'CurrentDir')?.text;
    // Another relative CurrentDir than `.` is an error of its own; readers would look nowhere.
    this.#bases = current?.startsWith('/') ? [resolvePath(this.#folder, current), this.#folder] : [this.#folder];
  }

  /** Folders that relative paths are looked for in when nothing else is said. */
  get bases(): readonly string[] {
    return this.#bases;
  }

  /** Folder of the config. */
  get folder(): string {
    return this.#folder;
  }

  /** Folders that the relative paths of a key are looked for in, in order. */
  foldersFor(schema: KeySchema, block: Block): readonly string[] {
    const searched = (schema.searchedIn ?? []).flatMap((key) => this.#folderOf(key, block));
    return [...new Set([...searched, ...this.#bases])];
  }

  candidates(schema: KeySchema, block: Block, path: string): readonly string[] {
    if (path.startsWith('/')) return [resolvePath(this.#folder, path)];
    return this.foldersFor(schema, block).map((folder) => resolvePath(folder, path));
  }

  reference(block: Block, entry: Entry): PathReference | undefined {
    const schema = keySchema(block.header.type.text, entry.key.text);
    const path = schema && pathOf(schema, entry);
    if (!schema || !path) return undefined;
    return {
      span: path,
      path: path.text,
      key: entry.key.text,
      expects: schema.type === 'directory' ? 'directory' : schema.type === 'file' ? 'file' : 'either',
      role: schema.role ?? 'input',
      ...(schema.extensions && { extensions: schema.extensions }),
      candidates: this.candidates(schema, block, path.text),
    };
  }

  /** Target files: start.target of each circuit, then the user's. */
  inclusions(): readonly Inclusion[] {
    const run = this.#run;
    const circuits = run ? [run, ...blocksOf(this.#tree, 'Circuit')] : blocksOf(this.#tree, 'Circuit');
    const inclusions = circuits.flatMap((block) => this.#startTarget(block));
    const entry = run && entryOf(run, 'TargetFile');
    const reference = run && entry && this.reference(run, entry);
    if (reference) {
      const { span, key, candidates } = reference;
      inclusions.push({ span, key, candidates, languageId: 'circuittarget', explicit: true });
    }
    return inclusions;
  }

  /** nrnPath is looked at before CircuitPath, as Brion and bluepy do. */
  #startTarget(block: Block): Inclusion[] {
    const places = ['nrnPath', 'CircuitPath'].flatMap((key) => {
      const entry = entryOf(block, key);
      const reference = entry && this.reference(block, entry);
      return reference ? [reference] : [];
    });
    const last = places.at(-1);
    if (!last) return [];
    const candidates = places.flatMap((place) => place.candidates.map((folder) => joinUri(folder, START_TARGET)));
    return [{ span: last.span, key: last.key, candidates, languageId: 'circuittarget', explicit: false }];
  }

  #folderOf(key: string, block: Block): string[] {
    const entry = entryOf(block, key) ?? (this.#run && entryOf(this.#run, key));
    const schema = keySchema('Run', key);
    const path = entry && schema && pathOf(schema, entry);
    return path ? this.#bases.map((base) => resolvePath(base, path.text)) : [];
  }
}

/** The path in a value, without its population; undefined where the value is no path. */
export function pathOf(schema: KeySchema, entry: Entry): Word | undefined {
  const value = entry.value;
  if (!value || value.text === '' || value.text === NONE || holdsBrace(value.text)) return undefined;
  if (schema.url && isUrl(value.text)) return undefined;
  switch (schema.type) {
    case 'file':
    case 'directory':
    case 'path':
      return value;
    case 'edges':
      return edgePath(value).path;
    default:
      return undefined;
  }
}
