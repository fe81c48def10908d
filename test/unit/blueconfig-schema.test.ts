import assert from 'node:assert/strict';
import {
  keySchema,
  knownModOverrides,
  patterns,
  patternSchema,
  sections,
  sectionSchema,
} from '../../server/src/languages/blueconfig/schema';
import type { KeySchema } from '../../server/src/languages/blueconfig/schema/types';

const allKeys = sections.flatMap((section) => section.keys.map((key) => ({ section, key })));

function names(keys: readonly KeySchema[], wanted: (key: KeySchema) => unknown): string[] {
  return keys.filter(wanted).map(({ name }) => name);
}

/** The keys of a section that are required in one way or the other. */
function required(section: string, how: 'always' | 'documented'): string[] {
  return names(sectionSchema(section)!.keys, (key) => key.required === how);
}

describe('BlueConfig schema', () => {
  it('has the eleven section types', () => {
    assert.deepEqual(
      sections.map(({ name }) => name),
      [
        'Run',
        'Conditions',
        'Circuit',
        'Projection',
        'Stimulus',
        'StimulusInject',
        'Connection',
        'Report',
        'Modification',
        'Electrode',
        'NeuronConfigure',
      ],
    );
  });

  it('has as many keys per section as the readers know', () => {
    assert.deepEqual(Object.fromEntries(sections.map(({ name, keys }) => [name, keys.length])), {
      Run: 70,
      Conditions: 5,
      Circuit: 11,
      Projection: 8,
      Stimulus: 46,
      StimulusInject: 4,
      Connection: 14,
      Report: 12,
      Modification: 4,
      Electrode: 5,
      NeuronConfigure: 2,
    });
  });

  it('finds sections, keys and patterns by their exact names', () => {
    assert.equal(sectionSchema('Report')?.name, 'Report');
    assert.equal(sectionSchema('report'), undefined);
    assert.equal(keySchema('Report', 'Dt')?.unit, 'ms');
    assert.equal(keySchema('Report', 'dt'), undefined);
    assert.equal(keySchema('Nothing', 'Dt'), undefined);
    assert.equal(sectionSchema('constructor'), undefined);
    assert.equal(
      keySchema('Conditions', 'synapses__init_depleted'),
      keySchema('Conditions', 'SYNAPSES__init_depleted'),
    );
    assert.equal(patternSchema('SubThreshold')?.sonata, 'subthreshold');
    assert.equal(patternSchema('Subthreshold'), undefined);
  });

  it('requires what the simulator refuses to run without', () => {
    assert.deepEqual(required('Run', 'always'), ['Duration', 'OutputRoot', 'CircuitPath', 'nrnPath', 'MorphologyPath']);
    assert.deepEqual(required('Stimulus', 'always'), ['Mode', 'Pattern', 'Delay', 'Duration']);
    assert.deepEqual(required('StimulusInject', 'always'), ['Stimulus', 'Target']);
    assert.deepEqual(required('Connection', 'always'), ['Source', 'Destination']);
    assert.deepEqual(required('Projection', 'always'), ['Path']);
    assert.deepEqual(required('Report', 'always'), ['Target', 'Type', 'ReportOn', 'Unit', 'Format', 'Dt', 'StartTime']);
    assert.deepEqual(required('Modification', 'always'), ['Target', 'Type']);
    assert.deepEqual(required('NeuronConfigure', 'always'), ['Target', 'Configure']);
    assert.deepEqual(required('Electrode', 'always'), ['File', 'Version']);
    assert.deepEqual(required('Conditions', 'always'), []);
    assert.deepEqual(required('Circuit', 'always'), []);
  });

  it('knows what only the documentation requires', () => {
    assert.deepEqual(required('Run', 'documented'), ['Dt', 'METypePath', 'TargetFile']);
    assert.deepEqual(required('Report', 'documented'), ['EndTime']);
    assert.deepEqual(required('Electrode', 'documented'), ['x', 'y', 'z']);
  });

  it('knows when a requirement begins or ends', () => {
    assert.deepEqual(keySchema('Connection', 'Weight')?.requiredWhen, { key: 'Delay', above: 0 });
    assert.deepEqual(keySchema('Modification', 'SectionConfigure')?.requiredWhen, {
      key: 'Type',
      values: ['ConfigureAllSections'],
    });
    assert.deepEqual(keySchema('Run', 'MorphologyPath')?.requiredUnless, { key: 'CircuitPath', values: ['<NONE>'] });
    assert.deepEqual(keySchema('Circuit', 'CircuitPath')?.requiredWhen, { key: 'Engine' });
    assert.deepEqual(
      names(sectionSchema('Circuit')!.keys, (key) => key.inheritedUnless === 'Engine'),
      ['CircuitPath', 'CellLibraryFile', 'MorphologyPath', 'MorphologyType', 'METypePath'],
    );
  });

  it('takes the defaults of the code, not of the documentation', () => {
    const defaults = (section: string, keys: string[]): unknown[] =>
      keys.map((key) => keySchema(section, key)?.default);
    assert.deepEqual(defaults('Run', ['RNGMode', 'V_Init', 'Celsius', 'Dt', 'RandomizeGabaRiseTime', 'Simulator']), [
      'Random123',
      '-65',
      '34',
      '0.025',
      'True',
      'NEURON',
    ]);
    assert.deepEqual(defaults('Run', ['SpikeThreshold', 'SpikeLocation', 'CellLibraryFile', 'SpikesFile']), [
      '-30',
      'soma',
      'start.ncs',
      'out.h5',
    ]);
    assert.equal(keySchema('Report', 'EndTime')?.defaultFrom, 'Run.Duration');
    assert.equal(keySchema('Report', 'Scaling')?.default, 'Area');
    assert.deepEqual(
      ['Noise', 'ShotNoise', 'Sinusoidal'].map((name) => patternSchema(name)?.defaults?.['Dt']),
      ['0.5', '0.25', '0.025'],
    );
  });

  it('spells words as the simulator does', () => {
    const words = (section: string, key: string): unknown =>
      keySchema(section, key)
        ?.values?.filter(({ deprecated }) => deprecated === undefined)
        .map(({ value }) => value);
    assert.deepEqual(words('Report', 'Type'), ['compartment', 'Summation', 'Synapse', 'PointType', 'lfp']);
    assert.deepEqual(words('Report', 'Format'), ['SONATA']);
    assert.deepEqual(words('Run', 'RNGMode'), ['Random123', 'UpdatedMCell', 'Compatibility']);
    assert.deepEqual(words('Run', 'SpikeLocation'), ['soma', 'AIS']);
    assert.deepEqual(words('Run', 'MorphologyType'), ['asc', 'swc', 'h5', 'hoc']);
    assert.deepEqual(words('Stimulus', 'Mode'), ['Current', 'Conductance', 'Voltage']);
    assert.deepEqual(words('Modification', 'Type'), ['TTX', 'ConfigureAllSections']);
    assert.equal(keySchema('Run', 'RunMode')?.ignoreCase, true);
  });

  it('bounds numbers as the simulator does', () => {
    assert.equal(keySchema('Run', 'Duration')?.minimum, 0);
    assert.equal(keySchema('Run', 'Dt')?.exclusiveMinimum, 0);
    assert.equal(keySchema('Stimulus', 'AmpVar')?.exclusiveMinimum, 0);
    assert.equal(keySchema('Stimulus', 'AmpMean')?.nonZero, true);
    assert.equal(keySchema('Projection', 'PopulationID')?.exclusiveMinimum, 0);
    assert.equal(keySchema('Projection', 'PopulationID')?.maximum, 65535);
    assert.equal(keySchema('Run', 'BaseSeed')?.minimum, undefined);
    assert.deepEqual(
      allKeys.filter(({ key }) => key.minimum !== undefined && key.exclusiveMinimum !== undefined),
      [],
    );
  });

  it('tells what the simulator sets for itself', () => {
    assert.deepEqual(
      names(sectionSchema('Run')!.keys, (key) => key.internal),
      ['AutoInit', 'EnableReports', 'BlueConfigDir', 'config_node_sets_file', 'node_sets_file'],
    );
  });

  it('names no key twice in a section', () => {
    for (const { name, keys } of sections) {
      const spelled = keys.flatMap((key) => [key.name, ...(key.aliases ?? [])]);
      assert.deepEqual(
        spelled.filter((key, index) => spelled.indexOf(key) !== index),
        [],
        name,
      );
    }
  });

  it('lists the words of every key that takes words, each once and with a meaning', () => {
    for (const { section, key } of allKeys) {
      const where = `${section.name}.${key.name}`;
      const words = key.values?.map(({ value }) => value) ?? [];
      if (key.type === 'enum' || key.type === 'boolean') assert.ok(words.length > 0, where);
      assert.equal(new Set(words).size, words.length, where);
      assert.ok(key.values?.every(({ meaning }) => meaning !== '') ?? true, where);
      if (key.default !== undefined && words.length > 0 && key.openValues !== true) {
        assert.ok(words.includes(key.default), where);
      }
    }
  });

  it('explains every section, key and pattern, and every deprecation', () => {
    for (const entry of [...sections, ...allKeys.map(({ key }) => key), ...patterns]) {
      assert.match(entry.meaning, /^\S.*\.$/, entry.name);
      if (entry.deprecated !== undefined) assert.match(entry.deprecated, /^\S.*\.$/, entry.name);
    }
    for (const section of sections) assert.ok(section.sources.length > 0, section.name);
  });

  it('deprecates what the simulator or the documentation gave up', () => {
    assert.deepEqual(
      names(sectionSchema('Connection')!.keys, (key) => key.deprecated),
      ['OtherSynPath', 'UseSTDP'],
    );
    assert.deepEqual(
      patterns.filter(({ deprecated }) => deprecated).map(({ name }) => name),
      ['NPoisson', 'NPoissonInhomogeneous', 'ReplayVoltageTrace'],
    );
    assert.equal(sectionSchema('NeuronConfigure')?.replacement, 'Modification');
    assert.equal(keySchema('Run', 'ProspectiveHosts')?.replacement, 'ModelBuildingSteps');
    assert.equal(keySchema('Run', 'BonusSynapseFile')?.replacement, 'Projection');
  });

  it('replaces by things that exist', () => {
    const exists = (section: string, replacement: string): boolean => {
      const [first = '', second] = replacement.split('.');
      return second === undefined
        ? (keySchema(section, first) ?? sectionSchema(first)) !== undefined
        : keySchema(first, second) !== undefined;
    };
    for (const { section, key } of allKeys) {
      const named = [key.replacement, key.defaultFrom].filter((name) => name !== undefined);
      for (const name of named) assert.ok(exists(section.name, name), `${section.name}.${key.name} → ${name}`);
    }
    for (const { name, replacement } of sections) if (replacement !== undefined) assert.ok(exists(name, replacement));
  });

  it('refers only to keys and words that exist', () => {
    for (const { section, key } of allKeys) {
      const where = `${section.name}.${key.name}`;
      for (const condition of [key.requiredWhen, key.requiredUnless, key.ignoredWhen]) {
        if (condition === undefined) continue;
        const other = keySchema(section.name, condition.key);
        assert.ok(other, where);
        for (const value of condition.values ?? []) {
          const known =
            other.values?.some((word) => word.value === value) ?? (value === '<NONE>' && other.none === true);
          assert.ok(known, `${where}: ${value}`);
        }
      }
      for (const name of key.searchedIn ?? []) {
        assert.ok(keySchema('Run', name) ?? keySchema(section.name, name), `${where}: ${name}`);
      }
      for (const name of [...(key.patterns ?? []), ...(key.usual?.patterns ?? [])]) {
        assert.ok(patternSchema(name), `${where}: ${name}`);
      }
    }
    for (const section of sections) {
      for (const name of section.suggested ?? []) assert.ok(keySchema(section.name, name), name);
    }
  });

  it('gives every path a role', () => {
    const paths = new Set(['file', 'directory', 'path', 'edges']);
    for (const { section, key } of allKeys) {
      assert.equal(key.role !== undefined, paths.has(key.type), `${section.name}.${key.name}`);
    }
    assert.deepEqual(
      allKeys.filter(({ key }) => key.role === 'output').map(({ key }) => key.name),
      ['Save', 'OutputRoot', 'SpikesFile', 'SpikesPath'],
    );
  });

  it('ignores all but the weight of a delayed connection', () => {
    assert.deepEqual(
      names(sectionSchema('Connection')!.keys, (key) => key.ignoredWhen),
      [
        'SpontMinis',
        'SynapseConfigure',
        'ModOverride',
        'SynDelayOverride',
        'NeuromodStrength',
        'NeuromodDtc',
        'SynapseID',
      ],
    );
  });

  it('knows the helpers that ship with the simulator', () => {
    assert.deepEqual(
      knownModOverrides.map(({ name, template, mechanism }) => [name, template, mechanism]),
      [
        ['AMPANMDA', 'AMPANMDAHelper', 'ProbAMPANMDA_EMS'],
        ['GABAAB', 'GABAABHelper', 'ProbGABAAB_EMS'],
        ['GluSynapse', 'GluSynapseHelper', 'GluSynapse'],
      ],
    );
  });
});

