import { swcFiles } from '../../../../../formats/recognise/swc';
import { NO_FACTS } from '../../../workspace/facts';
import type { Language } from '../../language';
import { morphologyRules } from '../morphologyRules';
import { status } from '../status';
import { MorphologyTree } from '../tree';
import { commentsOf } from './comments';
import { completion } from './completion';
import { hover } from './hover';
import { linkedPlaces } from './navigation';
import { folding, outline } from './outline';

export const swc: Language<MorphologyTree> = {
  ...swcFiles,
  root: false,
  standsAlone: true,
  discovers: [],
  companions: [],
  completeAlone: () => true,
  rules: morphologyRules('swc'),
  parse: (text) => new MorphologyTree('swc', text),
  facts: () => NO_FACTS,
  commentMark: '#',
  comments: commentsOf,
  commentsInBlocks: true,
  blocks: () => [],
  completion,
  hover,
  linkedPlaces,
  status,
  outline,
  folding,
  refactorings: () => [],
  nameProblem: () => undefined,
};
