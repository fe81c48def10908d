import type { ProblemKind } from '../../problem';

export const h5Problems: readonly ProblemKind[] = [];
