import os from 'node:os';
import { isMorphologyName } from '../../../formats/morphology/readFile.node';
import type { CheckArguments } from '../arguments';
import { collectFiles, UnusablePath, type CheckedFile, type Collection } from '../files.node';
import { Progress } from '../progress';
import type { FileReport, ReportedProblem } from '../report';
import { readLevels } from '../settings.node';
import { writers } from '../writers';
import { Judge } from './judge';
import { Pool } from './pool';

/** Fewer files are judged before a thread has started. */
const WORTH_THREADS = 16;

/** `bbp check`: every problem of every file, written in the wanted form; 1 where one is as grave as `--fail-on`. */
export async function runCheck(options: CheckArguments): Promise<number> {
  let collection: Collection;
  try {
    collection = await collectFiles(options.paths);
  } catch (error) {
    if (!(error instanceof UnusablePath)) throw error;
    process.stderr.write(`bbp: ${error.message}\n`);
    return 2;
  }
  for (const problem of collection.problems) process.stderr.write(`bbp: ${problem}\n`);
  const reports = await reportsOf(collection, options);
  process.stdout.write(writers[options.format](reports));
  return reports.some(({ problems }) => problems.some((problem) => fails(problem, options))) ? 1 : 0;
}

async function reportsOf({ files, folders }: Collection, options: CheckArguments): Promise<readonly FileReport[]> {
  const levels = { ...(options.settings ? await readLevels(process.cwd()) : {}), ...options.levels };
  const progress = new Progress(files.length);
  const judge = new Judge({ folders, levels });
  const alone = files.filter(({ path }) => isMorphologyName(path)).length;
  const threads = alone < WORTH_THREADS ? 0 : Math.min(options.jobs, os.availableParallelism());
  // Configs share what they read, so one judge has them all; a morphology is nobody else's business.
  const pool = threads > 1 ? new Pool(threads, { folders: [], levels }) : undefined;
  const reportOf = (file: CheckedFile): Promise<FileReport> =>
    pool && isMorphologyName(file.path) ? pool.report(file) : judge.report(file);
  try {
    return await inParallel(files, options.jobs, async (file) => {
      const report = await reportOf(file);
      progress.step();
      return report;
    });
  } finally {
    progress.end();
    await Promise.all([pool?.dispose(), judge.dispose()]);
  }
}

function fails(problem: ReportedProblem, { failOn }: CheckArguments): boolean {
  if (failOn === 'never') return false;
  return problem.severity === 'error' || (failOn === 'warning' && problem.severity === 'warning');
}

/** Maps in order, with at most `limit` at work at once. */
async function inParallel<Item, Result>(
  items: readonly Item[],
  limit: number,
  map: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      if (item !== undefined) results[index] = await map(item);
    }
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return results;
}
