import { circuitTargetFiles } from '../../../../formats/recognise/circuittarget';
import type { Language } from '../language';
import { completion } from './completion';
import { targetFacts } from './facts';
import { hover } from './hover';
import { nameProblem } from './names';
import { folding, outline } from './outline';
import { parseTargets } from './parser';
import { refactorings } from './refactorings';
import { rules } from './rules';
import type { TargetTree } from './tree';

export const circuitTarget: Language<TargetTree> = {
  ...circuitTargetFiles,
  root: false,
  standsAlone: false,
  discovers: ['*.target'],
  // Every reader takes start.target with a user.target that a config names, and start.target alone without one.
  companions: circuitTargetFiles.fileNames,
  completeAlone: (name, companions) => name === 'start.target' || companions.includes('start.target'),
  rules,
  parse: parseTargets,
  facts: targetFacts,
  commentMark: '#',
  comments: (tree) => tree.comments,
  commentsInBlocks: false,
  blocks: (tree) => tree.targets.map((target) => ({ header: target.header, range: target })),
  completion,
  hover,
  outline,
  folding,
  refactorings,
  nameProblem,
};
