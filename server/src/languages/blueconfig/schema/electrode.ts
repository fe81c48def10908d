import type { KeySchema, SectionSchema } from './types';

const position = (axis: 'x' | 'y' | 'z'): KeySchema => ({
  name: axis,
  type: 'float',
  unit: 'µm',
  required: 'documented',
  default: '0',
  meaning: `Position of the electrode along ${axis}. The reader drops what follows the decimal point.`,
  readers: ['neurodamus'],
});

export const electrode: SectionSchema = {
  name: 'Electrode',
  meaning: 'An extracellular electrode, as a table of the weight of each compartment. SONATA has nothing like it.',
  readers: ['neurodamus'],
  sources: ['BlueBrain/neurodamus core/hoc/ElectrodeManager.hoc', 'BlueBrain/sonata-extension source/blueconfig.rst'],
  keys: [
    {
      name: 'File',
      type: 'file',
      required: 'always',
      role: 'input',
      searchedIn: ['ElectrodesPath'],
      example: 'electrode.h5',
      meaning: 'Table of weights, below `ElectrodesPath`.',
      readers: ['neurodamus'],
    },
    position('x'),
    position('y'),
    position('z'),
    {
      name: 'Version',
      type: 'enum',
      required: 'always',
      values: [{ value: '5', meaning: 'One weight per compartment' }],
      meaning: 'Version of the table. Only 5 is still read, and the file must say the same.',
      readers: ['neurodamus'],
    },
  ],
};
