/** Spreads files over threads, each with a judge of its own: for files that nothing else leads to. */
import { Worker } from 'node:worker_threads';
import type { CheckedFile } from '../files.node';
import type { FileReport } from '../report';
import type { JudgeSettings } from './judge';

/** What a thread is started with; it then gets files and gives reports. */
export interface PoolThreadData {
  readonly bbp: 'check';
  readonly settings: JudgeSettings;
}

interface Job {
  readonly file: CheckedFile;
  readonly resolve: (report: FileReport) => void;
}

export class Pool {
  readonly #waiting: Job[] = [];
  readonly #threads = new Set<PoolThread>();
  readonly #settings: JudgeSettings;

  constructor(threads: number, settings: JudgeSettings) {
    this.#settings = settings;
    for (let i = 0; i < threads; i++) this.#start();
  }

  report(file: CheckedFile): Promise<FileReport> {
    return new Promise((resolve) => {
      this.#waiting.push({ file, resolve });
      for (const thread of this.#threads) thread.next();
    });
  }

  async dispose(): Promise<void> {
    await Promise.all([...this.#threads].map((thread) => thread.terminate()));
  }

  #start(): void {
    const thread = new PoolThread(
      this.#settings,
      () => this.#waiting.shift(),
      // A file that takes a thread down with it is reported, and the others go on in a new one.
      () => {
        this.#threads.delete(thread);
        this.#start();
      },
    );
    this.#threads.add(thread);
    thread.next();
  }
}

class PoolThread {
  readonly #worker: Worker;
  readonly #take: () => Job | undefined;
  #job: Job | undefined;

  constructor(settings: JudgeSettings, take: () => Job | undefined, onDeath: () => void) {
    const workerData: PoolThreadData = { bbp: 'check', settings };
    // The bundle of the program is that of its threads: `main.ts` tells them apart.
    this.#worker = new Worker(__filename, { workerData });
    this.#take = take;
    this.#worker.on('message', (report: FileReport) => {
      this.#finish(report);
      this.next();
    });
    this.#worker.on('error', (error) => {
      if (this.#job) this.#finish(failed(this.#job.file, error));
      onDeath();
    });
  }

  /** Takes a file that waits, unless there is one at work. */
  next(): void {
    if (this.#job) return;
    this.#job = this.#take();
    if (this.#job) this.#worker.postMessage(this.#job.file);
  }

  terminate(): Promise<number> {
    return this.#worker.terminate();
  }

  #finish(report: FileReport): void {
    const job = this.#job;
    this.#job = undefined;
    job?.resolve(report);
  }
}

function failed(file: CheckedFile, error: Error): FileReport {
  const start = { line: 0, character: 0 };
  return {
    file: file.path,
    lines: {},
    problems: [
      {
        file: file.path,
        range: { start, end: start },
        severity: 'error',
        category: 'file',
        code: 'FS009',
        message: `The file cannot be checked: ${error.message}`,
      },
    ],
  };
}
