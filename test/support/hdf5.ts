/** HDF5 in tests: the bundle of the worker that the build makes, and files that are made for one test. */
import assert from 'node:assert/strict';
import { copyFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { Hdf5Error, type Hdf5ErrorCode } from '../../formats/hdf5/api';
import { createHdf5Client, type Hdf5Client } from '../../formats/hdf5/client.node';

const WORKER_FILE = path.resolve('dist/hdf5.worker.js');

/**
 * @param stallLimit ms without an answer after which the thread is ended
 * @param without the folder to which the bundle is copied, so that it has no filters beside it
 */
export function testHdf5Client(stallLimit?: number, without?: { readonly pluginsIn: string }): Hdf5Client {
  if (!existsSync(WORKER_FILE)) {
    throw new Error('dist/hdf5.worker.js is missing: run “npm run build” first; “npm test” does so by itself.');
  }
  const workerFile = without ? path.join(without.pluginsIn, 'hdf5.worker.js') : WORKER_FILE;
  if (without) copyFileSync(WORKER_FILE, workerFile);
  return createHdf5Client({ workerFile, ...(stallLimit !== undefined && { stallLimit }) });
}

/** That something fails with an error of the HDF5 reader. */
export async function rejectsWith(promise: Promise<unknown>, code: Hdf5ErrorCode, message: RegExp): Promise<void> {
  await assert.rejects(promise, (error) => {
    assert.ok(error instanceof Hdf5Error);
    assert.equal(error.code, code, error.message);
    assert.match(error.message, message);
    return true;
  });
}
