import { nodeLanguageService } from '../../server/src/service/nodeService.node';
import type { LanguageService } from '../../server/src/service/languageService';
import type { CheckArguments } from './arguments';
import { collectFiles, MissingPath, relativeName, type CheckedFile, type Collection } from './files.node';
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
    if (!(error instanceof MissingPath)) throw error;
    process.stderr.write(`bbp: ${error.message}\n`);
    return 2;
  }
  const { files, folders } = collection;
  const service = nodeLanguageService(folders);
  service.levels = { ...(options.settings ? await readLevels(process.cwd()) : {}), ...options.levels };
  const progress = new Progress(files.length);
  const reports = await inParallel(files, options.jobs, async (file) => {
    const report = await reportOf(service, file);
    progress.step();
    return report;
  });
  progress.end();
  process.stdout.write(writers[options.format](reports));
  return reports.some(({ problems }) => problems.some((problem) => fails(problem, options))) ? 1 : 0;
}

async function reportOf(service: LanguageService, file: CheckedFile): Promise<FileReport> {
  const name = relativeName(file.uri);
  const document = file.known ? await service.document(file.uri) : undefined;
  if (!document) return { file: name, lines: undefined, problems: [unreadable(file, name)] };
  const diagnostics = await service.diagnostics(file.uri);
  return {
    file: name,
    lines: (line) => document.text.slice(document.lines.lineStart(line), document.lines.lineEnd(line)),
    problems: diagnostics.map(({ related, ...diagnostic }) => ({
      file: name,
      range: diagnostic.range,
      severity: diagnostic.severity,
      category: diagnostic.category,
      code: diagnostic.code,
      message: diagnostic.message,
      ...(related.length > 0 && {
        related: related.map(({ uri, range, message }) => ({ file: relativeName(uri), range, message })),
      }),
    })),
  };
}

function unreadable(file: CheckedFile, name: string): ReportedProblem {
  const start = { line: 0, character: 0 };
  return {
    file: name,
    range: { start, end: start },
    severity: file.known ? 'error' : 'warning',
    category: 'file',
    code: 'FS009',
    message: file.known
      ? `\`${name}\` cannot be read as text: it is binary, larger than 512 MB, or may not be opened.`
      : `\`${name}\` is of no kind that is checked here: expected a BlueConfig, a CircuitConfig or a target file.`,
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