describe('stimulus patterns', () => {
  it('are the seventeen that the validator accepts', () => {
    assert.equal(patterns.length, 17);
    assert.deepEqual(
      keySchema('Stimulus', 'Pattern')?.values?.map(({ value }) => value),
      patterns.map(({ name }) => name),
    );
  });

  it('read keys of the Stimulus table, each in one way', () => {
    for (const { name, required, oneOf = [], optional, defaults = {} } of patterns) {
      const keys = [...required, ...oneOf, ...optional];
      assert.equal(new Set(keys).size, keys.length, name);
      for (const key of keys) assert.ok(keySchema('Stimulus', key)?.patterns?.includes(name), `${name}: ${key}`);
      for (const key of Object.keys(defaults)) assert.ok(optional.includes(key), `${name}: ${key}`);
    }
  });

  it('stand with modes of the Stimulus table', () => {
    const modes = keySchema('Stimulus', 'Mode')?.values?.map(({ value }) => value) ?? [];
    for (const { name, modes: own } of patterns) {
      assert.ok(own.length > 0 && own.every((mode) => modes.includes(mode)), name);
    }
  });

  it('account for every key that is not common to all', () => {
    assert.deepEqual(
      names(sectionSchema('Stimulus')!.keys, (key) => key.patterns === undefined),
      ['Mode', 'Pattern', 'Delay', 'Duration', 'Electrode', 'Name', 'Format', 'Var'],
    );
    assert.deepEqual(
      names(sectionSchema('Stimulus')!.keys, (key) => key.patterns?.length === 0),
      [],
    );
    assert.deepEqual(keySchema('Stimulus', 'AmpEnd')?.patterns, ['Linear']);
    assert.deepEqual(keySchema('Stimulus', 'MeanPercent')?.patterns, [
      'Noise',
      'RelativeShotNoise',
      'RelativeOrnsteinUhlenbeck',
    ]);
  });
});
