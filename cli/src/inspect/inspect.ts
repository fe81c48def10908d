/** `bbp inspect`: what each file is and holds. A file that cannot be read says so, and the others follow. */
import path from 'node:path';
import type { DataOpener } from '../../../formats/dataFile/open.node';
import type { Hdf5Client } from '../../../formats/hdf5/client.node';
import { isMorphologyName, readMorphologyFile } from '../../../formats/morphology/readFile.node';
import { nodeLanguageService } from '../../../server/src/service/nodeService.node';
import type { InspectArguments } from '../arguments';
import { LateHdf5 } from '../data/hdf5';
import { dataOpener, isData, isDataName, withDataFile } from '../data/dataProblems';
import { relativeName, unusableFile, uriOf, workspaceFolder } from '../files.node';
import { inspectData } from './data';
import { humanText } from './human';
import { inspectMorphology } from './morphology';
import type { Inspection } from './inspection';

export async function runInspect(options: InspectArguments): Promise<number> {
  const hdf5 = new LateHdf5();
  const opener = dataOpener();
  let failed = 0;
  try {
    for (const each of options.paths) {
      const problem = await unusableFile(each);
      if (problem !== undefined) {
        process.stderr.write(`bbp: ${problem}\n`);
        failed = 2;
        continue;
      }
      const file = relativeName(uriOf(each));
      const inspection = await inspect(file, each, { options, hdf5: hdf5.get, opener });
      process.stdout.write(options.json ? `${JSON.stringify(inspection, nonFiniteAsText)}\n` : humanText(inspection));
      if (inspection.problems.some(({ severity }) => severity === 'error')) failed ||= 1;
    }
  } finally {
    await Promise.all([hdf5.dispose(), opener.dispose()]);
  }
  return failed;
}

interface Readers {
  readonly options: InspectArguments;
  readonly hdf5: () => Hdf5Client;
  readonly opener: DataOpener;
}

async function inspect(file: string, named: string, { options, hdf5, opener }: Readers): Promise<Inspection> {
  if (isMorphologyName(named)) {
    const found = await readMorphologyFile(path.resolve(named), hdf5);
    if (found.kind !== 'other') return inspectMorphology(file, found, options);
  }
  if (isMorphologyName(named) || isDataName(named) || (await isData(named))) {
    return withDataFile(opener, named, (source, problems) => inspectData(file, source, problems));
  }
  return inspectText(file, named);
}

/** JSON has no NaN: `"nan"`, `"inf"` and `"-inf"` stand for what is no finite number. */
function nonFiniteAsText(_key: string, value: unknown): unknown {
  if (typeof value !== 'number' || Number.isFinite(value)) return value;
  return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
}

/** Configs and targets, and what is of no kind that we know. */
async function inspectText(file: string, named: string): Promise<Inspection> {
  const uri = uriOf(named);
  const service = nodeLanguageService([uriOf(workspaceFolder(path.dirname(named)))]);
  const document = await service.document(uri);
  const diagnostics = document ? await service.diagnostics(uri) : await service.unreadable(uri);
  const problems = diagnostics.map(({ code, severity, message, range }) => ({
    code,
    severity,
    message,
    ...(document && { line: range.start.line + 1 }),
  }));
  if (!document) return { file, problems };
  if (document.language.root) return { file, kind: 'config', problems };
  const targets = await service.listTargets(uri);
  return { file, kind: 'target', targets: targets.filter((target) => target.uri === uri).length, problems };
}
