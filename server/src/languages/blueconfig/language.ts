import { blueConfigFiles } from '../../../../formats/recognise/blueconfig';
import type { Language } from '../language';
import { completion } from './completion';
import { blueConfigFacts } from './facts';
import { hover } from './hover';
import { nameProblem } from './names';
import { folding, outline } from './outline';
import { parseBlueConfig } from './parser';
import { refactorings } from './refactorings';
import { rules } from './rules';
import type { BlueConfigTree } from './tree';

/** BlueConfig and CircuitConfig: one grammar, one table of keys. */
export const blueConfig: Language<BlueConfigTree> = {
  ...blueConfigFiles,
  root: true,
  standsAlone: false,
  discovers: [...blueConfigFiles.filePatterns, '*Helper.hoc'],
  companions: [],
  completeAlone: () => true,
  rules,
  parse: (text) => parseBlueConfig(text),
  facts: blueConfigFacts,
  commentMark: '#',
  comments: (tree) => tree.comments,
  commentsInBlocks: true,
  blocks: (tree) => tree.blocks.map((block) => ({ header: block.header, range: block })),
  completion,
  hover,
  outline,
  folding,
  refactorings,
  nameProblem,
};
