/** Judges one file after the other: with the service of the editor, and what is no text with the readers of formats. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createHdf5Client, type Hdf5Client } from '../../../formats/hdf5/client.node';
import { textFormatOf } from '../../../formats/morphology/read';
import { isH5Name, readMorphologyFile } from '../../../formats/morphology/readFile.node';
import { nodeLanguageService } from '../../../server/src/service/nodeService.node';
import type { LanguageService } from '../../../server/src/service/languageService';
import type { Diagnostic } from '../../../server/src/service/results';
import type { Level } from '../../../server/src/diagnostics/rule';
import { relativeName, type CheckedFile } from '../files.node';
import type { FileReport, ReportedProblem } from '../report';
import { readingProblems } from './readingProblems';

export interface JudgeSettings {
  /** URIs of the folders that an editor would have open. */
  readonly folders: readonly string[];
  readonly levels: Readonly<Record<string, Level>>;
}

export class Judge {
  readonly #service: LanguageService;
  readonly #levels: JudgeSettings['levels'];
  #hdf5: Hdf5Client | undefined;

  constructor({ folders, levels }: JudgeSettings) {
    this.#service = nodeLanguageService(folders);
    this.#service.levels = levels;
    this.#levels = levels;
  }

  /** undefined for a file that was found in a folder and is of no kind that is judged. */
  async report({ path: file, uri, named }: CheckedFile): Promise<FileReport | undefined> {
    const name = relativeName(uri);
    if (isH5Name(file)) {
      const reading = await readMorphologyFile(path.resolve(file), () => this.hdf5);
      if (reading.kind === 'other' && !named) return undefined;
      return { file: name, problems: readingProblems(name, reading, this.#levels), lines: {} };
    }
    const document = await this.#service.document(uri);
    // PGP and others write `.asc` too, but a file that is named is judged as MorphIO would, by its ending.
    if (!document && named && (await this.#isOfNoKind(uri)) && textFormatOf(file)) return this.#readReport(file, name);
    const diagnostics = document ? await this.#service.diagnostics(uri) : await this.#service.unreadable(uri);
    const report = {
      file: name,
      problems: diagnostics.map((diagnostic) => reported(name, diagnostic)),
      lines: document
        ? linesOf(diagnostics, (line) =>
            document.text.slice(document.lines.lineStart(line), document.lines.lineEnd(line)),
          )
        : {},
    };
    // No other file leads to a morphology: of ten thousand none is kept.
    if (document?.language.standsAlone) this.#service.forget(uri);
    return report;
  }

  async #isOfNoKind(uri: string): Promise<boolean> {
    return (await this.#service.unreadable(uri)).some(({ code }) => code === 'FS011');
  }

  /** Of a text morphology whose content does not show that it is one. */
  async #readReport(file: string, name: string): Promise<FileReport> {
    const reading = await readMorphologyFile(path.resolve(file), () => this.hdf5);
    const [first] = reading.kind === 'morphology' ? reading.reading.problems : [];
    // Only what stands in the text has a place in it.
    const bytes = first?.place.span ? await readFile(file).catch(() => undefined) : undefined;
    return { file: name, problems: readingProblems(name, reading, this.#levels, bytes), lines: {} };
  }

  get hdf5(): Hdf5Client {
    return (this.#hdf5 ??= createHdf5Client({ workerFile: path.join(__dirname, 'hdf5.worker.js') }));
  }

  async dispose(): Promise<void> {
    await this.#hdf5?.dispose();
  }
}

/** Lines are shown to people, who want no million characters of one. */
const LONGEST_LINE = 20_000;

function linesOf(diagnostics: readonly Diagnostic[], textOf: (line: number) => string): FileReport['lines'] {
  const lines: Record<number, string> = {};
  for (const { range } of diagnostics) {
    const { line } = range.start;
    lines[line] ??= textOf(line).slice(0, LONGEST_LINE);
  }
  return lines;
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
