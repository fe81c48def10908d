/** Writing a whole HDF5 file: to a name beside it first, so that no half-written file ever has the name. */
import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Hdf5Error } from './api';
import type { Hdf5Description, Hdf5NewAttribute, Hdf5NewGroup } from './description';
import { H5wasmFile, type Group, type Library } from './h5wasm.node';
import { systemReason } from './recogniseFile.node';

/** @param file absolute; what is there is replaced @throws {@link Hdf5Error} `unwritable` */
export function writeFile(library: Library, file: string, description: Hdf5Description): void {
  const name = path.basename(file);
  if (!path.isAbsolute(file)) throw new Hdf5Error('unwritable', `${name}: the path is not absolute.`);
  const temporary = path.join(path.dirname(file), `.${name}.${process.pid}-${Date.now().toString(36)}.tmp`);
  try {
    // The system gives clearer reasons than the library.
    closeSync(openSync(temporary, 'wx'));
  } catch (error) {
    throw new Hdf5Error('unwritable', `${name} cannot be written: ${systemReason(error)}.`);
  }
  try {
    const written = new H5wasmFile(temporary, 'w');
    try {
      writeGroup(written, description);
    } finally {
      library.close_file(written.file_id);
    }
    try {
      renameSync(temporary, file);
    } catch (error) {
      throw new Hdf5Error('unwritable', `${name} cannot be written: ${systemReason(error)}.`);
    }
  } finally {
    rmSync(temporary, { force: true });
  }
}

function writeGroup(root: Group, description: Hdf5NewGroup): void {
  const open: [Group, Hdf5NewGroup][] = [[root, description]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [group, { attributes = [], datasets = {}, groups = {} }] = next;
    writeAttributes(group, attributes);
    for (const [name, dataset] of Object.entries(datasets)) {
      const { values, shape = [values.length] } = dataset;
      const data = ArrayBuffer.isView(values) ? { data: values } : { data: [...values], dtype: 'S' };
      writeAttributes(group.create_dataset({ name, shape: [...shape], ...data }), dataset.attributes ?? []);
    }
    for (const [name, child] of Object.entries(groups)) open.push([group.create_group(name), child]);
  }
}

function writeAttributes(object: Pick<Group, 'create_attribute'>, attributes: readonly Hdf5NewAttribute[]): void {
  for (const { name, values, shape } of attributes) {
    const dimensions = shape ? [...shape] : typeof values === 'string' ? [] : [values.length];
    if (ArrayBuffer.isView(values)) object.create_attribute(name, values, dimensions);
    else object.create_attribute(name, typeof values === 'string' ? [values] : [...values], dimensions, 'S');
  }
}
