/** Whether an HDF5 file is a NWB, and of which version. */
import type { Hdf5File } from '../hdf5/api';
import { NwbSource } from './source';
import { firstText, type Attributes } from './values';

export interface NwbVersion {
  /** As the file has it, without "NWB-": `2.4.0`, `1.0.5`; '' where it does not say. */
  readonly text: string;
  /** 1 where it is told by a dataset, as before NWB 2. */
  readonly generation: 1 | 2;
  /** The number in the text belongs to a version that is read. */
  readonly isKnown: boolean;
}

/** @throws Hdf5Error `closed`, `cancelled` */
export async function isNwb(file: Hdf5File): Promise<boolean> {
  const source = new NwbSource(file);
  return (await versionOf(source, await source.attributes('/'))) !== undefined;
}

/** undefined where the file is no NWB. */
export async function versionOf(source: NwbSource, root: Attributes): Promise<NwbVersion | undefined> {
  const attribute = firstText(root.get('nwb_version'));
  if (attribute !== undefined) return { text: attribute, generation: 2, isKnown: /^2\.\d/.test(attribute.trim()) };
  if (firstText(root.get('neurodata_type')) === 'NWBFile') return { text: '', generation: 2, isKnown: false };
  const dataset =
    (await source.entity('/nwb_version'))?.kind === 'dataset' ? await source.text('/nwb_version') : undefined;
  if (dataset === undefined) return undefined;
  const text = dataset.trim().replace(/^NWB-?/i, '');
  return { text, generation: 1, isKnown: /^1\.\d/.test(text) };
}
