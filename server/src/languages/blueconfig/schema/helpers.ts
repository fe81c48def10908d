/** The synapse helpers that ship with the simulator, and the mechanisms behind them. */

/** A property that `SynapseConfigure` typically assigns. */
interface SynapseAttribute {
  readonly name: string;
  readonly unit?: string;
  readonly meaning: string;
}

/** What `ModOverride` may name without a helper file of one's own. */
interface ModOverrideHelper {
  /** The value of `ModOverride`. */
  readonly name: string;
  /** The HOC template, in the file of the same name with `.hoc`. */
  readonly template: string;
  /** The SUFFIX of its mechanism, which `SYNAPSES__` keys of `Conditions` go to. */
  readonly mechanism: string;
  readonly meaning: string;
  readonly attributes: readonly SynapseAttribute[];
  readonly source: string;
}

const release: readonly SynapseAttribute[] = [
  { name: 'Use', meaning: 'Utilisation of synaptic efficacy: the release probability at rest' },
  { name: 'Dep', unit: 'ms', meaning: 'Time constant of the recovery from depression' },
  { name: 'Fac', unit: 'ms', meaning: 'Time constant of the relaxation from facilitation' },
];

export const knownModOverrides: readonly ModOverrideHelper[] = [
  {
    name: 'AMPANMDA',
    template: 'AMPANMDAHelper',
    mechanism: 'ProbAMPANMDA_EMS',
    meaning: 'Excitatory synapses with AMPA and NMDA receptors; the default for excitatory connections.',
    attributes: [
      ...release,
      { name: 'NMDA_ratio', meaning: 'NMDA conductance as a fraction of the AMPA conductance' },
      { name: 'tau_r_NMDA', unit: 'ms', meaning: 'Rise time constant of the NMDA conductance' },
      { name: 'tau_d_NMDA', unit: 'ms', meaning: 'Decay time constant of the NMDA conductance' },
      { name: 'mg', unit: 'mM', meaning: 'Extracellular magnesium, which blocks NMDA receptors' },
    ],
    source: 'BlueBrain/neurodamus tests/share/hoc/AMPANMDAHelper.hoc',
  },
  {
    name: 'GABAAB',
    template: 'GABAABHelper',
    mechanism: 'ProbGABAAB_EMS',
    meaning: 'Inhibitory synapses with GABA_A and GABA_B receptors; the default for inhibitory connections.',
    attributes: [
      ...release,
      { name: 'GABAB_ratio', meaning: 'GABA_B conductance as a fraction of the GABA_A conductance' },
      { name: 'e_GABAA', unit: 'mV', meaning: 'Reversal potential of the GABA_A conductance' },
      { name: 'e_GABAB', unit: 'mV', meaning: 'Reversal potential of the GABA_B conductance' },
    ],
    source: 'BlueBrain/neurodamus tests/share/hoc/GABAABHelper.hoc',
  },
  {
    name: 'GluSynapse',
    template: 'GluSynapseHelper',
    mechanism: 'GluSynapse',
    meaning: 'Excitatory synapses with long-term plasticity; the edges must carry the plasticity properties.',
    attributes: [...release, { name: 'cao_CR', unit: 'mM', meaning: 'Extracellular calcium of the plasticity model' }],
    source: 'BlueBrain/neurodamus tests/share/hoc/GluSynapseHelper.hoc',
  },
];
