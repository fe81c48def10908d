/**
 * What a stimulus may be, in the simulator’s spelling; the documentation’s `Subthreshold` and `NPoissonInhomogeneus` are
 * refused. `SquarePulse` with its key `relAmp` is left out: HOC code could inject it, a configuration never.
 */
import type { PatternSchema, Reader } from './types';

const both: readonly Reader[] = ['neurodamus', 'bluecellulab'];
const simulator: readonly Reader[] = ['neurodamus'];
const CONDUCTANCE = ['Current', 'Conductance'] as const;

export const patterns: readonly PatternSchema[] = [
  {
    name: 'Linear',
    modes: ['Current'],
    required: ['AmpStart'],
    optional: ['AmpEnd'],
    meaning: 'Current that goes in a straight line from one amplitude to another; a constant one without `AmpEnd`.',
    notes: 'Does nothing if both amplitudes are 0.',
    readers: simulator,
    sonata: 'linear',
  },
  {
    name: 'RelativeLinear',
    modes: ['Current'],
    required: ['PercentStart'],
    optional: ['PercentEnd'],
    meaning: 'As Linear, in percent of each cell’s threshold current.',
    notes: 'Does nothing if both percentages are 0.',
    readers: both,
    sonata: 'relative_linear',
  },
  {
    name: 'Pulse',
    modes: ['Current'],
    required: ['AmpStart', 'Frequency', 'Width'],
    optional: ['Offset'],
    meaning: 'Train of square current pulses.',
    notes:
      'Does nothing if frequency or width is 0; pulses overlap where the width reaches 1000/frequency. `AmpEnd` has no effect.',
    readers: both,
    sonata: 'pulse',
  },
  {
    name: 'Sinusoidal',
    modes: ['Current'],
    required: ['AmpStart', 'Frequency'],
    optional: ['Dt', 'Offset'],
    defaults: { Dt: '0.025' },
    meaning: 'Sine-shaped current.',
    readers: simulator,
    sonata: 'sinusoidal',
  },
  {
    name: 'SubThreshold',
    modes: ['Current'],
    required: ['PercentLess'],
    optional: [],
    meaning: 'Constant current a given percentage below each cell’s threshold current.',
    notes: 'The current is (100 − `PercentLess`) % of the threshold, and may become negative.',
    readers: simulator,
    sonata: 'subthreshold',
  },
  {
    name: 'Hyperpolarizing',
    modes: ['Current'],
    required: [],
    optional: [],
    meaning: 'Each cell’s own holding current.',
    readers: both,
    sonata: 'hyperpolarizing',
  },
  {
    name: 'Noise',
    modes: ['Current'],
    required: ['Variance'],
    oneOf: ['Mean', 'MeanPercent'],
    optional: ['Dt'],
    defaults: { Dt: '0.5' },
    meaning: 'Normally distributed current noise around a mean, absolute or in percent of the threshold current.',
    notes:
      'With both means, `Mean` wins. With `MeanPercent` the variance is a percentage of the threshold too. BlueCelluLab reads `MeanPercent` only.',
    readers: both,
    sonata: 'noise',
  },
  {
    name: 'ShotNoise',
    modes: CONDUCTANCE,
    required: ['RiseTime', 'DecayTime', 'Rate', 'AmpMean', 'AmpVar'],
    optional: ['Dt', 'Seed', 'Reversal'],
    defaults: { Dt: '0.25', Reversal: '0' },
    meaning: 'Random train of double-exponential shots whose amplitudes are gamma-distributed.',
    notes: '`RiseTime` must be less than `DecayTime`. Does nothing if the rate is 0 or the duration is below `Dt`.',
    readers: both,
    sonata: 'shot_noise',
  },
  {
    name: 'RelativeShotNoise',
    modes: CONDUCTANCE,
    required: ['RiseTime', 'DecayTime', 'MeanPercent', 'SDPercent', 'AmpCV'],
    optional: ['Dt', 'Seed', 'Reversal', 'RelativeSkew'],
    defaults: { Dt: '0.25', Reversal: '0' },
    meaning: 'Shot noise given by mean and standard deviation in percent of each cell’s threshold.',
    notes:
      '`RiseTime` must be less than `DecayTime`. Does nothing if the mean is 0. With `Mode Conductance` the cells need an input resistance. BlueCelluLab reads `RelativeSkew` in place of `AmpCV`.',
    readers: both,
    sonata: 'relative_shot_noise',
  },
  {
    name: 'AbsoluteShotNoise',
    modes: CONDUCTANCE,
    required: ['RiseTime', 'DecayTime', 'Mean', 'Sigma', 'AmpCV'],
    optional: ['Dt', 'Seed', 'Reversal'],
    defaults: { Dt: '0.25', Reversal: '0' },
    meaning: 'Shot noise given by the mean and standard deviation of the whole signal.',
    notes: '`RiseTime` must be less than `DecayTime`.',
    readers: simulator,
    sonata: 'absolute_shot_noise',
  },
  {
    name: 'OrnsteinUhlenbeck',
    modes: CONDUCTANCE,
    required: ['Tau', 'Mean', 'Sigma'],
    optional: ['Dt', 'Seed', 'Reversal'],
    defaults: { Dt: '0.25', Reversal: '0' },
    meaning: 'Ornstein–Uhlenbeck noise: correlated fluctuations around a mean.',
    notes: 'A mean that is negative by more than twice `Sigma` leaves a signal of mostly zero.',
    readers: both,
    sonata: 'ornstein_uhlenbeck',
  },
  {
    name: 'RelativeOrnsteinUhlenbeck',
    modes: CONDUCTANCE,
    required: ['Tau', 'MeanPercent', 'SDPercent'],
    optional: ['Dt', 'Seed', 'Reversal'],
    defaults: { Dt: '0.25', Reversal: '0' },
    meaning: 'Ornstein–Uhlenbeck noise given in percent of each cell’s threshold.',
    notes: 'With `Mode Conductance` the cells need an input resistance.',
    readers: both,
    sonata: 'relative_ornstein_uhlenbeck',
  },
  {
    name: 'SEClamp',
    modes: ['Voltage'],
    required: ['Voltage'],
    optional: ['RS'],
    meaning: 'Voltage clamp with a single electrode, from the start.',
    notes: '`Delay` is ignored.',
    readers: simulator,
    sonata: 'seclamp',
  },
  {
    name: 'SynapseReplay',
    modes: ['Current'],
    required: ['SpikeFile'],
    optional: ['Timing'],
    meaning: 'Spikes from a file, delivered to the synapses of the cells they come from.',
    notes: 'Needs connections from those cells to the target of the injection. Spikes before `Delay` are left out.',
    readers: both,
    sonata: 'synapse_replay',
  },
  {
    name: 'NPoisson',
    modes: ['Current'],
    required: ['Lambda', 'Weight', 'NumOfSynapses'],
    optional: ['SynapseType', 'SynapseConfigure', 'FillFunctionOverride'],
    meaning: 'New synapses on the target, driven by Poisson spike trains.',
    readers: simulator,
    deprecated: 'The simulator warns of it, and SONATA has nothing like it: replay spikes with SynapseReplay.',
  },
  {
    name: 'NPoissonInhomogeneous',
    modes: ['Current'],
    required: ['Weight', 'NumOfSynapses', 'H5File', 'TBins', 'Rate'],
    optional: ['SynapseType', 'SynapseConfigure'],
    meaning: 'As NPoisson, with a rate that changes over time as a file says.',
    readers: simulator,
    deprecated: 'The simulator warns of it, and SONATA has nothing like it: replay spikes with SynapseReplay.',
  },
  {
    name: 'ReplayVoltageTrace',
    modes: ['Voltage'],
    required: ['File', 'DataSetLabel'],
    optional: [],
    meaning: 'Voltage clamp of each soma to a recorded trace.',
    readers: simulator,
    deprecated: 'The simulator warns of it, and SONATA has nothing like it.',
  },
];

/** The names of the patterns that read a key beside the common ones. */
export function patternsReading(key: string): readonly string[] {
  return patterns
    .filter(({ required, oneOf = [], optional }) => [...required, ...oneOf, ...optional].includes(key))
    .map(({ name }) => name);
}
