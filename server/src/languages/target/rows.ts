/** What is wrong with the words of a Compartment or Section line; each line has at most one of these mistakes. */
import { memberNamesOf } from '../../../../formats/target/memberNames';
import { looksLikeGid } from '../../../../formats/target/model';
import { ROW_TRAIT, type TargetRow } from '../../../../formats/target/rows';
import type { Word } from '../../../../formats/text/span';
import type { RuleContext } from '../../diagnostics/rule';
import { targetsWithLines } from './places';
import { isSubset } from './schema';
import type { Target, TargetTree } from './tree';

export type RowMistake =
  /** `apic[0]`. */
  | { readonly kind: 'index-notation'; readonly words: readonly Word[] }
  /** More members on the line. */
  | { readonly kind: 'members'; readonly words: readonly Word[] }
  /** A word that is neither subset nor number nor target. */
  | { readonly kind: 'unknown-subset'; readonly word: Word }
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

/** Lines without one of these have no mistake in their words. */
const SUSPICIOUS = ROW_TRAIT.extra | ROW_TRAIT.secondSubset | ROW_TRAIT.lateSubset;

/** Every line with a mistake in its words. */
export function forEachMistake(
  context: RuleContext<TargetTree>,
  isTarget: (name: string) => boolean,
  visit: (mistake: RowMistake, row: TargetRow, target: Target) => void,
): void {
  for (const target of targetsWithLines(context)) {
    const { rows } = target.body;
    const hasIndexed = [...memberNamesOf(target.body).members].some((name) => indexNotation(name));
    for (const row of rows.havingOneOf(hasIndexed ? SUSPICIOUS | ROW_TRAIT.named : SUSPICIOUS)) {
      const mistake = mistakeOf(row, isTarget);
      if (mistake) visit(mistake, row, target);
    }
  }
}

function mistakeOf(row: TargetRow, isTarget: (name: string) => boolean): RowMistake | undefined {
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
  return word && { kind: 'unknown-subset', word };
}

/** The words of a line in their order. */
export function wordsOf({ member, subsets, values, extra }: TargetRow): readonly Word[] {
  return [member, ...[...subsets, ...values, ...extra].sort((a, b) => a.start - b.start)];
}
