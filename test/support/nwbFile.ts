/** NWB files in memory: groups, datasets, references and soft links from plain data. */
import {
  Hdf5Error,
  type Hdf5Attribute,
  type Hdf5Child,
  type Hdf5Entity,
  type Hdf5File,
  type Hdf5MinMax,
  type Hdf5SearchResult,
  type Hdf5Selection,
  type Hdf5Type,
  type Hdf5TypedArray,
  type Hdf5Values,
} from '../../formats/hdf5/api';
import { hyperslabOf } from '../../formats/hdf5/selection';

type Value = string | number | Hdf5TypedArray | readonly unknown[];

interface GroupNode {
  readonly kind: 'group';
  readonly attributes: Readonly<Record<string, Value>>;
  readonly members: Readonly<Record<string, Node>>;
}

interface DatasetNode {
  readonly kind: 'dataset';
  readonly values: Value;
  readonly shape: readonly number[] | undefined;
  readonly attributes: Readonly<Record<string, Value>>;
}

interface LinkNode {
  readonly kind: 'link';
  readonly target: string;
  readonly file: string | undefined;
}

export type Node = GroupNode | DatasetNode | LinkNode;

export function group(members: GroupNode['members'] = {}, attributes: GroupNode['attributes'] = {}): GroupNode {
  return { kind: 'group', members, attributes };
}

export function dataset(
  values: Value,
  attributes: DatasetNode['attributes'] = {},
  shape?: readonly number[],
): DatasetNode {
  return { kind: 'dataset', values, attributes, shape };
}

export function link(target: string, file?: string): LinkNode {
  return { kind: 'link', target, file };
}

export function reference(path: string | null): { readonly reference: string | null } {
  return { reference: path };
}

/** A row of a column of `TimeSeriesReference`. */
export function part(path: string | null, start: number, count: number): Readonly<Record<string, unknown>> {
  return { idx_start: start, count, timeseries: reference(path) };
}

export class NwbMemoryFile implements Hdf5File {
  readonly size = 1000;
  /** Paths of the datasets that were read, in order. */
  readonly reads: string[] = [];
  isClosed = false;

  constructor(readonly root: GroupNode) {}

  children(path: string, range?: { readonly start: number; readonly end: number }): Promise<readonly Hdf5Child[]> {
    return this.#answer(() => {
      const node = this.#resolve(path);
      if (node?.kind !== 'group') return missing(path);
      return Object.entries(node.members)
        .map(([name, member]): Hdf5Child => {
          if (member.kind !== 'link') return { name, kind: member.kind };
          const target = { path: member.target, ...(member.file !== undefined && { file: member.file }) };
          return {
            name,
            kind: (member.file === undefined ? this.#resolve(member.target)?.kind : undefined) ?? 'link',
            target,
          };
        })
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .slice(range?.start, range?.end);
    });
  }

  entity(path: string): Promise<Hdf5Entity> {
    return this.#answer<Hdf5Entity>(() => {
      const node = this.#resolve(path) ?? missing(path);
      if (node.kind === 'group') return { kind: 'group', path, childCount: Object.keys(node.members).length };
      return { kind: 'dataset', path, type: typeOf(node.values), shape: shapeOf(node), layout: 'compact', filters: [] };
    });
  }

  attributes(path: string): Promise<readonly Hdf5Attribute[]> {
    return this.#answer(() =>
      Object.entries((this.#resolve(path) ?? missing(path)).attributes).map(([name, value]) => {
        const values = listOf(value);
        return { name, type: typeOf(value), shape: isScalar(value) ? [] : [values.length], values };
      }),
    );
  }

  read(path: string, selection?: Hdf5Selection): Promise<Hdf5Values> {
    return this.#answer(() => {
      this.reads.push(path);
      const node = this.#resolve(path);
      if (node?.kind !== 'dataset') return missing(path);
      const values = listOf(node.values);
      const slab = hyperslabOf(shapeOf(node), selection);
      const [, columns = 1] = shapeOf(node);
      const [rows = 1, width = 1] = slab.count;
      const [offset = 0, column = 0] = slab.offset;
      const [step = 1, columnStep = 1] = slab.stride;
      const places = Array.from(
        { length: rows * width },
        (_, i) => (offset + Math.floor(i / width) * step) * columns + column + (i % width) * columnStep,
      );
      const picked = places.map((place) => values[place]);
      return { type: typeOf(node.values), shape: slab.count, values: sameKind(values, picked) };
    });
  }

  async minMax(path: string, selection: Hdf5Selection, bins: number): Promise<Hdf5MinMax> {
    const { values } = await this.read(path, selection);
    const numbers = Array.from<unknown, number>(values, Number);
    const perBin = Math.ceil(numbers.length / bins);
    const parts = Array.from({ length: Math.ceil(numbers.length / perBin) }, (_, i) =>
      numbers.slice(i * perBin, (i + 1) * perBin),
    );
    return {
      minima: Float64Array.from(parts, (each) => Math.min(...each)),
      maxima: Float64Array.from(parts, (each) => Math.max(...each)),
      perBin,
    };
  }

  search(): Promise<Hdf5SearchResult> {
    return Promise.resolve({ matches: [], isCut: false });
  }

  close(): Promise<void> {
    this.isClosed = true;
    return Promise.resolve();
  }

  #answer<T>(make: () => T): Promise<T> {
    return new Promise((resolve) => {
      if (this.isClosed) throw new Hdf5Error('closed', 'the file is closed');
      resolve(make());
    });
  }

  /** At most 20 links are followed. */
  #resolve(path: string, budget = 20): GroupNode | DatasetNode | undefined {
    let node: Node | undefined = this.root;
    for (const name of path.split('/').filter(Boolean)) {
      if (node?.kind !== 'group') return undefined;
      const member: Node | undefined = Object.hasOwn(node.members, name) ? node.members[name] : undefined;
      if (member?.kind !== 'link') node = member;
      else node = member.file === undefined && budget > 0 ? this.#resolve(member.target, budget - 1) : undefined;
    }
    return node;
  }
}

function missing(path: string): never {
  throw new Hdf5Error('missing', `there is no ${path}`);
}

function isScalar(value: Value): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function listOf(value: Value): Hdf5TypedArray | readonly unknown[] {
  if (typeof value === 'number') return Float64Array.of(value);
  return typeof value === 'string' ? [value] : value;
}

function shapeOf({ values, shape }: DatasetNode): readonly number[] {
  return shape ?? (isScalar(values) ? [] : [values.length]);
}

function sameKind(values: Hdf5TypedArray | readonly unknown[], picked: readonly unknown[]): Hdf5Values['values'] {
  if (!ArrayBuffer.isView(values)) return picked;
  return new (values.constructor as new (values: readonly unknown[]) => Hdf5TypedArray)(picked);
}

function typeOf(value: Value): Hdf5Type {
  const values = listOf(value);
  const [first] = values;
  if (!ArrayBuffer.isView(values)) {
    const kind = typeof first === 'object' ? 'compound' : 'string';
    return { kind, name: kind === 'string' ? 'str' : 'compound', size: 16, littleEndian: true };
  }
  const name = values.constructor.name.replace('Array', '').replace('Big', '').toLowerCase();
  const kind = name.startsWith('float') ? 'float' : 'integer';
  return { kind, name, size: values.BYTES_PER_ELEMENT, littleEndian: true };
}
