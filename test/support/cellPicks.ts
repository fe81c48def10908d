/**
 * A third language, as small as one can be: what a language costs beyond the two that there are. Each line `pick NAME`
 * uses a target; a line `from FILE` leads to a target file beside it; anything else is a mistake.
 */
import { defineRule } from '../../server/src/diagnostics/rule';
import type { Language } from '../../server/src/languages/language';
import { resolvePath, parentOf } from '../../server/src/workspace/paths';
import { NO_FACTS } from '../../server/src/workspace/facts';
import type { Span } from '../../formats/text/span';

interface Line {
  readonly word: string;
  readonly value: string;
  readonly span: Span;
  readonly valueSpan: Span;
}

type PicksTree = readonly Line[];

function parse(text: string): PicksTree {
  return [...text.matchAll(/^(\S+)([ \t]*)(.*)$/gm)].map(
    ({ index, 0: all, 1: word = '', 2: gap = '', 3: value = '' }) => {
      const start = index + word.length + gap.length;
      return {
        word,
        value,
        span: { start: index, end: index + all.length },
        valueSpan: { start, end: start + value.length },
      };
    },
  );
}

const unknownWord = defineRule<PicksTree>({
  code: 'CP001',
  title: 'unknown word',
  level: 'error',
  category: 'syntax',
  documentation: 'Nobody reads it.',
  examples: { good: ['pick Mosaic'], bad: ['pluck Mosaic\n^^^^^'] },
  check: ({ tree, report }) => {
    for (const { word, span } of tree) {
      if (word === 'pick' || word === 'from') continue;
      report({ span: { start: span.start, end: span.start + word.length }, message: `\`${word}\` is no word.` });
    }
  },
});

const language: Language<PicksTree> = {
  id: 'cellpicks',
  name: 'Cell picks',
  aliases: [],
  fileNames: [],
  filePatterns: ['*.picks'],
  isContent: (_name, head) => head.startsWith('pick '),
  sharedEndings: [],
  hasTargets: true,
  exampleName: 'some.picks',
  editorDefaults: {},
  discovers: ['*.picks'],
  root: true,
  standsAlone: false,
  companions: [],
  completeAlone: () => true,
  rules: [unknownWord],
  parse,
  facts: (tree, uri) => {
    const linesOf = (word: string): PicksTree => tree.filter((line) => line.word === word);
    return {
      ...NO_FACTS,
      references: linesOf('pick').map(({ value, valueSpan }) => ({
        kind: 'target',
        name: value,
        span: valueSpan,
        from: 'pick',
      })),
      inclusions: linesOf('from').map(({ value, valueSpan }) => ({
        span: valueSpan,
        key: 'from',
        languageId: 'circuittarget',
        candidates: [resolvePath(parentOf(uri), value)],
        explicit: true,
      })),
    };
  },
  commentMark: '#',
  comments: () => [],
  commentsInBlocks: true,
  blocks: () => [],
  completion: () => Promise.resolve([]),
  hover: () => undefined,
  outline: (tree) =>
    tree.map(({ value, span, valueSpan }) => ({
      name: value,
      kind: 'key',
      range: span,
      selection: valueSpan,
      children: [],
    })),
  folding: () => [],
  refactorings: () => [],
  nameProblem: () => undefined,
};

export const cellPicks = language as unknown as Language<unknown>;
