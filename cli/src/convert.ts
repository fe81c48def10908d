/** `bbp convert`: a morphology in another format. Nothing is written where something would be wrong in it. */
import path from 'node:path';
import { rename, writeFile } from 'node:fs/promises';
import type { MorphologyFormat } from '../../formats/morphology/model';
import type { MorphologyProblem } from '../../formats/morphology/problem';
import { isMorphologyName, readMorphologyFile } from '../../formats/morphology/readFile.node';
import { writeMorphology } from '../../formats/morphology/write/write';
import type { ConvertArguments } from './arguments';
import { LateHdf5 } from './data/hdf5';
import { unusableFile } from './files.node';
import { version } from './help';

export async function runConvert({ path: from, output }: ConvertArguments): Promise<number> {
  const format = /\.(swc|asc|h5)$/i.exec(output)?.[1]?.toLowerCase() as MorphologyFormat | undefined;
  const problem = (await unusableFile(from)) ?? usageProblem(from, output, format);
  if (problem !== undefined || format === undefined) {
    process.stderr.write(`bbp: ${problem ?? ''}\n`);
    return 2;
  }
  const hdf5 = new LateHdf5();
  try {
    const found = await readMorphologyFile(path.resolve(from), hdf5.get);
    if (found.kind !== 'morphology') {
      process.stderr.write(`bbp: ${from} holds no single cell but ${found.summary.title}\n`);
      return 1;
    }
    const { morphology, refused, problems } = found.reading;
    say(
      from,
      problems.filter(({ level }) => level === 'error' || level === 'warning'),
    );
    if (!morphology || refused) return 1;
    const written = writeMorphology(morphology, format, `BBP Formats ${version}`);
    say(output, written.problems);
    if (written.refused) return 1;
    if (written.text !== undefined) await replaceFile(output, written.text);
    if (written.hdf5) await hdf5.get().create(path.resolve(output), written.hdf5);
    return 0;
  } finally {
    await hdf5.dispose();
  }
}

function usageProblem(from: string, output: string, format: MorphologyFormat | undefined): string | undefined {
  if (!isMorphologyName(from)) return `cannot convert ${from}: expected a morphology (.swc, .asc or .h5)`;
  if (format === undefined) return `cannot write ${output}: expected a name that ends in .swc, .asc or .h5`;
  if (path.resolve(from) === path.resolve(output))
    return `${output} is the file that is converted: choose another name`;
  return undefined;
}

/** A file that is half written is never seen under its name. */
async function replaceFile(file: string, text: string): Promise<void> {
  const partial = `${file}.${process.pid}.part`;
  await writeFile(partial, text);
  await rename(partial, file);
}

function say(file: string, problems: readonly MorphologyProblem[]): void {
  for (const { level, message, code, place } of problems) {
    const line = place.line === undefined ? '' : `:${place.line + 1}`;
    process.stderr.write(`${file}${line} ${level} ${message} [${code}]\n`);
  }
}
