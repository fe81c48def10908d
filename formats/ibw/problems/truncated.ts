import { defineIbwProblem } from '../problem';

export const truncated = defineIbwProblem({
  code: 'ibw/truncated',
  title: 'wave cut off',
  level: 'error',
  documentation:
    'The header announces more points than the file has. Mostly a copy or a download was interrupted. The points that are there are shown.',
});
