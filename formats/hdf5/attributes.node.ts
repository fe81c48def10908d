/** Attributes of an object, with their values where they can be read. */
import { Hdf5Error, type Hdf5Attribute } from './api';
import type { FileContext } from './file.node';
import type { Found } from './locations.node';
import { typeOf } from './types';
import { readValues, type Source } from './values.node';

/** An attribute is read at once: a larger one has no values. */
const ATTRIBUTE_LIMIT_BYTES = 8 * 1024 * 1024;

/** @param at the path by which the object was asked for */
export function attributesOf(context: FileContext, found: Found, at: string): readonly Hdf5Attribute[] {
  const { library, attempt } = context;
  const names = attempt(
    () => library.get_attribute_names(found.in.id, found.path),
    `${found.in.name}: the attributes of ${at} cannot be read`,
    'unreadable-values',
  );
  return names.map((name) => attributeOf(context, found, at, name));
}

function attributeOf(
  { library, attempt, references }: FileContext,
  found: Found,
  at: string,
  name: string,
): Hdf5Attribute {
  const { id, name: file } = found.in;
  const title = `${file}: the attribute “${name}” of ${at}`;
  const failed = `${title} cannot be read`;
  const metadata = attempt(() => library.get_attribute_metadata(id, found.path, name), failed, 'unreadable-values');
  const source: Source = {
    metadata,
    title,
    cache: undefined,
    read: (_slab, address) => library.get_attribute_data(id, found.path, name, address),
    reclaim: (_slab, address) => library.reclaim_vlen_memory(id, found.path, name, address),
    follow: (reference, isRegion) => references.follow(id, reference, isRegion),
  };
  try {
    const bytes = metadata.total_size * metadata.size;
    if (bytes > ATTRIBUTE_LIMIT_BYTES) {
      throw new Hdf5Error('too-large', `${title}: its ${Math.round(bytes / 1e6)} MB are not read; 8 MB are.`);
    }
    const values = attempt(() => readValues(library, source, undefined, () => undefined), failed, 'unreadable-values');
    return { name, ...values };
  } catch (error) {
    if (!(error instanceof Hdf5Error)) throw error;
    return { name, type: typeOf(metadata), shape: metadata.shape ?? [0], values: [], problem: error.message };
  }
}
