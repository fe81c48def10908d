/** A data file that is open, whatever its kind. */
import type { Hdf5OpenedFile } from '../hdf5/api';
import type { FileKind } from '../hdf5/fileKind';
import type { OpenRecording } from '../recording/model';

export interface DataSource {
  /** In bytes. */
  readonly size: number;
  /** `hdf5`: any HDF5 file that is no recording. */
  readonly kind: 'hdf5' | 'nwb' | 'abf';
  /** "NWB 2.5 · intracellular · 412 sweeps". */
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Of the kind `hdf5`: what stands in it. */
  readonly fileKind?: FileKind;
  /** Not of ABF files. */
  readonly hdf5?: Hdf5OpenedFile;
  /** Of NWB and ABF files. */
  readonly recording?: OpenRecording;
  close(): Promise<void>;
}
