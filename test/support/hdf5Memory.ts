/** An HDF5 file that is in memory, from the description by which one is written. Values are read whole. */
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
import { binsOf, Extremes } from '../../formats/hdf5/extremes';
import { hyperslabOf, type Hyperslab } from '../../formats/hdf5/selection';
import type { Hdf5Description, Hdf5NewAttribute, Hdf5NewDataset, Hdf5NewGroup } from '../../formats/hdf5/description';

export class MemoryHdf5File implements Hdf5File {
  readonly size = 1000;

  constructor(readonly description: Hdf5Description) {}

  children(path: string, range?: { readonly start: number; readonly end: number }): Promise<readonly Hdf5Child[]> {
    return this.#answer(() => {
      const { groups = {}, datasets = {} } = this.#group(path);
      const names = [...Object.keys(groups), ...Object.keys(datasets)].sort();
      return names
        .slice(range?.start, range?.end)
        .map((name) => ({ name, kind: name in groups ? ('group' as const) : ('dataset' as const) }));
    });
  }

  entity(path: string): Promise<Hdf5Entity> {
    return this.#answer<Hdf5Entity>(() => {
      const dataset = this.#dataset(path);
      if (dataset) {
        const shape = dataset.shape ?? [dataset.values.length];
        return { kind: 'dataset', path, type: typeOf(dataset.values), shape, layout: 'contiguous', filters: [] };
      }
      const { groups = {}, datasets = {} } = this.#group(path);
      return { kind: 'group', path, childCount: Object.keys(groups).length + Object.keys(datasets).length };
    });
  }

  attributes(path: string): Promise<readonly Hdf5Attribute[]> {
    return this.#answer(() => ((this.#dataset(path) ?? this.#group(path)).attributes ?? []).map(attributeOf));
  }

  read(path: string, selection?: Hdf5Selection): Promise<Hdf5Values> {
    return this.#answer(() => {
      const dataset = this.#dataset(path) ?? missing(path);
      const type = typeOf(dataset.values);
      const shape = dataset.shape ?? [dataset.values.length];
      if (!selection) return { type, shape, values: dataset.values };
      const slab = hyperslabOf(shape, selection);
      const values = placesOf(slab, shape).map((place) => dataset.values[place]);
      if (!ArrayBuffer.isView(dataset.values)) return { type, shape: slab.count, values };
      const { constructor } = dataset.values as { constructor: unknown };
      return { type, shape: slab.count, values: new (constructor as TypedArrayMaker)(values) };
    });
  }

  async minMax(path: string, selection: Hdf5Selection, bins: number): Promise<Hdf5MinMax> {
    const { values } = await this.read(path, selection);
    const { perBin, count } = binsOf(values.length, bins);
    const draw = new Extremes(perBin, count);
    draw.add(ArrayBuffer.isView(values) ? values : (values as number[]), 0);
    return draw.result();
  }

  search(text: string, limit: number): Promise<Hdf5SearchResult> {
    const matches: { path: string; kind: Hdf5Child['kind'] }[] = [];
    const waiting: [path: string, group: Hdf5NewGroup][] = [['', this.description]];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [path, { groups = {}, datasets = {} }] = next;
      for (const name of Object.keys(datasets)) matches.push({ path: `${path}/${name}`, kind: 'dataset' });
      for (const [name, group] of Object.entries(groups)) {
        matches.push({ path: `${path}/${name}`, kind: 'group' });
        waiting.push([`${path}/${name}`, group]);
      }
    }
    const found = matches.filter(({ path }) => path.toLowerCase().includes(text.toLowerCase()));
    return Promise.resolve({ matches: found.slice(0, limit), isCut: found.length > limit });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #answer<T>(make: () => T): Promise<T> {
    return new Promise((resolve) => {
      resolve(make());
    });
  }

  #group(path: string): Hdf5NewGroup {
    return partsOf(path).reduce<Hdf5NewGroup>((group, name) => group.groups?.[name] ?? missing(path), this.description);
  }

  #dataset(path: string): Hdf5NewDataset | undefined {
    const parts = partsOf(path);
    const name = parts.pop();
    let group: Hdf5NewGroup | undefined = this.description;
    for (const part of parts) group = group?.groups?.[part];
    return name === undefined ? undefined : group?.datasets?.[name];
  }
}

type TypedArrayMaker = new (values: readonly unknown[]) => Hdf5TypedArray;

/** Places of the elements of a selection among all. */
function placesOf({ offset, count, stride }: Hyperslab, shape: readonly number[]): readonly number[] {
  return shape.reduce<readonly number[]>(
    (places, length, dimension) =>
      places.flatMap((place) =>
        Array.from(
          { length: count[dimension] ?? 0 },
          (_, i) => place * length + (offset[dimension] ?? 0) + i * (stride[dimension] ?? 1),
        ),
      ),
    [0],
  );
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

function missing(path: string): never {
  throw new Hdf5Error('missing', `there is no ${path}`);
}

function attributeOf({ name, values, shape }: Hdf5NewAttribute): Hdf5Attribute {
  const list = typeof values === 'string' ? [values] : values;
  return { name, type: typeOf(list), shape: shape ?? [list.length], values: list };
}

function typeOf(values: Hdf5Values['values']): Hdf5Type {
  if (!ArrayBuffer.isView(values)) return { kind: 'string', name: 'str', size: 4, littleEndian: true };
  const name = values.constructor.name.replace('Array', '').replace('Big', '').toLowerCase();
  return {
    kind: name.startsWith('float') ? 'float' : 'integer',
    name,
    size: values.BYTES_PER_ELEMENT,
    littleEndian: true,
  };
}
