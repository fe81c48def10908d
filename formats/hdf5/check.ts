/** Looks through an HDF5 file for what cannot be read: names and metadata only, never values. */
import { Hdf5Error, type Hdf5Entity, type Hdf5File } from './api';
import { brokenLink, hdf5Problem, missingSource, unknownFilter, type Hdf5Problem } from './problem';

/** So many objects are looked at; a larger file is judged by its first ones. */
const OBJECT_LIMIT = 2000;
/** A hard link may lead back to a group above it: such paths have no end, and each level takes HDF5 twice as long. */
const DEPTH_LIMIT = 10;
/** So many problems are listed. */
const PROBLEM_LIMIT = 50;

export async function checkHdf5(file: Hdf5File): Promise<readonly Hdf5Problem[]> {
  const problems: Hdf5Problem[] = [];
  const waiting = ['/'];
  let looked = 0;
  for (let group = waiting.shift(); group !== undefined && looked < OBJECT_LIMIT; group = waiting.shift()) {
    const children = await file.children(group, { start: 0, end: OBJECT_LIMIT - looked });
    for (const { name, kind, target } of children) {
      if (++looked > OBJECT_LIMIT || problems.length >= PROBLEM_LIMIT) return problems;
      const path = group === '/' ? `/${name}` : `${group}/${name}`;
      // What a link leads to is looked at where it stands: so no circle is walked, and nothing twice.
      if (kind === 'group' && !target) {
        if (path.split('/').length <= DEPTH_LIMIT) waiting.push(path);
      } else if (kind !== 'group') problems.push(...judged(await entityAt(file, path), path));
    }
  }
  return problems;
}

async function entityAt(file: Hdf5File, path: string): Promise<Hdf5Entity> {
  try {
    return await file.entity(path);
  } catch (error) {
    if (!(error instanceof Hdf5Error)) throw error;
    return { kind: 'unresolved', path, reason: error.message };
  }
}

function judged(entity: Hdf5Entity, path: string): readonly Hdf5Problem[] {
  if (entity.kind === 'unresolved') {
    if (entity.outside !== undefined) return [];
    return [hdf5Problem(brokenLink, `${path} leads nowhere: ${entity.reason}`, path)];
  }
  if (entity.kind !== 'dataset') return [];
  const problems = entity.filters
    .filter(({ isAvailable }) => !isAvailable)
    .map(({ id, name }) =>
      hdf5Problem(
        unknownFilter,
        `${path} is compressed with ${name} (filter ${id}), which is not shipped: its values cannot be read here.`,
        path,
      ),
    );
  const missing = entity.sources?.find(({ isMissing }) => isMissing);
  if (missing) {
    const message = `${path} takes values from ${missing.file}, which is not there: fill values stand in their place.`;
    problems.push(hdf5Problem(missingSource, message, path));
  }
  return problems;
}
