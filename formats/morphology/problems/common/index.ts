import type { ProblemKind } from '../../problem';

export const commonProblems: readonly ProblemKind[] = [];
