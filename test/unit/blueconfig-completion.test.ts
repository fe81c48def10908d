import assert from 'node:assert/strict';
import type { CompletionEntry } from '../../server/src/languages/language';
import { cursorPosition, fixture } from '../support/fixture';

interface Offered {
  readonly labels: readonly string[];
  readonly entries: ReadonlyMap<string, CompletionEntry>;
  /** The file after an entry is taken. */
  readonly taking: (label: string) => string;
  /** The line of the cursor after an entry is taken. */
  readonly lineTaking: (label: string) => string;
}

async function complete(source: string, name = 'BlueConfig'): Promise<Offered> {
  const { main, service } = fixture(source, name);
  const found = await service.completion(main.uri, cursorPosition(main));
  const sorted = [...found].sort((a, b) => a.rank - b.rank || (a.label < b.label ? -1 : 1));
  const entries = new Map(sorted.map((entry) => [entry.label, entry]));
  assert.equal(entries.size, found.length, 'each label once');
  const cursor = main.cursor!;
  for (const { span, label } of found) {
    assert.ok(span.start <= cursor && cursor <= span.end, `the cursor is in what ${label} replaces`);
    assert.ok(!main.text.slice(span.start, span.end).includes('\n'), `${label} replaces within a line`);
  }
  const taking = (label: string): string => {
    const entry = entries.get(label);
    assert.ok(entry, `${label} is offered, of ${[...entries.keys()].join(', ')}`);
    return main.text.slice(0, entry.span.start) + entry.insertText + main.text.slice(entry.span.end);
  };
  const lineTaking = (label: string): string => {
    const before = main.text.slice(0, cursor).split('\n').length - 1;
    return taking(label).split('\n')[before]!;
  };
  return { labels: sorted.map(({ label }) => label), entries, taking, lineTaking };
}

/** Within a block of a type, with entries above the line of the cursor. */
function inside(type: string, line: string, ...above: readonly string[]): string {
  return [`${type} name`, '{', ...above.map((each) => `    ${each}`), line, '}', ''].join('\n');
}

