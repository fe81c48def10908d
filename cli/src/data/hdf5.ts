/** HDF5 files for a command: the thread that reads them is started by the first one, and ended with the command. */
import path from 'node:path';
import { createHdf5Client, type Hdf5Client } from '../../../formats/hdf5/client.node';

/** The bundle of the thread lies beside the program. */
export const HDF5_WORKER = path.join(__dirname, 'hdf5.worker.js');

export class LateHdf5 {
  #client: Hdf5Client | undefined;

  readonly get = (): Hdf5Client => (this.#client ??= createHdf5Client({ workerFile: HDF5_WORKER }));

  async dispose(): Promise<void> {
    await this.#client?.dispose();
  }
}
