import { bookkeepingKeys, internalKeys, obsoleteKeys } from './run-bookkeeping';
import { pathKeys } from './run-paths';
import { simulationKeys } from './run-simulation';
import type { SectionSchema } from './types';

export const run: SectionSchema = {
  name: 'Run',
  meaning:
    'What holds for the whole simulation: its length, engine and seeds, and where the circuit and the results lie. A CircuitConfig has little more than this block.',
  singleton: 'Default',
  suggested: ['CircuitTarget', 'MorphologyType'],
  readers: ['neurodamus', 'brion', 'bluepy', 'bluecellulab'],
  sonata: 'run, conditions and output of the simulation config; components and networks of the circuit config',
  sources: [
    'BlueBrain/neurodamus neurodamus/core/configuration.py',
    'BlueBrain/neurodamus neurodamus/node.py',
    'BlueBrain/neurodamus neurodamus/cell_distributor.py',
    'BlueBrain/neurodamus neurodamus/io/cell_readers.py',
    'BlueBrain/neurodamus core/hoc/RNGSettings.hoc',
    'BlueBrain/neurodamus core/hoc/SimSettings.hoc',
    'BlueBrain/neurodamus tests/share/hoc/GABAABHelper.hoc',
    'BlueBrain/sonata-extension source/blueconfig.rst',
    'BlueBrain/sonata-extension source/circuit_files.rst',
    'BlueBrain/Brion brion/constants.h',
    'BlueBrain/Brion brion/blueConfig.cpp',
    'BlueBrain/bluepy bluepy/circuit.py',
    'BlueBrain/BlueCelluLab bluecellulab/circuit/config/bluepy_simulation_config.py',
    'BlueBrain/blueconfigs',
    'matz-e/vim-blueconfig syntax/blueconfig.vim',
  ],
  keys: [...simulationKeys, ...pathKeys, ...bookkeepingKeys, ...obsoleteKeys, ...internalKeys],
};
