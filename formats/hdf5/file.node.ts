/** One file that is open in the library, and those that its links lead into. */
import { statSync } from 'node:fs';
import path from 'node:path';
import {
  Hdf5Error,
  type Hdf5Attribute,
  type Hdf5Child,
  type Hdf5Entity,
  type Hdf5MinMax,
  type Hdf5SearchResult,
  type Hdf5Selection,
  type Hdf5Values,
} from './api';
import type { Attempt } from './attempt';
import { attributesOf } from './attributes.node';
import { BlockCache } from './blockCache';
import { datasetOf, sourceOf } from './dataset.node';
import type { Library } from './h5wasm.node';
import { isUnreadable, join, Locations, type Found } from './locations.node';
import { minMaxOf } from './minMax.node';
import { systemReason } from './recogniseFile.node';
import { References } from './references.node';
import { searchIn } from './search.node';
import { typeOf } from './types';
import { readValues } from './values.node';

export interface EngineFileOptions {
  readonly library: Library;
  readonly pluginFolder: string;
  readonly attempt: Attempt;
  /** Absolute. */
  readonly file: string;
  /** In bytes. */
  readonly size: number;
  readonly allowedFolders: readonly string[];
}

/** What the parts of this reader share. */
export interface FileContext {
  readonly library: Library;
  readonly pluginFolder: string;
  readonly attempt: Attempt;
  readonly locations: Locations;
  readonly references: References;
  readonly blocks: BlockCache;
}

export class EngineFile {
  readonly #context: FileContext;
  readonly #file: string;
  readonly #name: string;
  readonly #size: number;
  #isClosed = false;

  constructor({ library, pluginFolder, attempt, file, size, allowedFolders }: EngineFileOptions) {
    this.#file = file;
    this.#name = path.basename(file);
    this.#size = size;
    this.#context = {
      library,
      pluginFolder,
      attempt,
      locations: new Locations(library, attempt, file, allowedFolders),
      references: new References(library, attempt),
      blocks: new BlockCache(),
    };
  }

  get file(): string {
    return this.#file;
  }

  get allowedFolders(): readonly string[] {
    return this.#context.locations.allowedFolders;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#context.blocks.clear();
    this.#context.locations.close();
  }

  allow(folder: string): void {
    this.#context.locations.allow(folder);
  }

  children(at: string, range?: { readonly start: number; readonly end: number }): readonly Hdf5Child[] {
    const { locations } = this.#context;
    const group = this.#expect(at, 'group');
    return locations
      .names(group)
      .slice(range?.start ?? 0, range?.end)
      .map((name) => this.#child(at, group, name));
  }

  entity(at: string): Hdf5Entity {
    const { locations, library, attempt } = this.#context;
    const found = locations.find(at);
    switch (found.kind) {
      case 'unresolved':
        return { path: at, ...found };
      case 'group':
        return { kind: 'group', path: at, childCount: locations.names(found).length };
      case 'dataset':
        return datasetOf(this.#context, found, at);
      case 'datatype': {
        const read = () => library.get_datatype_metadata(found.in.id, found.path);
        const what = `${found.in.name}: the type ${at} cannot be read`;
        return { kind: 'datatype', path: at, type: typeOf(attempt(read, what, 'unreadable-values')) };
      }
      case 'other':
        return { kind: 'unresolved', path: at, reason: 'neither a group nor a dataset' };
    }
  }

  attributes(at: string): readonly Hdf5Attribute[] {
    const found = this.#context.locations.find(at);
    return found.kind === 'unresolved' || found.kind === 'other' ? [] : attributesOf(this.#context, found, at);
  }

  read(at: string, selection: Hdf5Selection | undefined, beforeBlock: () => void): Hdf5Values {
    const found = this.#expect(at, 'dataset');
    this.#mustBeWhole();
    const source = sourceOf(this.#context, found, at);
    return source.run(() => readValues(this.#context.library, source, selection, beforeBlock));
  }

  minMax(at: string, selection: Hdf5Selection, bins: number, beforeBlock: () => void): Hdf5MinMax {
    const found = this.#expect(at, 'dataset');
    this.#mustBeWhole();
    const source = sourceOf(this.#context, found, at);
    return source.run(() => minMaxOf(this.#context.library, source, selection, bins, beforeBlock));
  }

  search(text: string, limit: number, beforeBlock: () => void): Hdf5SearchResult {
    return searchIn(this.#context, text, limit, beforeBlock);
  }

  /** One that cannot be read does not hide the others. */
  #child(at: string, group: Found, name: string): Hdf5Child {
    const { locations } = this.#context;
    if (isUnreadable(name)) return { name, kind: 'link' };
    try {
      const target = locations.linkAt(group, name);
      if (!target) return { name, kind: childKind(locations.objectAt(group, name).kind) };
      return { name, kind: childKind(locations.find(join(at, name)).kind), target };
    } catch (error) {
      if (error instanceof Hdf5Error) return { name, kind: 'link' };
      throw error;
    }
  }

  #expect(at: string, kind: 'group' | 'dataset'): Found {
    const found = this.#context.locations.find(at);
    if (found.kind === kind) return found;
    if (found.kind !== 'unresolved') {
      throw new Hdf5Error('missing', `${this.#name}: ${at} is no ${kind}, but a ${childKind(found.kind)}.`);
    }
    const code = found.outside === undefined ? 'missing' : 'outside';
    throw new Hdf5Error(code, `${this.#name}: ${at} is ${found.reason}.`);
  }

  /** Of a file that was cut after it was opened the library gives zeros without a word. */
  #mustBeWhole(): void {
    let size: number;
    try {
      size = statSync(this.#file).size;
    } catch (error) {
      throw new Hdf5Error('unreadable', `${this.#name} is gone since it was opened: ${systemReason(error)}.`);
    }
    if (size >= this.#size) return;
    throw new Hdf5Error(
      'truncated',
      `${this.#name} was cut to ${size} bytes of ${this.#size} since it was opened: open it again.`,
    );
  }
}

function childKind(kind: Found['kind'] | 'unresolved'): Hdf5Child['kind'] {
  return kind === 'other' || kind === 'unresolved' ? 'link' : kind;
}
