import { knownModOverrides } from './helpers';
import type { SectionSchema } from './types';
import { gabaRiseTimes, integrationMethods, zeroOrOne } from './values';

const MECHANISMS = knownModOverrides.map((helper) => helper.mechanism).join(', ');

export const conditions: SectionSchema = {
  name: 'Conditions',
  meaning: 'Global variables of NEURON and of its mechanisms: each key is set to its value before the simulation.',
  openKeys: true,
  stripsComments: true,
  keyForms: [
    {
      form: 'SYNAPSES__<variable>',
      prefixes: ['SYNAPSES__', 'synapses__'],
      meaning: `Sets the global variable in all synapse mechanisms: ${MECHANISMS}.`,
      sonata: 'conditions.mechanisms.<SUFFIX>.<variable>',
    },
    {
      form: '<variable>_<SUFFIX>',
      meaning: 'Sets a global variable of the mechanism with this suffix, e.g. `tau_d_AMPA_ProbAMPANMDA_EMS`.',
      sonata: 'conditions.mechanisms.<SUFFIX>.<variable>',
    },
    { form: '<variable>', meaning: 'Sets a global variable of HOC. SONATA has no place for it.' },
  ],
  suggested: ['randomize_Gaba_risetime', 'SYNAPSES__minis_single_vesicle', 'SYNAPSES__init_depleted'],
  readers: ['neurodamus', 'bluecellulab'],
  sonata: 'conditions',
  sources: [
    'BlueBrain/neurodamus neurodamus/core/configuration.py',
    'BlueBrain/sonata-extension source/blueconfig.rst',
    'BlueBrain/BlueCelluLab bluecellulab/circuit/config/sections.py',
  ],
  keys: [
    {
      name: 'randomize_Gaba_risetime',
      type: 'boolean',
      default: 'True',
      values: gabaRiseTimes,
      meaning: 'Whether GABA_A rise times are drawn at random. SONATA’s own default is false.',
      readers: ['neurodamus', 'bluecellulab'],
      sonata: 'conditions.randomize_gaba_rise_time',
    },
    {
      name: 'SYNAPSES__minis_single_vesicle',
      aliases: ['synapses__minis_single_vesicle'],
      type: 'boolean',
      values: zeroOrOne,
      example: '1',
      meaning: `Whether a spontaneous event releases one vesicle only. Holds for ${MECHANISMS}.`,
      readers: ['neurodamus', 'bluecellulab'],
      sonata: 'conditions.mechanisms.<SUFFIX>.minis_single_vesicle',
    },
    {
      name: 'SYNAPSES__init_depleted',
      aliases: ['synapses__init_depleted'],
      type: 'boolean',
      values: zeroOrOne,
      example: '1',
      meaning: `Whether synapses start with their vesicles depleted. Holds for ${MECHANISMS}.`,
      readers: ['neurodamus', 'bluecellulab'],
      sonata: 'conditions.mechanisms.<SUFFIX>.init_depleted',
    },
    {
      name: 'cao_CR_GluSynapse',
      type: 'float',
      unit: 'mM',
      minimum: 0,
      example: '2.0',
      meaning: 'Extracellular calcium of plastic synapses. It should equal `ExtracellularCalcium` of `Run`.',
      readers: ['neurodamus', 'bluecellulab'],
      sonata: 'conditions.mechanisms.GluSynapse.cao_CR',
    },
    {
      name: 'secondorder',
      type: 'enum',
      default: '0',
      values: integrationMethods,
      meaning: 'Integration method, as `SecondOrder` of `Run`.',
      readers: ['neurodamus'],
      sonata: 'run.integration_method',
    },
  ],
};
