/** Lists of words that several keys share. */
import type { ValueSchema } from './types';

export const zeroOrOne: readonly ValueSchema[] = [
  { value: '0', meaning: 'Off' },
  { value: '1', meaning: 'On' },
];

/** Of `RandomizeGabaRiseTime` and its twin in `Conditions`: any other word ends the simulation. */
export const gabaRiseTimes: readonly ValueSchema[] = [
  { value: 'True', meaning: 'Rise times are drawn at random' },
  { value: 'False', meaning: 'Every synapse has the same rise time' },
  { value: '0', meaning: 'As `False`' },
  { value: 'false', meaning: 'As `False`' },
];

export const integrationMethods: readonly ValueSchema[] = [
  { value: '0', meaning: 'Implicit (backward) Euler' },
  { value: '1', meaning: 'Crank–Nicolson' },
  { value: '2', meaning: 'Crank–Nicolson with ion currents at second order' },
];

/** Which part of the simulator owns the connections. */
export const connectionTypes: readonly ValueSchema[] = [
  { value: 'Synaptic', meaning: 'Chemical synapses' },
  { value: 'GapJunction', meaning: 'Electrical synapses; `Connection` blocks do not apply to them' },
  { value: 'NeuroModulation', meaning: 'Neuromodulatory projections, with a strength and a decay time each' },
  { value: 'NeuroGlial', meaning: 'Synapses contacted by astrocytes' },
  { value: 'GlioVascular', meaning: 'Endfeet of astrocytes on blood vessels' },
  { value: 'Point', meaning: 'Synapses of point neurons; only with the PointNeuron plug-in' },
];

export const morphologyTypes: readonly ValueSchema[] = [
  { value: 'asc', meaning: 'Neurolucida ASCII' },
  { value: 'swc', meaning: 'SWC' },
  { value: 'h5', meaning: 'HDF5 morphologies' },
  { value: 'hoc', meaning: 'Morphologies written as HOC' },
];
