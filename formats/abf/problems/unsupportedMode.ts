import { defineAbfProblem } from '../problem';

export const unsupportedMode = defineAbfProblem({
  code: 'abf/unsupported-mode',
  title: 'unknown mode of acquisition',
  level: 'warning',
  documentation:
    'Modes are 1 (events of variable length), 2 (events of fixed length), 3 (gap-free), 4 (oscilloscope) and 5 (episodes). A file with another number is shown as sweeps of equal length.',
});
