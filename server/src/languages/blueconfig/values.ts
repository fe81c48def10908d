/** The parts of composed values. Source: BlueConfig reference §1.4. */
import type { Word } from '../../../../formats/text/span';

export const NONE = '<NONE>';

function part(whole: Word, from: number, to: number): Word {
  return { start: whole.start + from, end: whole.start + to, text: whole.text.slice(from, to) };
}

export interface TargetReference {
  /** Absent without a colon; may be empty. */
  readonly population?: Word;
  /** Empty for `population:`, which is all of it. */
  readonly target: Word;
}

/** `[population:]target`, split at the first colon. */
export function targetReference(value: Word): TargetReference {
  const colon = value.text.indexOf(':');
  if (colon < 0) return { target: value };
  return { population: part(value, 0, colon), target: part(value, colon + 1, value.text.length) };
}

export interface EdgePath {
  readonly path: Word;
  readonly population?: Word;
}

/** `path[:edge population]`, split at the first colon. */
export function edgePath(value: Word): EdgePath {
  const colon = value.text.indexOf(':');
  if (colon < 0) return { path: value };
  return { path: part(value, 0, colon), population: part(value, colon + 1, value.text.length) };
}

/** `a12`: a cell by its gid, accepted wherever a target is. */
export function isSingleCell(name: string): boolean {
  return /^a\d+$/.test(name);
}

/** Whether a value says nothing but that a brace is at the wrong place: what else it names is not known. */
export function holdsBrace(text: string): boolean {
  return /[{}]/.test(text);
}

export function isUrl(path: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(path);
}
