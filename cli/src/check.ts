import { nodeLanguageService } from '../../server/src/service/nodeService.node';
import type { LanguageService } from '../../server/src/service/languageService';
import type { Diagnostic } from '../../server/src/service/results';
import type { CheckArguments } from './arguments';
import { collectFiles, relativeName, UnusablePath, type Collection } from './files.node';
import { Progress } from './progress';
import { readLevels } from './settings.node';
import { writers } from './writers';
import type { FileReport, ReportedProblem } from './report';

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
  const { files, folders, problems } = collection;
  for (const problem of problems) process.stderr.write(`bbp: ${problem}\n`);
  const service = nodeLanguageService(folders);
  service.levels = { ...(options.settings ? await readLevels(process.cwd()) : {}), ...options.levels };
  const progress = new Progress(files.length);
  const reports = await inParallel(files, options.jobs, async (file) => {
    const report = await reportOf(service, file.uri);
    progress.step();
    return report;
  });
  progress.end();
  process.stdout.write(writers[options.format](reports));
  return reports.some(({ problems }) => problems.some((problem) => fails(problem, options))) ? 1 : 0;
}

async function reportOf(service: LanguageService, uri: string): Promise<FileReport> {
  const file = relativeName(uri);
  const document = await service.document(uri);
  const diagnostics = document ? await service.diagnostics(uri) : await service.unreadable(uri);
  return {
    file,
    lines: document && ((line) => document.text.slice(document.lines.lineStart(line), document.lines.lineEnd(line))),
    problems: diagnostics.map((diagnostic) => reported(file, diagnostic)),
  };
}

function reported(file: string, { range, severity, category, code, message, related }: Diagnostic): ReportedProblem {
  return {
    file,
    range,
    severity,
    category,
    code,
    message,
    ...(related.length > 0 && {
      related: related.map((each) => ({ file: relativeName(each.uri), range: each.range, message: each.message })),
    }),
  };
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
