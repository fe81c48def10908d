import { patterns } from './patterns';
import { patternKeys } from './stimulus-keys';
import type { KeySchema, PatternSchema, SectionSchema, ValueSchema } from './types';

function patternValue({ name, meaning, deprecated }: PatternSchema): ValueSchema {
  return deprecated === undefined ? { value: name, meaning } : { value: name, meaning, deprecated };
}

const commonKeys: readonly KeySchema[] = [
  {
    name: 'Mode',
    type: 'enum',
    required: 'always',
    optionalFor: ['bluecellulab'],
    values: [
      { value: 'Current', meaning: 'The signal is a current' },
      { value: 'Conductance', meaning: 'The signal is a conductance, with a reversal potential' },
      { value: 'Voltage', meaning: 'The membrane is clamped to the signal' },
      {
        value: 'Extracellular',
        meaning:
          'A pulse train of `AmpStart`, `Frequency` and `Width` is played outside the cell through an `Electrode`, whatever the pattern',
        deprecated: 'The last simulator refuses it.',
      },
      {
        value: 'spikes',
        meaning: 'The signal is spikes',
        deprecated: 'The simulator writes it for itself when it reads SONATA; `SynapseReplay` stands with `Current`.',
      },
    ],
    meaning: 'What kind of signal is injected. BlueCelluLab takes `Current` if the key is absent.',
    sonata: 'inputs.<name>.input_type',
  },
  {
    name: 'Pattern',
    type: 'enum',
    required: 'always',
    values: patterns.map(patternValue),
    meaning: 'Shape of the signal. It decides which other keys the block needs.',
    sonata: 'inputs.<name>.module',
  },
  {
    name: 'Delay',
    type: 'float',
    unit: 'ms',
    required: 'always',
    minimum: 0,
    example: '100',
    meaning: 'When the stimulus starts.',
    sonata: 'inputs.<name>.delay',
  },
  {
    name: 'Duration',
    type: 'float',
    unit: 'ms',
    required: 'always',
    minimum: 0,
    example: '500',
    meaning: 'How long the stimulus lasts, counted from `Delay`.',
    sonata: 'inputs.<name>.duration',
  },
  {
    name: 'Electrode',
    type: 'electrode',
    modes: ['Extracellular'],
    meaning: 'Electrode that an extracellular stimulus is played through.',
    readers: ['neurodamus'],
  },
  {
    name: 'Name',
    type: 'string',
    bookkeeping: true,
    meaning: 'Documented, but read by nothing: the block has a name.',
  },
  { name: 'Format', type: 'string', bookkeeping: true, meaning: 'Documented, but read by nothing.' },
  {
    name: 'Var',
    type: 'float',
    bookkeeping: true,
    replacement: 'Variance',
    deprecated: 'Documented as deprecated, and read by nothing: noise takes `Variance`.',
    meaning: 'Older name of the variance.',
  },
];

export const stimulus: SectionSchema = {
  name: 'Stimulus',
  meaning: 'A signal to inject. It has no effect until a `StimulusInject` block applies it to a target.',
  uniqueNames: true,
  readers: ['neurodamus', 'bluecellulab'],
  sonata: 'inputs.<name>',
  sources: [
    'BlueBrain/neurodamus neurodamus/core/configuration.py',
    'BlueBrain/neurodamus neurodamus/stimulus_manager.py',
    'BlueBrain/neurodamus neurodamus/replay.py',
    'BlueBrain/neurodamus neurodamus/io/sonata_config.py',
    'BlueBrain/neurodamus core/hoc/StimulusManager.hoc',
    'BlueBrain/BlueCelluLab bluecellulab/stimulus/circuit_stimulus_definitions.py',
    'BlueBrain/sonata-extension source/blueconfig.rst',
    'BlueBrain/blueconfigs',
  ],
  keys: [...commonKeys, ...patternKeys],
};