describe('BlueConfig completion', () => {
  describe('of sections', () => {
    it('writes a whole block, Run first', async () => {
      const { labels, taking, entries } = await complete('$0');
      assert.deepEqual(labels.slice(0, 3), ['Run', 'Conditions', 'Circuit']);
      assert.match(taking('Run'), /^Run Default\n\{\n {4}Duration \$\{1:1000\}\n/);
      assert.equal(entries.get('Run')?.snippet, true);
      assert.equal(entries.get('NeuronConfigure')?.deprecated, true);
      assert.equal(labels.at(-1), 'NeuronConfigure');
    });

    it('does not offer a second Run, and a missing injection first', async () => {
      const { labels } = await complete(`
        Run Default
        {
        }
        Stimulus a
        {
            Pattern Noise
        }
        $0
      `);
      assert.equal(labels[0], 'StimulusInject');
      assert.ok(!labels.includes('Run'));
    });

    it('offers stimuli by their pattern', async () => {
      const { taking } = await complete('Stim$0\n');
      assert.match(taking('Stimulus SEClamp'), /^Stimulus \$\{1:name\}\n\{\n {4}Mode Voltage\n {4}Pattern SEClamp\n/);
    });

    it('replaces only the type of a header', async () => {
      assert.equal((await complete('Re$0prt soma\n{\n}\n')).taking('Report'), 'Report soma\n{\n}\n');
      assert.equal((await complete('Rep$0\n{\n}\n')).taking('Report'), 'Report\n{\n}\n');
      assert.ok((await complete('R$0un Default\n{\n}\n')).labels.includes('Run'));
    });

    it('knows the name of Run only', async () => {
      assert.equal((await complete('Run $0')).taking('Default'), 'Run Default');
      assert.equal((await complete('Run Dem$0o\n{\n}\n')).taking('Default'), 'Run Default\n{\n}\n');
      assert.deepEqual((await complete('Report $0')).labels, []);
      assert.deepEqual((await complete('Run Default $0')).labels, []);
    });
  });

  describe('of keys', () => {
    it('offers what is missing: first what is required, last what is deprecated', async () => {
      const { labels, entries } = await complete(inside('Report', '    $0', 'Type compartment', 'Unit mV'));
      assert.deepEqual(labels.slice(0, 7), ['Target', 'ReportOn', 'Format', 'Dt', 'StartTime', 'EndTime', 'Scaling']);
      assert.ok(!labels.includes('Type') && !labels.includes('Unit') && !labels.includes('ISC'));
      assert.equal(entries.get('Dt')?.detail, 'number, ms · required');
      const run = await complete(inside('Run', '    $0'));
      assert.equal(run.entries.get('ProspectiveHosts')?.deprecated, true);
      assert.ok(run.labels.indexOf('Note') > run.labels.indexOf('Celsius'));
      assert.ok(run.labels.indexOf('ProspectiveHosts') > run.labels.indexOf('Note'));
      assert.ok(!run.labels.includes('AutoInit'));
    });

    it('asks for values next', async () => {
      const { lineTaking, entries } = await complete(inside('Report', '    Tar$0'));
      assert.equal(lineTaking('Target'), '    Target ');
      assert.equal(entries.get('Target')?.continues, true);
    });

    it('replaces the whole word, and leaves the value', async () => {
      const { lineTaking, entries } = await complete(inside('Report', '    Ta$0rge Mosaic # all'));
      assert.equal(lineTaking('Target'), '    Target Mosaic # all');
      assert.equal(entries.get('Target')?.continues, undefined);
    });

    it('explains keys as the hover does', async () => {
      const { main, service } = fixture(inside('Report', '    D$0t 0.1'), 'BlueConfig');
      const entries = await service.completion(main.uri, cursorPosition(main));
      const hover = await service.hover(main.uri, cursorPosition(main));
      assert.equal(entries.find(({ label }) => label === 'Dt')?.documentation, hover?.markdown);
    });

    it('knows what a pattern takes', async () => {
      const noise = await complete(inside('Stimulus', '    $0', 'Mode Current', 'Pattern Noise', 'Delay 0'));
      assert.deepEqual(noise.labels.slice(0, 5), ['Duration', 'Mean', 'MeanPercent', 'Variance', 'Dt']);
      assert.ok(!noise.labels.includes('AmpStart') && !noise.labels.includes('Electrode'));
      const chosen = await complete(inside('Stimulus', '    $0', 'Pattern Noise', 'MeanPercent 85'));
      assert.ok(!chosen.labels.includes('Mean'));
      const open = await complete(inside('Stimulus', '    $0'));
      assert.ok(open.labels.includes('AmpStart') && open.labels.includes('Variance'));
    });

    it('gives units as the mode has them', async () => {
      const { entries } = await complete(inside('Stimulus', '    $0', 'Mode Conductance', 'Pattern ShotNoise'));
      assert.equal(entries.get('AmpMean')?.detail, 'number, µS · required');
      assert.ok(entries.has('Reversal'));
      const current = await complete(inside('Stimulus', '    $0', 'Mode Current', 'Pattern ShotNoise'));
      assert.ok(!current.labels.includes('Reversal'), 'it has no effect');
    });

    it('offers the source of spikes where a replay is injected', async () => {
      const source = (pattern: string): string =>
        `Stimulus a\n{\n    Pattern ${pattern}\n}\nStimulusInject b\n{\n    Stimulus a\n    $0\n}\n`;
      assert.ok((await complete(source('SynapseReplay'))).labels.includes('Source'));
      assert.ok(!(await complete(source('Noise'))).labels.includes('Source'));
    });

    it('offers families of keys', async () => {
      const { lineTaking, labels } = await complete(inside('Conditions', '    SYN$0', 'synapses__init_depleted 1'));
      assert.equal(lineTaking('SYNAPSES__<variable>'), '    SYNAPSES__${1:variable} ');
      assert.ok(!labels.includes('SYNAPSES__init_depleted'), 'there in another spelling');
    });

    it('asks a circuit for no simulation', async () => {
      const { labels } = await complete('Run Default\n{\n    CircuitPath /a\n    $0\n}\n', 'CircuitConfig');
      assert.deepEqual(labels.slice(0, 2), ['nrnPath', 'MorphologyPath']);
      assert.ok(labels.includes('Duration'));
    });

    it('works in blocks that are not closed', async () => {
      const open = await complete('Report a\n{\n    Target x\n    $0');
      assert.equal(open.labels[0], 'Type');
      const between = await complete('Report a\n{\n    Target x\n    Ty$0\nReport b\n{\n    Type x\n}\n');
      assert.equal(between.taking('Type'), 'Report a\n{\n    Target x\n    Type \nReport b\n{\n    Type x\n}\n');
    });

    it('knows nothing of unknown sections', async () => {
      assert.deepEqual((await complete(inside('Rapport', '    $0'))).labels, []);
    });
  });

  describe('of nothing', () => {
    for (const [where, source] of Object.entries({
      'in a comment': inside('Report', '    # Tar$0'),
      'in an inline comment': inside('Report', '    Target Mosaic # $0'),
      'before a comment': inside('Report', '    $0# text'),
      'in a disabled block': '#Report a\n{\n    Ty$0\n}\n',
      'at a brace': 'Report a\n{$0\n}\n',
      'at a closing brace': 'Report a\n{\n}$0\n',
      'before a word': inside('Report', '  $0  Target Mosaic'),
      'behind a brace in the header': 'Report a { $0\n}\n',
    })) {
      it(where, async () => {
        assert.deepEqual((await complete(source)).labels, []);
      });
    }
  });

  describe('of words', () => {
    it('offers values with their meaning', async () => {
      const { labels, entries, lineTaking } = await complete(inside('Run', '    Simulator NE$0UR'));
      assert.deepEqual(labels, ['NEURON', 'CORENEURON']);
      assert.equal(entries.get('NEURON')?.detail, 'default');
      assert.match(entries.get('CORENEURON')?.documentation ?? '', /CoreNEURON runs it/);
      assert.equal(lineTaking('CORENEURON'), '    Simulator CORENEURON');
    });

    it('takes in the blanks before a value', async () => {
      assert.equal(
        (await complete(inside('Run', '    Simulator $0  NEURON'))).lineTaking('CORENEURON'),
        '    Simulator CORENEURON',
      );
    });

    it('keeps an inline comment', async () => {
      const { lineTaking } = await complete(inside('Run', '    Simulator $0 # fast'));
      assert.equal(lineTaking('NEURON'), '    Simulator NEURON # fast');
    });

    it('lets pattern and mode choose each other', async () => {
      const patterns = await complete(inside('Stimulus', '    Pattern $0', 'Mode Voltage'));
      assert.deepEqual(patterns.labels, ['SEClamp', 'ReplayVoltageTrace']);
      assert.match(patterns.entries.get('SEClamp')?.documentation ?? '', /Needs `Voltage`; may have `RS`/);
      const modes = await complete(inside('Stimulus', '    Mode $0', 'Pattern ShotNoise'));
      assert.deepEqual(modes.labels, ['Current', 'Conductance']);
      const open = await complete(inside('Stimulus', '    Pattern $0'));
      assert.ok(open.labels.length > 10);
      assert.equal(open.entries.get('NPoisson')?.deprecated, true);
    });

    it('offers further words of a list', async () => {
      const { labels, lineTaking } = await complete(inside('Report', '    ReportOn i_membrane $0', 'Type Summation'));
      assert.deepEqual(labels, ['v']);
      assert.equal(lineTaking('v'), '    ReportOn i_membrane v');
    });

    it('offers deprecated words last', async () => {
      const { labels, entries } = await complete(inside('Report', '    Format $0'));
      assert.deepEqual(labels, ['SONATA', 'Bin', 'HDF5', 'ASCII']);
      assert.equal(entries.get('Bin')?.deprecated, true);
    });

    it('offers no numbers', async () => {
      assert.deepEqual((await complete(inside('Run', '    Dt $0'))).labels, []);
    });
  });

  describe('of names', () => {
    const TARGETS = `
//- /user.target
Target Cell Pair
{
a1 a2
}
Target Compartment Somata
{
Pair soma
}
Target Cell L5:A
{
}
`;
    const withTargets = (line: string): string =>
      `Run Default\n{\n    TargetFile user.target\n}\nCircuit thalamus\n{\n}\nReport a\n{\n    ${line}\n}\n${TARGETS}`;

    it('offers targets with type and size, and populations', async () => {
      const { labels, entries, lineTaking } = await complete(withTargets('Target Pa$0'));
      assert.deepEqual(labels, ['Pair', 'Somata', 'thalamus:']);
      assert.equal(entries.get('Pair')?.detail, 'Cell, 2 cells');
      assert.equal(entries.get('Somata')?.detail, 'Compartment, 2 cells');
      assert.equal(lineTaking('Pair'), '    Target Pair');
      assert.equal(lineTaking('thalamus:'), '    Target thalamus:');
      assert.equal(entries.get('thalamus:')?.continues, true);
    });

    it('replaces the part at the cursor', async () => {
      const target = await complete(withTargets('Target thalamus:Pa$0x'));
      assert.deepEqual(target.labels, ['Pair', 'Somata']);
      assert.equal(target.lineTaking('Somata'), '    Target thalamus:Somata');
      const population = await complete(withTargets('Target th$0:Pair'));
      assert.deepEqual(population.labels, ['thalamus:']);
      assert.equal(population.lineTaking('thalamus:'), '    Target thalamus:Pair');
    });

    it('does not count the cells of many targets', async () => {
      const many = Array.from({ length: 300 }, (_, i) => `Target Cell T${i}\n{\na1\n}\n`).join('');
      const { entries } = await complete(withTargets('Target $0') + many);
      assert.equal(entries.get('T7')?.detail, 'Cell');
    });

    it('offers stimuli, those without injection first', async () => {
      const { labels, entries, lineTaking } = await complete(`
        Stimulus a
        {
            Pattern Noise
        }
        Stimulus b
        {
            Pattern Pulse
        }
        StimulusInject x
        {
            Stimulus a
        }
        StimulusInject y
        {
            Stimulus $0
        }
      `);
      assert.deepEqual(labels, ['b', 'a']);
      assert.equal(entries.get('b')?.detail, 'Pulse');
      assert.equal(lineTaking('b'), '    Stimulus b');
    });

    it('offers electrodes and populations', async () => {
      const electrodes = await complete(`Electrode probe\n{\n}\n${inside('Report', '    Electrode $0')}`);
      assert.deepEqual(electrodes.labels, ['probe']);
      const populations = await complete(`Circuit thalamus\n{\n}\n${inside('Run', '    BasePopulation $0')}`);
      assert.deepEqual(populations.labels, ['thalamus']);
    });
  });

  describe('of paths', () => {
    const FILES = `
//- /circuit/nodes.h5
x
//- /circuit/.hidden
x
//- /circuit/readme.txt
x
//- /circuit/sub/edges.h5
x
//- /user.target
//- /notes.txt
x
`;
    const path = (line: string, ...above: readonly string[]): string => inside('Run', `    ${line}`, ...above) + FILES;

    it('lists the folder of the config, fitting files first', async () => {
      const { labels, entries, lineTaking } = await complete(path('TargetFile $0'));
      assert.deepEqual(labels, ['user.target', 'circuit/', 'BlueConfig', 'notes.txt']);
      assert.equal(lineTaking('circuit/'), '    TargetFile circuit/');
      assert.equal(entries.get('circuit/')?.continues, true);
      assert.equal(entries.get('user.target')?.continues, undefined);
    });

    it('lists the folder that is written', async () => {
      const { labels, lineTaking } = await complete(path('CellLibraryFile circuit/no$0'));
      assert.deepEqual(labels, ['nodes.h5', 'sub/', 'readme.txt', '.hidden']);
      assert.equal(lineTaking('nodes.h5'), '    CellLibraryFile circuit/nodes.h5');
    });

    it('replaces one part of a path', async () => {
      const { labels, lineTaking } = await complete(path('TargetFile cir$0cus/user.target'));
      assert.deepEqual(labels, ['circuit/']);
      assert.equal(lineTaking('circuit/'), '    TargetFile circuit/user.target');
    });

    it('offers folders only where a folder is wanted, and what switches it off', async () => {
      const { labels } = await complete(path('CircuitPath $0'));
      assert.deepEqual(labels, ['<NONE>', 'circuit/']);
      assert.deepEqual((await complete(path('CircuitPath circuit/$0'))).labels, ['sub/']);
    });

    it('looks where the readers look', async () => {
      const { labels } = await complete(path('CellLibraryFile n$0', 'CircuitPath circuit'));
      assert.ok(labels.includes('nodes.h5'));
      assert.ok(labels.includes('circuit.mvd3'), 'a name of its own');
      const absolute = await complete(path('TargetFile /ws/circuit/$0'));
      assert.ok(absolute.labels.includes('sub/'));
      const root = await complete(path('TargetFile /$0'));
      assert.deepEqual(root.labels, ['ws/']);
    });

    it('leaves edge populations alone', async () => {
      const { labels, lineTaking } = await complete(path('nrnPath circuit/sub/ed$0:a__b__chemical'));
      assert.deepEqual(labels, ['edges.h5']);
      assert.equal(lineTaking('edges.h5'), '    nrnPath circuit/sub/edges.h5:a__b__chemical');
      assert.deepEqual((await complete(path('nrnPath circuit/sub/edges.h5:a$0'))).labels, []);
    });

    it('lists nothing for addresses and folders that are not there', async () => {
      assert.deepEqual((await complete(path('Atlas https://a.b/$0'))).labels, []);
      assert.deepEqual((await complete(path('TargetFile nowhere/$0'))).labels, []);
    });
  });

  describe('of assignments', () => {
    const configure = (line: string, ...above: readonly string[]): string =>
      inside('Connection', `    SynapseConfigure ${line}`, ...above);

    it('offers the attributes of synapses', async () => {
      const { labels, lineTaking, entries } = await complete(configure('$0'));
      assert.deepEqual(labels.slice(0, 3), ['%s.Use', '%s.Dep', '%s.Fac']);
      assert.equal(lineTaking('%s.Use'), '    SynapseConfigure %s.Use ${1|=,*=|} ');
      assert.equal(entries.get('%s.Dep')?.detail, 'ms');
    });

    it('completes after the dot, and leaves an operator', async () => {
      assert.equal((await complete(configure('%s.U$0xe *= 2'))).lineTaking('Dep'), '    SynapseConfigure %s.Dep *= 2');
      assert.equal((await complete(configure('%$0'))).lineTaking('%s.mg'), '    SynapseConfigure %s.mg ${1|=,*=|} ');
    });

    it('offers a further assignment behind a value, those that are there last', async () => {
      const { labels, lineTaking } = await complete(configure('%s.Use = 0.5 $0'));
      assert.equal(labels[0], '%s.Dep');
      assert.equal(labels.at(-1), '%s.Use');
      assert.equal(lineTaking('%s.Dep'), '    SynapseConfigure %s.Use = 0.5 %s.Dep ${1|=,*=|} ');
    });

    it('offers nothing as a value', async () => {
      assert.deepEqual((await complete(configure('%s.Use = $0'))).labels, []);
      assert.deepEqual((await complete(configure('%s.Use = 0.5$0'))).labels, []);
      assert.deepEqual((await complete(configure('%s.Use $0'))).labels, []);
    });

    it('knows the synapse model', async () => {
      const { labels } = await complete(configure('%s.$0', 'ModOverride GluSynapse'));
      assert.deepEqual(labels, ['Use', 'Dep', 'Fac', 'cao_CR']);
    });

    it('starts assignments to sections', async () => {
      const { lineTaking } = await complete(inside('Modification', '    SectionConfigure %s.a = 1; $0'));
      assert.equal(lineTaking('%s.'), '    SectionConfigure %s.a = 1; %s.');
    });
  });
});
