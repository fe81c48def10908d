import { defineIbwProblem } from '../problem';

export const textWave = defineIbwProblem({
  code: 'ibw/text-wave',
  title: 'wave of texts',
  level: 'information',
  documentation: 'The wave holds texts, not numbers. Its name, note and size are shown, not its values.',
});
