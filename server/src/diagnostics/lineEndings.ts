import { withLineFeeds } from '../../../formats/text/carriageReturns';
import type { Fix } from './rule';

/** One edit of the whole file: VS Code, which has one line end for a file, recognises it by that. */
export function lineFeedFix(text: string): Fix {
  return {
    title: 'Change all line endings to LF',
    changes: [{ span: { start: 0, end: text.length }, newText: withLineFeeds(text) }],
    preferred: true,
  };
}
