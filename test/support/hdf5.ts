/** HDF5 in tests: the bundle of the worker that the build makes, and files that are made for one test. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createHdf5Client, type Hdf5Client } from '../../formats/hdf5/client.node';

const WORKER_FILE = path.resolve('dist/hdf5.worker.js');

/** @param stallLimit ms without an answer after which the thread is ended */
export function testHdf5Client(stallLimit?: number): Hdf5Client {
  if (!existsSync(WORKER_FILE)) {
    throw new Error('dist/hdf5.worker.js is missing: run “npm run build” first; “npm test” does so by itself.');
  }
  return createHdf5Client({ workerFile: WORKER_FILE, ...(stallLimit !== undefined && { stallLimit }) });
}
