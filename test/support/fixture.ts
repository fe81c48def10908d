/**
 * Several annotated files in one string:
 *
 *     Report soma
 *     {
 *         Target Mosiac
 *     #          ^^^^^^ BC403 Mosaic
 *     }
 *     //- /user.target
 *     Target Cell Mosaic
 *
 * `//- /path` starts a further file (`//- /path/` an empty folder); the text before the first one is the main file. A
 * line of blanks and `^^^` (after an optional `#` in column 0) marks columns of the line above it and is no part of
 * the text. `$0` is a cursor.
 */
import { MemoryWorkspace } from './memoryWorkspace';
import { LanguageService } from '../../server/src/service/languageService';
import { LineIndex } from '../../formats/text/lines';

interface Mark {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** What follows the carets. */
  readonly text: string;
}

export interface FixtureFile {
  readonly uri: string;
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Offset of `$0`. */
  readonly cursor: number | undefined;
}

export interface Fixture {
  readonly main: FixtureFile;
  readonly files: readonly FixtureFile[];
  readonly workspace: MemoryWorkspace;
  readonly service: LanguageService;
}

export const ROOT = 'file:///ws';

/** @param mainName name of the main file, which decides its language; it lies in `/ws` */
export function fixture(source: string, mainName: string): Fixture {
  const workspace = new MemoryWorkspace([ROOT]);
  const parts = dedent(source).split(/^\/\/- /m);
  const files: FixtureFile[] = [];
  parts.forEach((part, index) => {
    const newline = part.indexOf('\n');
    const path = index === 0 ? `/${mainName}` : part.slice(0, newline < 0 ? undefined : newline).trim();
    if (path.endsWith('/')) {
      workspace.addFolder(ROOT + path.slice(0, -1));
      return;
    }
    const file = readFile(`${ROOT}${path}`, index === 0 ? part : newline < 0 ? '' : part.slice(newline + 1));
    files.push(file);
    workspace.write(file.uri, file.text);
  });
  const main = files[0];
  if (!main) throw new Error('a fixture has a main file');
  return { main, files, workspace, service: new LanguageService(workspace) };
}

const MARKS = /^(#?)([ \t]*)(\^+)([ \t]*)(.*)$/;

function readFile(uri: string, annotated: string): FixtureFile {
  const lines: string[] = [];
  const marks: Mark[] = [];
  for (const line of annotated.split('\n')) {
    const match = MARKS.exec(line);
    if (!match) {
      lines.push(line);
      continue;
    }
    const start = (match[1] ?? '').length + (match[2] ?? '').length;
    marks.push({ line: lines.length - 1, start, end: start + (match[3] ?? '').length, text: match[5] ?? '' });
  }
  const text = lines.join('\n');
  const cursor = text.indexOf('$0');
  return { uri, text: text.replace('$0', ''), marks, cursor: cursor < 0 ? undefined : cursor };
}

/** Takes away the indentation that all lines share, and an empty first line. */
export function dedent(source: string): string {
  const lines = source
    .replace(/^\n/, '')
    .replace(/\n[ \t]*$/, '\n')
    .split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const shared = Math.min(...indents, 1000);
  return lines.map((line) => line.slice(Math.min(shared, line.length))).join('\n');
}

export function cursorPosition(file: FixtureFile) {
  if (file.cursor === undefined) throw new Error('the fixture has no $0');
  return new LineIndex(file.text).positionAt(file.cursor);
}

/** A text with edits applied, as an editor would. */
export function applyEdits(
  text: string,
  edits: readonly {
    readonly range: {
      readonly start: { line: number; character: number };
      readonly end: { line: number; character: number };
    };
    readonly newText: string;
  }[],
): string {
  const lines = new LineIndex(text);
  return [...edits]
    .map((edit) => ({
      start: lines.offsetAt(edit.range.start),
      end: lines.offsetAt(edit.range.end),
      newText: edit.newText,
    }))
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}
