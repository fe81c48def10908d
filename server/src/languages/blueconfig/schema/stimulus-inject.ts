import type { SectionSchema } from './types';
import { connectionTypes } from './values';

export const stimulusInject: SectionSchema = {
  name: 'StimulusInject',
  meaning:
    'Applies a stimulus to a target. One stimulus may be injected several times; the order of the blocks can change the random noise.',
  readers: ['neurodamus', 'bluecellulab'],
  sonata: 'inputs.<name>',
  sources: [
    'BlueBrain/neurodamus neurodamus/stimulus_manager.py',
    'BlueBrain/neurodamus neurodamus/replay.py',
    'BlueBrain/neurodamus neurodamus/node.py',
    'BlueBrain/BlueCelluLab bluecellulab/stimulus/circuit_stimulus_definitions.py',
    'BlueBrain/sonata-extension source/blueconfig.rst',
    'BlueBrain/sonata-extension source/blueconfig-projection-example.rst',
  ],
  keys: [
    {
      name: 'Stimulus',
      type: 'stimulus',
      required: 'always',
      example: 'stimulus',
      meaning: 'Name of the `Stimulus` block to apply.',
      readers: ['neurodamus', 'bluecellulab'],
      sonata: 'inputs.<name>',
    },
    {
      name: 'Target',
      type: 'target',
      required: 'always',
      example: 'Mosaic',
      meaning: 'Where: the soma of each cell of a cell target, each location of a compartment target.',
      readers: ['neurodamus', 'bluecellulab'],
      sonata: 'inputs.<name>.node_set, inputs.<name>.compartment_set',
    },
    {
      name: 'Source',
      type: 'target',
      patterns: ['SynapseReplay'],
      meaning: 'Cells whose spikes are replayed. Without it, all that the spike file has.',
      readers: ['neurodamus', 'bluecellulab'],
      sonata: 'inputs.<name>.source (not in the newest specification)',
    },
    {
      name: 'Type',
      type: 'enum',
      default: 'Synaptic',
      values: connectionTypes,
      patterns: ['SynapseReplay'],
      meaning: 'Kind of connections that spikes are replayed through.',
      readers: ['neurodamus'],
    },
  ],
};
