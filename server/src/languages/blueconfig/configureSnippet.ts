/**
 * The small languages in the values of `SynapseConfigure` (HOC: assignments separated by white space) and
 * `SectionConfigure` (Python: assignments separated by `;`). Source: BlueConfig reference §6.1 and §9.
 */
import type { Span, Word } from '../../../../formats/text/span';

export type SnippetLanguage = 'synapse' | 'section';

export interface Assignment extends Span {
  /** `%s` is the synapse or section; anything else is a variable of the whole simulation. */
  readonly object: '%s' | 'global';
  /** `Use` of `%s.Use`; the whole left side of a global one. */
  readonly attribute: Word;
  /** `=`, `*=`, `+=` … */
  readonly operator: Word;
  readonly value: Word;
}

interface SnippetProblem extends Word {
  readonly kind:
    /** `;` or `,` where white space separates assignments. */
    | 'separator'
    /** Text that assigns nothing, or a left side that nothing can be assigned to. */
    | 'not-assignment'
    /** Nothing follows the operator. */
    | 'no-value';
}

export interface ConfigureSnippet {
  readonly assignments: readonly Assignment[];
  /** In the order of the text. */
  readonly problems: readonly SnippetProblem[];
}

/** `%s.Use`, `celsius`, `%s.weight[0]`. */
const LEFT_SIDE = /^(?:%s\.)?[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*(?:\[[^\]]*\])?$/;
const OBJECT = '%s.';
/** Comparisons end with `=` too. */
const HOC_OPERATOR = /(?<![=<>!])[*+\-/]?=(?!=)/g;
const PYTHON_OPERATOR = /(?<![=<>!])(?:\*\*|\/\/|[*+\-/%])?=(?!=)/g;

/** Reads such a value; any text gives a result. Spans count as those of `value` do. */
export function parseConfigureSnippet(value: Word, language: SnippetLanguage): ConfigureSnippet {
  return language === 'synapse' ? parseHoc(value) : parsePython(value);
}

function parseHoc(text: Word): ConfigureSnippet {
  const assignments: Assignment[] = [];
  const problems: SnippetProblem[] = [];
  const operators = operatorsOf(text, HOC_OPERATOR);
  const lefts = operators.map((operator, index) =>
    lastWord(slice(text, operators[index - 1]?.end ?? text.start, operator.start)),
  );
  reportExcess(slice(text, text.start, lefts[0]?.start ?? text.end), problems);
  for (const [index, operator] of operators.entries()) {
    const left = lefts[index] ?? operator;
    const right = slice(text, operator.end, lefts[index + 1]?.start ?? text.end);
    const value = firstExpression(right);
    if (!LEFT_SIDE.test(left.text)) problems.push({ ...slice(text, left.start, value.end), kind: 'not-assignment' });
    else if (value.text === '') problems.push({ ...slice(text, left.start, operator.end), kind: 'no-value' });
    else assignments.push(assignment(left, operator, value));
    reportExcess(slice(text, value.end, right.end), problems);
  }
  return { assignments, problems };
}

function parsePython(text: Word): ConfigureSnippet {
  const assignments: Assignment[] = [];
  const problems: SnippetProblem[] = [];
  let from = text.start;
  for (const piece of text.text.split(';')) {
    const statement = trimmed(slice(text, from, from + piece.length));
    const semicolon = slice(text, from + piece.length, from + piece.length + 1);
    from = semicolon.end;
    const [operator, another] = operatorsOf(statement, PYTHON_OPERATOR);
    const left = operator && trimmed(slice(statement, statement.start, operator.start));
    const value = operator && trimmed(slice(statement, operator.end, statement.end));
    if (statement.text === '') {
      // One `;` may end the line; others separate nothing.
      if (semicolon.text !== '') problems.push({ ...semicolon, kind: 'not-assignment' });
    } else if (!operator || !left || !value || another || !LEFT_SIDE.test(left.text)) {
      problems.push({ ...statement, kind: 'not-assignment' });
    } else if (value.text === '') problems.push({ ...statement, kind: 'no-value' });
    else assignments.push(assignment(left, operator, value));
  }
  return { assignments, problems };
}

function assignment(left: Word, operator: Word, value: Word): Assignment {
  const own = left.text.startsWith(OBJECT);
  const attribute = own ? slice(left, left.start + OBJECT.length, left.end) : left;
  return { start: left.start, end: value.end, object: own ? '%s' : 'global', attribute, operator, value };
}

function operatorsOf(text: Word, operator: RegExp): Word[] {
  return [...text.text.matchAll(operator)].map(({ index, 0: match }) => ({
    start: text.start + index,
    end: text.start + index + match.length,
    text: match,
  }));
}

/** The word at the end of a text, up to white space or a separator. */
function lastWord(text: Word): Word {
  const { text: whole, start } = text;
  let end = whole.length;
  while (end > 0 && isBlank(whole[end - 1])) end--;
  let from = end;
  // White space in an index, `weight[ 0 ]`, is rare enough to be left out.
  while (from > 0 && !isBlank(whole[from - 1]) && !isSeparator(whole[from - 1])) from--;
  return slice(text, start + from, start + end);
}

/** A value up to the white space or separator behind it; `0.5 * 2` and `f(1, 2)` are one value. */
function firstExpression(text: Word): Word {
  const { text: whole } = text;
  let start = 0;
  while (isBlank(whole[start])) start++;
  let end = start;
  let depth = 0;
  let continues = true;
  for (let at = start; at < whole.length; at++) {
    const character = whole[at] ?? '';
    if (isBlank(character)) continue;
    const apart = at > end;
    const operator = '*/+-^'.includes(character);
    if (depth === 0 && (isSeparator(character) || (apart && !operator && !continues))) break;
    if (character === '(') depth++;
    if (character === ')') depth = Math.max(0, depth - 1);
    continues = operator;
    end = at + 1;
  }
  return slice(text, text.start + start, text.start + end);
}

/** What stands between assignments and is none: separators, and words. */
function reportExcess(text: Word, problems: SnippetProblem[]): void {
  for (const { index, 0: match } of text.text.matchAll(/[;,]+|[^\s;,]+(?:[^\S\r\n]+[^\s;,]+)*/g)) {
    const place = slice(text, text.start + index, text.start + index + match.length);
    problems.push({ ...place, kind: isSeparator(match[0]) ? 'separator' : 'not-assignment' });
  }
}

function trimmed(text: Word): Word {
  const start = text.start + text.text.length - text.text.trimStart().length;
  return slice(text, start, start + text.text.trim().length);
}

function slice(whole: Word, start: number, end: number): Word {
  return {
    start,
    end: Math.max(start, Math.min(end, whole.end)),
    text: whole.text.slice(start - whole.start, end - whole.start),
  };
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

function isSeparator(character: string | undefined): boolean {
  return character === ';' || character === ',';
}
