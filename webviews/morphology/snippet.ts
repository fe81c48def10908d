/** Python that loads the same file. */

import { pythonString } from '../common/python';

/** MorphIO for the points, NeuroM for the measures. */
export function pythonSnippet(path: string): string {
  return [
    'import morphio',
    'import neurom',
    '',
    `path = ${pythonString(path)}`,
    '',
    'morphology = morphio.Morphology(path)',
    'print(len(morphology.sections), "sections,", len(morphology.points), "points")',
    '',
    'neuron = neurom.load_morphology(path)',
    'print(neurom.get("total_length", neuron), "µm")',
    '',
  ].join('\n');
}
