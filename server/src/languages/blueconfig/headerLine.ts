/** Whether a line inside a block is the header of the next one, where its closing brace is missing. */
import { keySchema, sectionSchema } from './schema';
import { sectionByCase, sectionNear, sectionsWithKey } from './vocabulary';

interface BodyLine {
  readonly word: string;
  /** What follows the word, inline comment included. */
  readonly rest: string;
  readonly indent: number;
}

/** The block that the line is in. */
export interface Surrounding {
  readonly type: string;
  readonly indent: number;
}

/**
 * A line with a brace below it is a header where its first word is a type, or surely meant as one, and at most one
 * name follows. Otherwise the brace is one too many: to end the block there would make three mistakes of one.
 */
export function isHeaderLine({ word, rest, indent }: BodyLine, { type, indent: outer }: Surrounding): boolean {
  if (/\S\s+\S/.test((rest.split('#', 1)[0] ?? '').trim().slice(0, LONGEST))) return false;
  // `Stimulus` and others are types and keys.
  if (sectionSchema(word)) return indent <= outer || !keySchema(type, word);
  if (word.length > LONGEST || sectionsWithKey(word).length > 0) return false;
  return (sectionByCase(word) ?? sectionNear(word)) !== undefined;
}

/** No name of a type or block is as long as this. */
const LONGEST = 1000;
