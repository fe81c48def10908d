/** What a cursor stands at. */
import type { TargetRow, TargetRows } from '../../../../formats/target/rows';
import { isLineBreakOrBlank } from '../../../../formats/text/layout';
import { touches, type Span, type Word } from '../../../../formats/text/span';
import type { Target, TargetTree } from './tree';

/** No name is as long as this: what is longer is no word to look at. */
const LONGEST_WORD = 1000;

/** The last target that starts before an offset, also where the offset lies behind it. */
function targetBefore(tree: TargetTree, offset: number): Target | undefined {
  let low = 0;
  let high = tree.targets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tree.targets[middle]?.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return tree.targets[low - 1];
}

/** The target whose members are written at an offset; an unclosed one reaches over the blanks behind it. */
export function targetAround(tree: TargetTree, text: string, offset: number): Target | undefined {
  const target = targetBefore(tree, offset);
  if (!target?.open || offset < target.inside.start) return undefined;
  if (target.close) return offset <= target.inside.end ? target : undefined;
  return text.slice(target.end, offset).trim() === '' ? target : undefined;
}

/** The word that an offset touches, within a stretch of the text; empty between words. */
export function wordAt(text: string, { start, end }: Span, offset: number): Word {
  let from = offset;
  while (from > start && offset - from < LONGEST_WORD && !isLineBreakOrBlank(text, from - 1)) from--;
  let to = offset;
  while (to < end && to - offset < LONGEST_WORD && !isLineBreakOrBlank(text, to)) to++;
  return { start: from, end: to, text: text.slice(from, to) };
}

/** The line of a Compartment or Section body at an offset of that body. */
export function rowAt(rows: TargetRows, offset: number): TargetRow | undefined {
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = rows.spanOf(middle);
    if (touches(span, offset)) return rows.at(middle);
    if (offset < span.start) high = middle - 1;
    else low = middle + 1;
  }
  return undefined;
}
