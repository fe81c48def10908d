/** The threads that read morphologies. One is kept for the next file; a job that is cancelled takes its own with it. */
import { Worker } from 'node:worker_threads';
import type { Morphology } from '../../../../formats/morphology/model';
import type { MorphologyProblem, MorphologyReading } from '../../../../formats/morphology/problem';
import type { TextFormat } from '../../../../formats/morphology/read';
import type { ParseAnswer, ParseJob } from './parseMessages';

export interface MorphologyParser {
  /**
   * @param bytes their memory is taken over: nobody may use them afterwards
   * @returns what was read, with what the checks add to its problems
   */
  read(format: TextFormat, bytes: Uint8Array, signal: AbortSignal): Promise<MorphologyReading>;
  /** What the checks add to the problems of a morphology that was read elsewhere. */
  check(
    morphology: Morphology,
    problems: readonly MorphologyProblem[],
    signal: AbortSignal,
  ): Promise<readonly MorphologyProblem[]>;
  dispose(): void;
}

/** @param workerFile absolute path of dist/morphology.worker.js */
export function createParser(workerFile: string): MorphologyParser {
  const busy = new Set<Worker>();
  let idle: Worker | undefined;

  const end = (worker: Worker): void => {
    busy.delete(worker);
    void worker.terminate();
  };

  const putBack = (worker: Worker): void => {
    busy.delete(worker);
    if (idle) void worker.terminate();
    else idle = worker;
  };

  const run = (job: ParseJob, transfer: readonly ArrayBuffer[], signal: AbortSignal): Promise<ParseAnswer> => {
    signal.throwIfAborted();
    const worker = idle ?? new Worker(workerFile);
    idle = undefined;
    busy.add(worker);
    return new Promise<ParseAnswer>((resolve, reject) => {
      const settle = (): void => {
        // One by one: Node's own listeners must stay.
        worker.off('message', onAnswer).off('error', onError).off('exit', onExit);
        signal.removeEventListener('abort', onAbort);
      };
      const fail = (error: unknown): void => {
        settle();
        end(worker);
        reject(error instanceof Error ? error : new Error(String(error)));
      };
      const onAnswer = (answer: ParseAnswer): void => {
        settle();
        putBack(worker);
        resolve(answer);
      };
      const onError = (error: unknown): void => {
        fail(isOutOfMemory(error) ? new Error('The morphology needs more memory than there is.') : error);
      };
      const onExit = (code: number): void => {
        fail(new Error(`The thread that reads morphologies ended with code ${code}.`));
      };
      const onAbort = (): void => {
        fail(signal.reason);
      };
      worker.on('message', onAnswer).on('error', onError).on('exit', onExit);
      signal.addEventListener('abort', onAbort);
      worker.postMessage(job, transfer);
    });
  };

  return {
    async read(format, bytes, signal) {
      const own = ownBytes(bytes);
      const answer = await run({ kind: 'read', format, bytes: own }, [own.buffer], signal);
      if (answer.kind === 'read') return answer.reading;
      throw unexpected(answer);
    },
    async check(morphology, problems, signal) {
      const answer = await run({ kind: 'check', morphology, problems }, [], signal);
      if (answer.kind === 'check') return answer.problems;
      throw unexpected(answer);
    },
    dispose() {
      if (idle) void idle.terminate();
      for (const worker of busy) void worker.terminate();
    },
  };
}

/** Bytes that are a view into memory of others (Node gives out small buffers from one pool) are copied first. */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = bytes;
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) return new Uint8Array(buffer);
  return new Uint8Array(bytes);
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function unexpected(answer: ParseAnswer): Error {
  return new Error(answer.kind === 'failed' ? answer.message : `An answer of another kind: ${answer.kind}.`);
}
