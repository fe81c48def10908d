/** What a header says, whole or damaged. */
import { TARGET_TYPES, type TargetType } from '../../../../formats/target/model';
import { nearest } from '../../../../formats/text/nearest';
import type { Span, Word } from '../../../../formats/text/span';
import type { Orphan, Target, TargetTree } from './tree';

/** The type that a word names, in whatever case. */
export function typeNamed(word: string | undefined): TargetType | undefined {
  return TARGET_TYPES.find((type) => type.toLowerCase() === word?.toLowerCase());
}

/** Whether the rules of its type hold in a body: where the type is not known, that is the mistake. */
export function hasKnownType(target: Target): boolean {
  return target.type?.text === target.targetType || typeNamed(target.type?.text) !== undefined;
}

/**
 * Whether a header makes a target. `Target files are …` in the text between targets does not; `Target Cell X` does, even
 * while its braces are still to be written.
 */
export function isDefinition({ keyword, type, open }: Target): boolean {
  return (
    open !== undefined || (keyword.text === 'Target' && typeNamed(type?.text) === type?.text && type !== undefined)
  );
}

/** From the keyword to the name, or as far as the header goes. */
export function headerWords({ keyword, type, name }: Target): Span {
  return { start: keyword.start, end: (name ?? type ?? keyword).end };
}

/** Whether keyword, type and name stand on one line, as neurodamus and Brion want them. */
export function isOnOneLine(text: string, target: Target): boolean {
  return firstWordBelow(text, target) === undefined;
}

/** The first of type and name that is not on the line of the keyword. */
export function firstWordBelow(text: string, { keyword, type, name }: Target): Word | undefined {
  if (type && hasBreak(text, keyword.end, type.start)) return type;
  return type && name && hasBreak(text, type.end, name.start) ? name : undefined;
}

/** A header that a brace should follow: `Target Cell X` alone. Anything else without a brace is free text. */
export function lacksBody(text: string, target: Target): boolean {
  const { keyword, type, open } = target;
  return (
    !open &&
    keyword.text === 'Target' &&
    type !== undefined &&
    hasKnownType(target) &&
    !hasBreak(text, keyword.end, type.start)
  );
}

/** A line before a brace that was meant as a header and is none. */
export interface DamagedHeader {
  readonly line: Word;
  readonly name: string;
  /** The keyword is misspelt, is not there, or is not the first word of its line. */
  readonly damage: 'misspelt' | 'missing' | 'not-first';
  /** The keyword; where it is missing, the type. */
  readonly span: Span;
}

export function damagedHeader(text: string, { line, start }: Orphan): DamagedHeader | undefined {
  if (!line || text.slice(line.end, start).trim() !== '') return undefined;
  const late = /(?:^|\s)(Target)\s+(\S+)\s+(\S+)$/.exec(lastWords(line.text));
  if (late && typeNamed(late[2])) {
    const from = line.end - late[0].length + late[0].indexOf('Target');
    return { line, name: late[3] ?? '', damage: 'not-first', span: { start: from, end: from + 'Target'.length } };
  }
  const [first = '', second = '', third, ...more] = line.text.slice(0, 1000).split(/\s+/);
  const span = { start: line.start, end: line.start + first.length };
  if (typeNamed(second) && third !== undefined && more.length === 0 && nearest(first, ['Target'])) {
    return { line, name: third, damage: 'misspelt', span };
  }
  if (typeNamed(first) === first && second !== '' && third === undefined) {
    return { line, name: second, damage: 'missing', span };
  }
  return undefined;
}

/** Enough of a long line to hold a header. */
function lastWords(line: string): string {
  return line.slice(-1000);
}

const damagedNames = new WeakMap<TargetTree, ReadonlySet<string>>();

/** Names that damaged headers of a file would define: whoever uses them is not to blame. */
export function namesOfDamagedHeaders(tree: TargetTree, text: string): ReadonlySet<string> {
  let names = damagedNames.get(tree);
  if (!names) {
    names = new Set(tree.orphans.flatMap((orphan) => damagedHeader(text, orphan)?.name ?? []));
    damagedNames.set(tree, names);
  }
  return names;
}

export function hasBreak(text: string, from: number, to: number): boolean {
  return /[\r\n]/.test(text.slice(from, to));
}
