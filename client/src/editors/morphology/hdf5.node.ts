/** HDF5 morphologies: the engine opens files of this machine only, so those of other places are copied first. */
import { readFile, writeFile } from 'node:fs/promises';
import { createHdf5Client, type Hdf5Client } from '../../../../formats/hdf5/client.node';
import type { Hdf5Description } from '../../../../formats/hdf5/description';
import { openH5Morphology } from '../../../../formats/morphology/h5/read';
import type { H5Reading } from '../../../../formats/morphology/h5/reading';
import { temporaryFile } from '../common/temporaryFile.node';

export interface MorphologyHdf5 {
  /** @param file absolute path on this machine; what cannot be opened is a problem of the reading */
  read(file: string, signal: AbortSignal): Promise<H5Reading>;
  /** The same for a file whose bytes were fetched from elsewhere. */
  readBytes(bytes: Uint8Array, signal: AbortSignal): Promise<H5Reading>;
  /** The bytes of a new file. */
  make(description: Hdf5Description): Promise<Uint8Array>;
  dispose(): Promise<void>;
}

/** @param workerFile absolute path of dist/hdf5.worker.js */
export function createMorphologyHdf5(workerFile: string): MorphologyHdf5 {
  let client: Hdf5Client | undefined;
  const hdf5 = (): Hdf5Client => (client ??= createHdf5Client({ workerFile }));
  return {
    read: (file, signal) => openH5Morphology(hdf5(), file, { signal }),
    readBytes: (bytes, signal) =>
      withTemporaryFile(async (file) => {
        await writeFile(file, bytes);
        return openH5Morphology(hdf5(), file, { signal });
      }),
    make: (description) =>
      withTemporaryFile(async (file) => {
        await hdf5().create(file, description);
        return readFile(file);
      }),
    async dispose() {
      await client?.dispose();
    },
  };
}

async function withTemporaryFile<Result>(use: (file: string) => Promise<Result>): Promise<Result> {
  const file = await temporaryFile('morphology.h5');
  try {
    return await use(file.path);
  } finally {
    await file.remove();
  }
}
