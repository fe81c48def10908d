/** `Run`: notes, keys of the past, and keys that the simulator sets for itself. */
import type { KeySchema } from './types';

const VERSION_NOTE = 'Nothing reads it, and the repositories it was written for are gone.';

export const bookkeepingKeys: readonly KeySchema[] = [
  {
    name: 'Note',
    type: 'string',
    bookkeeping: true,
    meaning: 'Free text on what the simulation is for.',
    sonata: 'metadata',
  },
  {
    name: 'Date',
    type: 'string',
    bookkeeping: true,
    meaning: 'Date of the file, as day:month:year.',
    sonata: 'metadata',
  },
  {
    name: 'Time',
    type: 'string',
    bookkeeping: true,
    meaning: 'Time of day of the file, as hh:mm:ss. The moment of a saved state is `SaveTime`.',
    sonata: 'metadata',
  },
  {
    name: 'Version',
    type: 'string',
    bookkeeping: true,
    deprecated: VERSION_NOTE,
    meaning: 'Revision of the simulator that the file was written for.',
    sonata: 'metadata',
  },
  {
    name: 'svnPath',
    type: 'string',
    bookkeeping: true,
    deprecated: VERSION_NOTE,
    meaning: 'Subversion address of the simulator.',
    sonata: 'metadata',
  },
  {
    name: 'gitPath',
    type: 'string',
    bookkeeping: true,
    deprecated: VERSION_NOTE,
    meaning: 'Git address of the simulator.',
    sonata: 'metadata',
  },
  {
    name: 'Prefix',
    type: 'string',
    bookkeeping: true,
    deprecated: VERSION_NOTE,
    meaning: 'Folder that the simulator was installed in.',
    sonata: 'metadata',
  },
];

export const obsoleteKeys: readonly KeySchema[] = [
  {
    name: 'ProspectiveHosts',
    type: 'integer',
    replacement: 'ModelBuildingSteps',
    meaning: 'Number of hosts to balance the load for; it had to equal the number of processes.',
    readers: ['neurodamus'],
    deprecated: '`ModelBuildingSteps` replaces it.',
  },
  {
    name: 'CompartmentsPerSection',
    type: 'integer',
    meaning: 'Number of compartments of every section.',
    readers: ['neurodamus'],
    deprecated: 'The simulator only warns that it is not supported.',
  },
  {
    name: 'prCellGid',
    type: 'integer',
    minimum: 1,
    meaning: 'Cell, counted from 1, whose state is written out for debugging.',
    readers: ['neurodamus', 'observed'],
    deprecated: 'The simulator’s option `--dump-cell-state` does this.',
    option: '--dump-cell-state',
  },
  {
    name: 'FlushBufferScalar',
    type: 'float',
    default: '1',
    meaning: 'Factor on the 25 ms after which spikes and reports are written out.',
    readers: ['neurodamus'],
    deprecated: 'Later simulators have no such setting.',
  },
  {
    name: 'NumBonusFiles',
    type: 'integer',
    default: '1',
    replacement: 'Projection',
    meaning: 'Number of files that `BonusSynapseFile` is spread over.',
    readers: ['neurodamus'],
    deprecated: 'A `Projection` block takes the place of bonus synapses.',
  },
  {
    name: 'NumSynapseFiles',
    type: 'integer',
    meaning: 'Number of files that the synapses are spread over.',
    readers: ['neurodamus'],
    deprecated: 'SONATA edges are one file.',
  },
  {
    name: 'SimulatorMode',
    type: 'enum',
    replacement: 'Simulator',
    renamed: true,
    values: [
      { value: 'NEURON', meaning: 'NEURON' },
      { value: 'CORENEURON', meaning: 'CoreNEURON' },
      { value: 'NEURON_CORENEURON', meaning: 'Built by NEURON, run by CoreNEURON' },
    ],
    meaning: 'Engine that runs the simulation, in an older spelling.',
    readers: ['old readers'],
    deprecated: '`Simulator` replaces it.',
    sonata: 'target_simulator',
  },
  {
    name: 'SynapseMode',
    type: 'enum',
    default: 'DualSyns',
    ignoreCase: true,
    openValues: true,
    values: [
      { value: 'DualSyns', meaning: 'Excitatory and inhibitory synapses; any word that starts with `Dual`' },
      { value: 'AmpaOnly', meaning: 'Excitatory synapses only; any word that starts with `Ampa`' },
    ],
    meaning: 'Which types of synapses are built.',
    readers: ['old readers'],
    deprecated: 'The simulator no longer reads it.',
  },
  {
    name: 'SynapseMask',
    type: 'path',
    role: 'input',
    meaning: 'Synapses to leave out, in a study of structural plasticity.',
    readers: ['observed'],
    deprecated: 'No known reader takes it.',
  },
  {
    name: 'CentralHyperColumn',
    type: 'integer',
    meaning: 'Number of the central column in a circuit of several.',
    readers: ['old readers'],
    deprecated: 'Only very old analysis code reads it.',
  },
  {
    name: 'CWD',
    type: 'directory',
    role: 'input',
    replacement: 'CurrentDir',
    renamed: true,
    meaning: 'Folder that relative paths start at, in very old files.',
    readers: ['old readers'],
    deprecated: '`CurrentDir` replaces it.',
  },
];

const SET_BY_SIMULATOR = 'Set by the simulator for itself';

export const internalKeys: readonly KeySchema[] = [
  { name: 'AutoInit', type: 'string', internal: true, meaning: `${SET_BY_SIMULATOR}: how the run is initialised.` },
  { name: 'EnableReports', type: 'string', internal: true, meaning: `${SET_BY_SIMULATOR}: whether reports are on.` },
  { name: 'BlueConfigDir', type: 'string', internal: true, meaning: `${SET_BY_SIMULATOR}: the folder of this file.` },
  {
    name: 'config_node_sets_file',
    type: 'string',
    internal: true,
    meaning: `${SET_BY_SIMULATOR}: the node sets of a SONATA simulation.`,
  },
  {
    name: 'node_sets_file',
    type: 'string',
    internal: true,
    meaning: `${SET_BY_SIMULATOR}: the node sets of a SONATA circuit.`,
  },
];
