/** A morphology's text with what its reader made of it, which is read when it is first asked for. */
import type { MorphologyProblem, MorphologyReading, ProblemPlace } from '../../../../formats/morphology/problem';
import { lineOfSection } from '../../../../formats/morphology/places';
import { readTextMorphology, type TextFormat } from '../../../../formats/morphology/read';
import { LineIndex } from '../../../../formats/text/lines';
import type { Span } from '../../../../formats/text/span';
import { ByteOffsets } from './byteOffsets';

export class MorphologyTree {
  readonly format: TextFormat;
  readonly text: string;
  #lines: LineIndex | undefined;
  #bytes: Uint8Array | undefined;
  #offsets: ByteOffsets | undefined;
  #reading: MorphologyReading | undefined;
  #problems: ReadonlyMap<string, readonly MorphologyProblem[]> | undefined;

  constructor(format: TextFormat, text: string) {
    this.format = format;
    this.text = text;
  }

  get lines(): LineIndex {
    return (this.#lines ??= new LineIndex(this.text));
  }

  /** The text in UTF-8, as the readers want it. */
  get bytes(): Uint8Array {
    return (this.#bytes ??= new TextEncoder().encode(this.text));
  }

  get offsets(): ByteOffsets {
    return (this.#offsets ??= new ByteOffsets(this.text, this.bytes.length));
  }

  get reading(): MorphologyReading {
    return (this.#reading ??= readTextMorphology(this.format, this.bytes));
  }

  /** The reader's problems of a code. */
  problems(code: string): readonly MorphologyProblem[] {
    this.#problems ??= byCode(this.reading.problems);
    return this.#problems.get(code) ?? [];
  }

  /** Where in the text a place is; the first line that is not blank for the file as a whole. */
  spanOf({ span, line, point, section }: ProblemPlace): Span {
    if (span) return this.offsets.spanOf(span);
    if (line !== undefined) return this.wordsOfLine(line);
    const { morphology } = this.reading;
    const lineOfPlace =
      morphology && (point === undefined ? lineOfSection(morphology, section ?? -1) : morphology.lines[point]);
    return lineOfPlace === undefined ? this.#firstLine() : this.wordsOfLine(lineOfPlace);
  }

  /** A line without the blanks around it. */
  wordsOfLine(line: number): Span {
    let start = this.lines.lineStart(line);
    let end = this.lines.lineEnd(line);
    while (start < end && isBlank(this.text.charCodeAt(start))) start++;
    while (end > start && isBlank(this.text.charCodeAt(end - 1))) end--;
    return { start, end };
  }

  #firstLine(): Span {
    const start = /\S/.exec(this.text)?.index ?? 0;
    return this.wordsOfLine(this.lines.lineOf(start));
  }
}

function byCode(problems: readonly MorphologyProblem[]): ReadonlyMap<string, readonly MorphologyProblem[]> {
  const groups = new Map<string, MorphologyProblem[]>();
  for (const problem of problems) {
    const group = groups.get(problem.code);
    if (group) group.push(problem);
    else groups.set(problem.code, [problem]);
  }
  return groups;
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
