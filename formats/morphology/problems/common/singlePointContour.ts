import { defineProblem } from '../../problem';

export const singlePointContour = defineProblem({
  code: 'morph/single-point-contour',
  title: 'soma contour of one point',
  level: 'error',
  category: 'value',
  formats: ['asc', 'h5'],
  documentation: `
A soma is a contour in these files, and MorphIO refuses a contour of a single point with a \`RawDataError\`. Give three points
or more; a sphere can be kept in an SWC.
`,
  examples: {
    good: [{ format: 'asc', text: '("CellBody" (CellBody) (0 0 0 0) (1 1 0 0) (1 0 0 0))\n' }],
    bad: [{ format: 'asc', text: '("CellBody" (CellBody) (0 0 0 1))\n             ^^^^^^^^\n' }],
  },
});
