/** The other end of a pool's thread. */
import { parentPort } from 'node:worker_threads';
import type { CheckedFile } from '../files.node';
import { Judge } from './judge';
import type { PoolThreadData } from './pool';

export function runCheckThread({ settings }: PoolThreadData): void {
  const judge = new Judge(settings);
  parentPort?.on('message', (file: CheckedFile) => {
    judge.report(file).then(
      (report) => parentPort?.postMessage(report),
      (error: unknown) => {
        // Ends the thread with the error, which the pool reports.
        setImmediate(() => {
          throw error;
        });
      },
    );
  });
}
