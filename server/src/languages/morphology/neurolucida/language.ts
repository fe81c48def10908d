import { neurolucidaFiles } from '../../../../../formats/recognise/neurolucida';
import { NO_FACTS } from '../../../workspace/facts';
import type { Language } from '../../language';
import { morphologyRules } from '../morphologyRules';
import { status } from '../status';
import { MorphologyTree } from '../tree';
import { outlineOf } from './blocks';
import { commentsOf } from './comments';
import { hover } from './hover';
import { folding, outline } from './outline';

export const neurolucida: Language<MorphologyTree> = {
  ...neurolucidaFiles,
  root: false,
  standsAlone: true,
  skipsByteOrderMark: true,
  discovers: [],
  companions: [],
  completeAlone: () => true,
  rules: morphologyRules('asc'),
  parse: (text) => new MorphologyTree('asc', text),
  facts: () => NO_FACTS,
  commentMark: ';',
  comments: commentsOf,
  commentsInBlocks: true,
  blocks: (tree) =>
    outlineOf(tree).blocks.map((block) => ({
      header: { start: block.start, end: block.headerEnd },
      range: { start: block.start, end: block.end },
    })),
  completion: () => Promise.resolve([]),
  hover,
  status,
  outline,
  folding,
  refactorings: () => [],
  nameProblem: () => undefined,
};
