import { sectionTypeTitle } from '../../../../../formats/morphology/sectionTypes';
import type { CompletionEntry, FeatureContext } from '../../language';
import type { MorphologyTree } from '../tree';
import { LAST_LISTED_TYPE } from './columns';

/** An id, blanks, and what is typed of the type. */
const BEFORE_TYPE = /^[ \t]*\d+[ \t]+(\d*)$/;

/** The types, in their column. */
export function completion(
  { document }: FeatureContext<MorphologyTree>,
  offset: number,
): Promise<readonly CompletionEntry[]> {
  const { lines, text } = document;
  const start = lines.lineStart(lines.lineOf(offset));
  const typed = BEFORE_TYPE.exec(text.slice(start, Math.min(offset, start + 100)))?.[1];
  if (typed === undefined || offset > start + 100) return Promise.resolve([]);
  const span = { start: offset - typed.length, end: offset };
  return Promise.resolve(
    Array.from({ length: LAST_LISTED_TYPE }, (_, index): CompletionEntry => {
      const type = String(index + 1);
      return { label: type, kind: 'value', detail: sectionTypeTitle(index + 1), span, insertText: type, rank: index };
    }),
  );
}
