/** Every kind of problem of an Igor binary wave. */
import type { IbwProblemKind } from '../problem';
import { notIbw } from './notIbw';
import { textWave } from './textWave';
import { truncated } from './truncated';
import { unreadableFile } from './unreadableFile';
import { unreasonableHeader } from './unreasonableHeader';

export const ibwProblems: readonly IbwProblemKind[] = [notIbw, unreadableFile, truncated, unreasonableHeader, textWave];
