/** What is wrong with the words of a Compartment or Section line; each line has at most one of these mistakes. */
import { SUBSETS, type TargetRow } from '../../../../formats/target/model';
import { nearest } from '../../../../formats/text/nearest';
import type { Word } from '../../../../formats/text/span';
import { isSubset, looksLikeGid } from './schema';

export type RowMistake =
  /** `apic[0]`. */
  | { readonly kind: 'index-notation'; readonly words: readonly Word[] }
  /** More members on the line. */
  | { readonly kind: 'members'; readonly words: readonly Word[] }
  /** A word that is neither subset nor number nor target. */
  | { readonly kind: 'unknown-subset'; readonly word: Word; readonly suggestion: string | undefined }
  /** A second subset word. */
  | { readonly kind: 'second-subset'; readonly word: Word }
  /** A subset word that does not follow its member. */
  | { readonly kind: 'late-subset'; readonly word: Word };

const INDEX_NOTATION = /^(\w+)\[(\d+)\]$/;

/** `apic[0]` as subset and index. */
export function indexNotation(word: string): { readonly subset: string; readonly index: string } | undefined {
  const [, subset = '', index = ''] = INDEX_NOTATION.exec(word) ?? [];
  return isSubset(subset) ? { subset, index } : undefined;
}

export function mistakeOf(row: TargetRow, isTarget: (name: string) => boolean): RowMistake | undefined {
  const { member, subsets, extra } = row;
  if (indexNotation(member.text)) return { kind: 'index-notation', words: [member] };
  if (extra.length > 0) return mistakeOfExtra(extra, isTarget);
  const second = subsets[1];
  if (second) return { kind: 'second-subset', word: second };
  const [subset] = subsets;
  const [value] = row.values;
  return subset && value && value.start < subset.start ? { kind: 'late-subset', word: subset } : undefined;
}

function mistakeOfExtra(extra: readonly Word[], isTarget: (name: string) => boolean): RowMistake | undefined {
  const indexed = extra.filter(({ text }) => indexNotation(text));
  if (indexed.length > 0) return { kind: 'index-notation', words: indexed };
  const members = extra.filter(({ text }) => looksLikeGid(text) || isTarget(text));
  if (members.length > 0) return { kind: 'members', words: members };
  const [word] = extra;
  return word && { kind: 'unknown-subset', word, suggestion: nearest(word.text, SUBSETS) };
}

/** The words of a line in their order. */
export function wordsOf({ member, subsets, values, extra }: TargetRow): readonly Word[] {
  return [member, ...[...subsets, ...values, ...extra].sort((a, b) => a.start - b.start)];
}
