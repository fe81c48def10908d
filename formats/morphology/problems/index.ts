/** Every kind of problem of a file; those of the checks after NeuroM are in `checks/`. */
import type { ProblemKind } from '../problem';
import { ascProblems } from './asc';
import { commonProblems } from './common';
import { h5Problems } from './h5';
import { swcProblems } from './swc';

export const fileProblems: readonly ProblemKind[] = [...commonProblems, ...swcProblems, ...ascProblems, ...h5Problems];
