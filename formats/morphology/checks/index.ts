/** NeuroM's `morph_check`, one file a check. */
import type { Check } from './check';

export const checks: readonly Check[] = [];
