/** Version and cell family of an H5 morphology, and what else it says of itself. */
import type { Hdf5Attribute } from '../../hdf5/api';
import type { Morphology } from '../model';
import { cellFamilyMissing } from '../problems/h5/cellFamilyMissing';
import { metadataWithoutVersion } from '../problems/h5/metadataWithoutVersion';
import { unknownCellFamily } from '../problems/h5/unknownCellFamily';
import { unsupportedVersion } from '../problems/h5/unsupportedVersion';
import type { CellFamily } from '../sectionTypes';
import { entityAt, pathIn, toNumbers, type Origin } from './tables';

export interface H5Metadata {
  readonly version: Morphology['version'];
  readonly family: CellFamily;
  readonly metadata: Morphology['metadata'];
}

const FAMILIES: readonly CellFamily[] = ['neuron', 'glia', 'spine'];

/** The last version that has been published. */
const LAST_MINOR = 3;

/** So much of an attribute's text is kept. */
const TEXT_LIMIT = 1000;

export async function readMetadata(origin: Origin): Promise<H5Metadata> {
  const { file, group } = origin;
  const path = pathIn(group, 'metadata');
  const own = textsOf(await file.attributes(group));
  if ((await entityAt(file, path))?.kind !== 'group') return { version: ['h5', 1, 0], family: 'neuron', metadata: own };
  const attributes = await file.attributes(path);
  const version = versionOf(origin, path, attributes);
  return { version, family: familyOf(origin, path, attributes), metadata: [...own, ...textsOf(attributes)] };
}

/** Where it is not supported the file is shown as one of the last version. */
function versionOf({ problems }: Origin, path: string, attributes: readonly Hdf5Attribute[]): Morphology['version'] {
  const attribute = attributes.find(({ name }) => name === 'version');
  if (!attribute) {
    problems.add(
      metadataWithoutVersion,
      { path },
      () => `${path} has no attribute “version”: 1.1, 1.2 or 1.3 is expected.`,
    );
    return ['h5', 1, LAST_MINOR];
  }
  const numbers = toNumbers(attribute.values);
  const [major = 0, minor = 0] = numbers ?? [];
  if (numbers?.length === 2 && major === 1 && minor >= 1 && minor <= LAST_MINOR) return ['h5', 1, minor];
  const found =
    numbers?.length === 2
      ? `${major}.${minor}`
      : `of ${String(attribute.values.length)} values (${attribute.type.name})`;
  problems.add(
    unsupportedVersion,
    { path },
    () =>
      `The version is ${found}: 1.1, 1.2 or 1.3 is expected, as two integers in the attribute “version” of ${path}.`,
  );
  return ['h5', 1, LAST_MINOR];
}

function familyOf({ problems }: Origin, path: string, attributes: readonly Hdf5Attribute[]): CellFamily {
  const attribute = attributes.find(({ name }) => name === 'cell_family');
  const value = attribute && toNumbers(attribute.values)?.[0];
  if (value === undefined) {
    problems.add(
      cellFamilyMissing,
      { path },
      () => `${path} has no number “cell_family”: 0 (neuron), 1 (glia) or 2 (spine) is expected.`,
    );
    return 'neuron';
  }
  const family = FAMILIES[value];
  if (!family) {
    problems.add(
      unknownCellFamily,
      { path },
      () => `The cell family is ${value}: 0 (neuron), 1 (glia) or 2 (spine) is expected. It is read as a neuron.`,
    );
  }
  return family ?? 'neuron';
}

/** Attributes that are text. */
function textsOf(attributes: readonly Hdf5Attribute[]): readonly { readonly key: string; readonly value: string }[] {
  return attributes.flatMap(({ name, values }) => {
    const [text] = values;
    return typeof text === 'string' ? [{ key: name, value: text.slice(0, TEXT_LIMIT) }] : [];
  });
}
