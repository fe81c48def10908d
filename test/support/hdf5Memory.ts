/** An HDF5 file that is in memory, from the description by which one is written. Values are read whole. */
import {
  Hdf5Error,
  type Hdf5Attribute,
  type Hdf5Child,
  type Hdf5Entity,
  type Hdf5File,
  type Hdf5Type,
  type Hdf5Values,
} from '../../formats/hdf5/api';
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
    return this.#answer(() => {
      const dataset = this.#dataset(path);
      if (dataset) {
        const shape = dataset.shape ?? [dataset.values.length];
        return { kind: 'dataset' as const, path, type: typeOf(dataset.values), shape, filters: [] };
      }
      const { groups = {}, datasets = {} } = this.#group(path);
      return { kind: 'group' as const, path, childCount: Object.keys(groups).length + Object.keys(datasets).length };
    });
  }

  attributes(path: string): Promise<readonly Hdf5Attribute[]> {
    return this.#answer(() => ((this.#dataset(path) ?? this.#group(path)).attributes ?? []).map(attributeOf));
  }

  read(path: string): Promise<Hdf5Values> {
    return this.#answer(() => {
      const dataset = this.#dataset(path) ?? missing(path);
      return { type: typeOf(dataset.values), shape: dataset.shape ?? [dataset.values.length], values: dataset.values };
    });
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
