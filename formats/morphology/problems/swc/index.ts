import type { ProblemKind } from '../../problem';

export const swcProblems: readonly ProblemKind[] = [];
