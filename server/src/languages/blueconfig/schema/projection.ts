import type { SectionSchema } from './types';
import { connectionTypes, zeroOrOne } from './values';

export const projection: SectionSchema = {
  name: 'Projection',
  meaning:
    'Further connections: from outside the circuit, between populations, or of another kind than synapses. To make outside cells fire, inject a SynapseReplay stimulus.',
  readers: ['neurodamus', 'brion', 'bluepy', 'bluecellulab'],
  sonata: 'networks.edges[]',
  sources: [
    'BlueBrain/neurodamus neurodamus/node.py',
    'BlueBrain/neurodamus neurodamus/connection_manager.py',
    'BlueBrain/neurodamus neurodamus/gap_junction.py',
    'BlueBrain/neurodamus neurodamus/ngv.py',
    'BlueBrain/sonata-extension source/blueconfig.rst',
    'BlueBrain/sonata-extension source/blueconfig-projection-example.rst',
    'BlueBrain/blueconfigs',
  ],
  keys: [
    {
      name: 'Path',
      type: 'edges',
      required: 'always',
      role: 'input',
      extensions: ['.h5'],
      searchedIn: ['ProjectionPath', 'CircuitPath'],
      example: '/path/to/edges.h5',
      meaning:
        'SONATA edges file, with `:population` if it holds several. A folder with `proj_nrn.h5` or `nrn.h5` is the old form; gap junctions in it need `gjinfo.txt` and a `CircuitTarget`.',
      readers: ['neurodamus', 'brion', 'bluepy', 'bluecellulab'],
      sonata: 'networks.edges[].edges_file',
    },
    {
      name: 'Type',
      type: 'enum',
      default: 'Synaptic',
      values: connectionTypes,
      meaning: 'Kind of the connections.',
      readers: ['neurodamus', 'bluepy'],
      sonata: 'type of the population: chemical, electrical, neuromodulatory, synapse_astrocyte, endfoot',
    },
    {
      name: 'Source',
      type: 'target',
      meaning:
        'Where the connections come from; it gives cells outside the circuit their ids. Without it, the source population of the edges file.',
      readers: ['neurodamus', 'bluepy', 'bluecellulab'],
      sonata: 'source population of the edges file',
    },
    {
      name: 'Destination',
      type: 'target',
      meaning: 'Where the connections end. Without it, the target population of the edges file.',
      readers: ['neurodamus'],
      sonata: 'target population of the edges file',
    },
    {
      name: 'PopulationID',
      type: 'integer',
      exclusiveMinimum: 0,
      maximum: 65535,
      meaning:
        'Number that keeps the random streams of these synapses apart from those of the circuit, which is 0. Up to 65535 with Random123, up to 255 with the older generators; chosen by the simulator if absent. Not together with `AppendBasePopulation`.',
      readers: ['neurodamus'],
    },
    {
      name: 'AppendBasePopulation',
      type: 'boolean',
      default: '0',
      values: zeroOrOne,
      meaning:
        'Whether these synapses join the circuit’s own, with its random streams. Not together with `PopulationID`.',
      readers: ['neurodamus'],
    },
    {
      name: 'VasculaturePath',
      type: 'file',
      role: 'input',
      extensions: ['.h5'],
      requiredWhen: { key: 'Type', values: ['GlioVascular'] },
      meaning: 'Nodes of the blood vessels that endfeet attach to.',
      readers: ['neurodamus'],
      sonata: 'networks.nodes[] of type vasculature',
    },
    {
      name: 'NumSynapseFiles',
      type: 'integer',
      meaning: 'Number of files that the synapses of an old projection are spread over.',
      readers: ['neurodamus'],
      deprecated: 'SONATA edges are one file.',
    },
  ],
};
