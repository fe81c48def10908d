/** What is known of a dataset without its values, and how they are read. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Hdf5Error, type Hdf5Dataset, type Hdf5Filter, type Hdf5Source } from './api';
import type { FileContext } from './file.node';
import { filterName, isBuiltIn, pluginFile } from './filters';
import type { Metadata } from './h5wasm.node';
import type { Found } from './locations.node';
import type { Hyperslab } from './selection';
import { typeOf } from './types';
import { storageAt } from './storage.node';
import type { Storage } from './objectHeader';
import type { Source } from './values.node';

/** @param at the path by which the dataset was asked for */
export function datasetOf(context: FileContext, found: Found, at: string): Hdf5Dataset {
  return context.attempt(
    () => {
      const metadata = context.library.get_dataset_metadata(found.in.id, found.path);
      const { chunks, shape } = metadata;
      const storage = storageAt(context, found);
      const sources = sourcesOf(context, found, metadata, storage);
      return {
        kind: 'dataset',
        path: at,
        type: typeOf(metadata),
        shape,
        layout: chunks ? 'chunked' : metadata.virtual_sources ? 'virtual' : (storage?.layout ?? 'contiguous'),
        filters: filtersOf(context, found),
        ...(chunks ? { chunks } : {}),
        ...(storage?.bytes !== undefined ? { storedBytes: storage.bytes } : {}),
        ...(sources ? { sources } : {}),
      };
    },
    `${found.in.name}: the dataset ${at} cannot be read`,
    'unreadable-values',
  );
}

function filtersOf({ library, pluginFolder }: FileContext, found: Found): readonly Hdf5Filter[] {
  return library.get_dataset_filters(found.in.id, found.path).map(({ id }) => {
    const plugin = pluginFile(id);
    const isAvailable = isBuiltIn(id) || (plugin !== undefined && existsSync(path.join(pluginFolder, plugin)));
    return { id, name: filterName(id), isAvailable };
  });
}

/** Undefined where the values lie in the file itself. */
function sourcesOf(
  { locations }: FileContext,
  found: Found,
  { virtual_sources: sources }: Metadata,
  storage: Storage | undefined,
): readonly Hdf5Source[] | undefined {
  if (storage?.files) {
    return storage.files.map((name) => {
      // Unlike all other names it counts from the folder of the program: so the library finds it.
      const file = path.resolve(name);
      const isAllowed = locations.isAllowed(file);
      return { file, path: '', isMissing: isAllowed && !existsSync(file), ...(isAllowed ? {} : { isOutside: true }) };
    });
  }
  return sources?.map(({ file_name: name, dset_name: inside }) => {
    // `%b` stands for the number of a block: 0 for the first.
    const { file, isThere, isAllowed } = locations.fileOf(name.replace('%b', '0').replace('%%', '%'), found.in);
    const source = { file, path: inside, isMissing: isAllowed && !isThere };
    return isAllowed ? source : { ...source, isOutside: true };
  });
}

/** How the values of a dataset are read; `run` says in words what fails. */
export interface DatasetSource extends Source {
  readonly run: <T>(read: () => T) => T;
}

export function sourceOf(context: FileContext, found: Found, at: string): DatasetSource {
  const { library, attempt, references, blocks } = context;
  const { id, name } = found.in;
  const title = `${name}: the values of ${at}`;
  const failed = `${title} cannot be read`;
  const metadata = attempt(() => library.get_dataset_metadata(id, found.path), failed, 'unreadable-values');
  const storage = metadata.chunks ? undefined : storageAt(context, found);
  const outside = sourcesOf(context, found, metadata, storage)?.find(({ isOutside }) => isOutside);
  if (outside) {
    throw new Hdf5Error('outside', `${title} lie in ${outside.file}, outside of the folders that may be read.`);
  }
  return {
    metadata,
    title,
    cache: { blocks, key: `${String(id)} ${found.path}` },
    read: (slab, address) => {
      const { count, offset, stride } = bigints(slab);
      // A scalar has no dimension to select from.
      return count.length === 0
        ? library.get_dataset_data(id, found.path, null, null, null, address)
        : library.get_dataset_data(id, found.path, count, offset, stride, address);
    },
    reclaim: (slab, address) => {
      library.reclaim_vlen_memory_count(id, found.path, '', address, bigints(slab).count);
    },
    follow: (reference, isRegion) => references.follow(id, reference, isRegion),
    run: (read) => {
      try {
        return attempt(read, failed, 'unreadable-values');
      } catch (error) {
        throw withFilters(context, found, failed, error);
      }
    },
  };
}

/** Where a filter is not here, that is why. */
function withFilters(context: FileContext, found: Found, failed: string, error: unknown): unknown {
  if (!(error instanceof Hdf5Error) || error.code !== 'unreadable-values') return error;
  const absent = context
    .attempt(() => filtersOf(context, found), failed, 'unreadable-values')
    .filter(({ isAvailable }) => !isAvailable);
  if (absent.length === 0) return error;
  const names = absent.map(({ id, name }) => (name.endsWith(String(id)) ? name : `${name} (filter ${id})`));
  return new Hdf5Error(
    'unreadable-values',
    `${failed}: they are packed with ${names.join(' and ')}, which is not here.`,
  );
}

function bigints({ count, offset, stride }: Hyperslab): Record<keyof Hyperslab, bigint[]> {
  return { count: count.map(BigInt), offset: offset.map(BigInt), stride: stride.map(BigInt) };
}
