import type { ProblemKind } from '../../problem';

export const ascProblems: readonly ProblemKind[] = [];
