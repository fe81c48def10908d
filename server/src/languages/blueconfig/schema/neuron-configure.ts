import type { SectionSchema } from './types';

export const neuronConfigure: SectionSchema = {
  name: 'NeuronConfigure',
  meaning: 'Runs a line of HOC in every section of a target.',
  deprecated:
    'The simulator warns of it; a `Modification` of type `ConfigureAllSections` does the same for assignments.',
  replacement: 'Modification',
  readers: ['neurodamus'],
  sources: ['BlueBrain/neurodamus neurodamus/node.py', 'BlueBrain/sonata-extension source/blueconfig.rst'],
  keys: [
    {
      name: 'Target',
      type: 'target',
      required: 'always',
      example: 'Mosaic',
      meaning: 'Cells or compartments to configure.',
      readers: ['neurodamus'],
    },
    {
      name: 'Configure',
      type: 'hoc',
      required: 'always',
      example: '%s.g_pas(%g) = 3e-5',
      meaning: 'HOC to run; `%s` is the name of the section, `%g` the position along it.',
      readers: ['neurodamus'],
    },
  ],
};
