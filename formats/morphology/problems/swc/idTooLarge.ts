import { defineProblem } from '../../problem';

export const idTooLarge = defineProblem({
  code: 'morph/id-too-large',
  title: 'id too large',
  level: 'error',
  category: 'value',
  formats: ['swc'],
  documentation: `
MorphIO holds ids in 32 bits: larger ones than 4294967295 are refused with a \`RawDataError\`.
`,
  examples: {
    good: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n4294967295 3 0 5 0 1 1\n' }],
    bad: [
      {
        format: 'swc',
        text: '1 1 0 0 0 5 -1\n4294967296 3 0 5 0 1 1\n^^^^^^^^^^\n2 3 0 5 0 1 99999999999\n            ^^^^^^^^^^^\n',
      },
    ],
  },
});
