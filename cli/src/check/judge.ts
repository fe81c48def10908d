/** Judges one file after the other: with the service of the editor, and what is no text with the readers of formats. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { DataOpener } from '../../../formats/dataFile/open.node';
import { textFormatOf } from '../../../formats/morphology/read';
import { isH5Name, readMorphologyFile } from '../../../formats/morphology/readFile.node';
import { nodeLanguageService } from '../../../server/src/service/nodeService.node';
import type { LanguageService } from '../../../server/src/service/languageService';
import type { Diagnostic } from '../../../server/src/service/results';
import type { Level } from '../../../server/src/diagnostics/rule';
import { LateHdf5 } from '../data/hdf5';
import { categoryOf, dataOpener, isDataName, withDataFile } from '../data/dataProblems';
import { relativeName, type CheckedFile } from '../files.node';
import type { FileReport, ReportedProblem } from '../report';
import { readingProblems } from './readingProblems';

export interface JudgeSettings {
  /** URIs of the folders that an editor would have open. */
  readonly folders: readonly string[];
  readonly levels: Readonly<Record<string, Level>>;
}

/** A binary file has no lines. */
const START = { line: 0, character: 0 };

export class Judge {
  readonly #service: LanguageService;
  readonly #levels: JudgeSettings['levels'];
  readonly #hdf5 = new LateHdf5();
  #opener: DataOpener | undefined;

  constructor({ folders, levels }: JudgeSettings) {
    this.#service = nodeLanguageService(folders);
    this.#service.levels = levels;
    this.#levels = levels;
  }

  async report({ path: file, uri, named }: CheckedFile): Promise<FileReport> {
    const name = relativeName(uri);
    if (isH5Name(file)) {
      const reading = await readMorphologyFile(path.resolve(file), this.#hdf5.get);
      if (reading.kind === 'other') return this.#dataReport(file, name);
      return { file: name, problems: readingProblems(name, reading, this.#levels), lines: {} };
    }
    if (isDataName(file)) return this.#dataReport(file, name);
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
    const reading = await readMorphologyFile(path.resolve(file), this.#hdf5.get);
    const [first] = reading.kind === 'morphology' ? reading.reading.problems : [];
    // Only what stands in the text has a place in it.
    const bytes = first?.place.span ? await readFile(file).catch(() => undefined) : undefined;
    return { file: name, problems: readingProblems(name, reading, this.#levels, bytes), lines: {} };
  }

  #dataReport(file: string, name: string): Promise<FileReport> {
    this.#opener ??= dataOpener();
    return withDataFile(this.#opener, file, (_source, problems) => ({
      file: name,
      lines: {},
      problems: problems.flatMap(({ code, level: own, message }) => {
        const level = this.#levels[code] ?? own;
        if (level === 'off') return [];
        return [
          {
            file: name,
            range: { start: START, end: START },
            severity: level,
            category: categoryOf(code),
            code,
            message,
          },
        ];
      }),
    }));
  }

  async dispose(): Promise<void> {
    await Promise.all([this.#hdf5.dispose(), this.#opener?.dispose()]);
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
