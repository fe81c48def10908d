import assert from 'node:assert/strict';
import { Hdf5Error } from '../../formats/hdf5/api';
import { openNwb } from '../../formats/nwb/open';
import { nwbProblems } from '../../formats/nwb/problems';
import { isNwb } from '../../formats/nwb/recognise';
import type { OpenRecording, Recording } from '../../formats/recording/model';
import { dataset, group, link, NwbMemoryFile, part, reference, type Node } from '../support/nwbFile';

type Members = Record<string, Node>;

const FIELDS: Members = {
  identifier: dataset('id 7'),
  session_description: dataset('a slice'),
  session_start_time: dataset('2020-01-01T00:00:00+01:00'),
};

function nwbFile(members: Members, version = '2.5.0'): NwbMemoryFile {
  return new NwbMemoryFile(
    group({ ...FIELDS, ...members }, { nwb_version: version, neurodata_type: 'NWBFile', namespace: 'core' }),
  );
}

const open = (members: Members, version?: string): Promise<OpenRecording> => openNwb(nwbFile(members, version));
const problemsOf = async (members: Members, version?: string): Promise<Recording['problems']> =>
  (await open(members, version)).recording.problems;
const codesOf = async (members: Members, version?: string) =>
  (await problemsOf(members, version)).map(({ code }) => code);

const RATE = { starting_time: dataset(0, { rate: 1000 }) };

function clamp(data: Node | undefined, others: Members = RATE, type = 'CurrentClampSeries'): Members {
  return { acquisition: group({ a: group({ ...(data && { data }), ...others }, { neurodata_type: type }) }) };
}

const VOLTS = { unit: 'volts', conversion: 1e-3 };

describe('a NWB file', () => {
  it('is told by its version, as an attribute or a dataset, and not by its name', async () => {
    assert.equal(await isNwb(nwbFile({})), true);
    assert.equal(await isNwb(new NwbMemoryFile(group({ nwb_version: dataset('NWB-1.0.6') }))), true);
    assert.equal(await isNwb(new NwbMemoryFile(group({}, { neurodata_type: 'NWBFile' }))), true);
    assert.equal(
      await isNwb(new NwbMemoryFile(group({ nwb_version: group(), points: dataset(Int8Array.of(1)) }))),
      false,
    );
  });

  it('that is empty is a recording without sweeps', async () => {
    const { recording } = await openNwb(new NwbMemoryFile(group()));
    assert.deepEqual([recording.sweeps, recording.loose, recording.tables], [[], [], []]);
    assert.equal(recording.title, 'NWB 2 · no series');
  });

  it('says what it is of, group by group, and long texts are clipped with their length', async () => {
    const { recording } = await open({
      general: group({
        experimenter: dataset(['Ada', 'Bob']),
        notes: dataset('x'.repeat(1234)),
        subject: group({ species: dataset('Rattus norvegicus'), age: dataset('P14D', { reference: 'birth' }) }),
        devices: group({ Amplifier: group({}, { manufacturer: 'M', neurodata_type: 'Device' }) }),
        intracellular_ephys: group({
          'Electrode 1': group({ location: dataset('soma'), device: link('/general/devices/Amplifier') }),
          sweep_table: group({}, { colnames: ['series'] }),
        }),
      }),
      specifications: group({ core: group({ '2.5.0': group() }), 'ndx-x': group({ '0.1': group() }) }),
    });
    const facts = Object.fromEntries(
      recording.session.map(({ title, facts: own }) => [
        title,
        Object.fromEntries(own.map((each) => [each.label, each.value])),
      ]),
    );
    assert.equal(facts['Session']?.['Identifier'], 'id 7');
    assert.equal(facts['Session']['Experimenter'], 'Ada, Bob');
    assert.equal(facts['Session']['Notes'], `${'x'.repeat(300)}… (1\u202f234 characters)`);
    assert.deepEqual(facts['Subject'], { Species: 'Rattus norvegicus', Age: 'P14D' });
    assert.deepEqual(facts['Device Amplifier'], { Manufacturer: 'M' });
    assert.deepEqual(facts['Electrode 1'], { Location: 'soma', Device: 'Amplifier' });
    assert.deepEqual(facts['File'], {
      'NWB version': '2.5.0',
      Type: 'NWBFile (core)',
      'Schema core': '2.5.0',
      'Schema ndx-x': '0.1',
    });
    assert.deepEqual(Object.keys(facts), ['Session', 'Subject', 'Device Amplifier', 'Electrode 1', 'File']);
  });

  it('closes with its recording, and then says so', async () => {
    const file = nwbFile(clamp(dataset(Float32Array.of(1), VOLTS)));
    const opened = await openNwb(file);
    await opened.close();
    await assert.rejects(opened.trace('/acquisition/a', { start: 0, end: 1 }, 1), { code: 'closed' });
    await assert.rejects(openNwb(file), { code: 'closed' });
  });
});

describe('traces of a NWB file', () => {
  const thousand = Int16Array.from({ length: 1000 }, (_, i) => i);

  it('come sample by sample where there are few, else as least and greatest of equal parts', async () => {
    const opened = await open(clamp(dataset(thousand, { unit: 'volts', conversion: 2, offset: 10 })));
    const few = await opened.trace('/acquisition/a', { start: 100, end: 103 }, 3);
    assert.deepEqual([few.start, few.step, [...few.values], few.maxima], [0.1, 0.001, [210, 212, 214], undefined]);
    const many = await opened.trace('/acquisition/a', { start: 0, end: 1000 }, 4);
    assert.deepEqual(
      [many.step, [...many.values], [...(many.maxima ?? [])]],
      [0.25, [10, 510, 1010, 1510], [508, 1008, 1508, 2008]],
    );
  });

  it('of a negative conversion have their least below their greatest', async () => {
    const opened = await open(clamp(dataset(thousand, { unit: 'volts', conversion: -1 })));
    const { values, maxima } = await opened.trace('/acquisition/a', { start: 0, end: 1000 }, 2);
    assert.deepEqual(
      [[...values], [...(maxima ?? [])]],
      [
        [-499, -999],
        [0, -500],
      ],
    );
  });

  it('stay within the series, whatever is asked', async () => {
    const opened = await open(clamp(dataset(thousand, VOLTS)));
    assert.equal((await opened.trace('/acquisition/a', { start: -5, end: 1e9 }, 1e9)).values.length, 1000);
    assert.equal((await opened.trace('/acquisition/a', { start: 50, end: 20 }, NaN)).values.length, 0);
    await assert.rejects(opened.trace('/acquisition/b', { start: 0, end: 1 }, 1), { code: 'missing' });
  });

  it('of one column are one, of several are several', async () => {
    const opened = await open({
      acquisition: group({
        one: group(
          { data: dataset(Float64Array.of(1, 2, 3), VOLTS, [3, 1]), ...RATE },
          { neurodata_type: 'CurrentClampSeries' },
        ),
        two: group(
          { data: dataset(Float64Array.of(1, 10, 2, 20), VOLTS, [2, 2]), ...RATE },
          { neurodata_type: 'ElectricalSeries' },
        ),
      }),
    });
    const { sweeps, loose } = opened.recording;
    assert.deepEqual([sweeps.length, sweeps[0]!.responses[0]!.count], [1, 3]);
    assert.deepEqual(
      [...(await opened.trace('/acquisition/one', { start: 1, end: 3 }, 9)).values],
      [0.002, 0.003].map(Math.fround),
    );
    assert.deepEqual(
      loose.map(({ trace, type }) => [trace.id, trace.name, type]),
      [
        ['/acquisition/two[:,0]', 'two [0]', 'ElectricalSeries'],
        ['/acquisition/two[:,1]', 'two [1]', 'ElectricalSeries'],
      ],
    );
    assert.deepEqual(
      [...(await opened.trace('/acquisition/two[:,1]', { start: 0, end: 2 }, 9)).values],
      [0.01, 0.02].map(Math.fround),
    );
  });

  it('have the times of their timestamps, also of linked ones', async () => {
    const opened = await open({
      acquisition: group({
        a: group(
          { data: dataset(Float64Array.of(1, 2, 3, 4), VOLTS), timestamps: dataset(Float64Array.of(5, 6, 8, 9)) },
          { neurodata_type: 'TimeSeries' },
        ),
        b: group(
          { data: link('/acquisition/a/data'), timestamps: link('/acquisition/a/timestamps') },
          { neurodata_type: 'TimeSeries' },
        ),
      }),
    });
    const [, second] = opened.recording.loose;
    assert.deepEqual([second!.trace.start, second!.trace.rate, second!.trace.unit], [5, undefined, 'V']);
    const { times } = await opened.trace('/acquisition/b', { start: 1, end: 3 }, 9);
    assert.deepEqual([...(times ?? [])], [1, 3]);
    const drawn = await opened.trace('/acquisition/b', { start: 0, end: 4 }, 2);
    assert.deepEqual([...(drawn.times ?? [])], [0, 3]);
    assert.deepEqual(opened.recording.problems, []);
  });

  it('of images and texts cannot be drawn', async () => {
    const opened = await open({
      acquisition: group({
        film: group({ data: dataset(Uint8Array.of(1, 2), {}, [2, 1, 1]), ...RATE }, { neurodata_type: 'ImageSeries' }),
        notes: group(
          { data: dataset(['start', 'drug']), timestamps: dataset(Float64Array.of(0.5, 7)) },
          { neurodata_type: 'AnnotationSeries' },
        ),
      }),
    });
    for (const name of ['film', 'notes']) {
      await assert.rejects(opened.trace(`/acquisition/${name}`, { start: 0, end: 2 }, 9), Hdf5Error);
    }
    assert.deepEqual(opened.recording.tags, [
      { time: 0.5, text: 'start' },
      { time: 7, text: 'drug' },
    ]);
  });

  it('are found in containers of processing modules, and once where two paths lead to them', async () => {
    const own = group(
      { data: dataset(Float32Array.of(1), { unit: 'V' }), ...RATE },
      { neurodata_type: 'TimeSeries', object_id: 'u-1' },
    );
    const { recording } = await open({
      acquisition: group({ LFP: own }),
      processing: group({ ecephys: group({ Filtered: group({ LFP: own, again: link('/acquisition/LFP') }) }) }),
    });
    assert.deepEqual(
      recording.loose.map(({ trace }) => trace.id),
      ['/acquisition/LFP'],
    );
  });
});

describe('tables and units of a NWB file', () => {
  it('give rows of a range: lists, lists of lists, references as paths', async () => {
    const opened = await open({
      processing: group({
        m: group({
          t: group(
            {
              id: dataset(Int32Array.of(0, 1, 2)),
              b: dataset(Float64Array.of(1, 2, 3, 4, 5), { description: 'ragged' }),
              b_index: dataset(Uint8Array.of(2, 2, 5)),
              c: dataset(['p', 'q', 'r', 's']),
              c_index: dataset(Uint8Array.of(1, 3, 4)),
              c_index_index: dataset(Uint8Array.of(1, 1, 3)),
              a: dataset([part('/x', 1, 2), part(null, -1, -1), reference('/y')]),
              pair: dataset(Float32Array.of(1, 2, 3, 4, 5, 6), {}, [3, 2]),
            },
            { colnames: ['b', 'a', 'c', 'pair', 'gone'], neurodata_type: 'DynamicTable' },
          ),
        }),
      }),
    });
    assert.deepEqual(opened.recording.tables, [
      {
        name: 't',
        columns: ['b', 'a', 'c', 'pair'].map((name) => ({ name, description: name === 'b' ? 'ragged' : '' })),
        rowCount: 3,
      },
    ]);
    const rows = [
      [[1, 2], '/x[1:3]', [['p']], [1, 2]],
      [[], null, [], [3, 4]],
      [[3, 4, 5], '/y', [['q', 'r'], ['s']], [5, 6]],
    ];
    assert.deepEqual(await opened.tableRows('t', { start: 0, end: 99 }), rows);
    assert.deepEqual(await opened.tableRows('t', { start: 1, end: 3 }), rows.slice(1));
    assert.deepEqual(await opened.tableRows('t', { start: 2, end: 3 }), rows.slice(2));
    await assert.rejects(opened.tableRows('u', { start: 0, end: 1 }), { code: 'missing' });
  });

  it('give the spike times of a range of units', async () => {
    const opened = await open({
      units: group(
        {
          id: dataset(Int32Array.of(0, 1, 2)),
          spike_times: dataset(Float64Array.of(0.1, 0.2, 0.3)),
          spike_times_index: dataset(Uint8Array.of(1, 1, 3)),
        },
        { colnames: ['spike_times'], neurodata_type: 'Units' },
      ),
    });
    assert.equal(opened.recording.unitCount, 3);
    assert.equal(opened.recording.title, 'NWB 2.5 · 3 units');
    const lists = async (start: number, end: number) =>
      (await opened.unitSpikes({ start, end })).map((each) => [...each]);
    assert.deepEqual(await lists(0, 3), [[0.1], [], [0.2, 0.3]]);
    assert.deepEqual(await lists(2, 9), [[0.2, 0.3]]);
  });

  it('before NWB 2 are one dataset a unit', async () => {
    const opened = await openNwb(
      new NwbMemoryFile(
        group({
          nwb_version: dataset('NWB-1.0.6'),
          processing: group({
            s: group({
              UnitTimes: group({
                '10': group({ times: dataset(Float64Array.of(2)) }),
                '9': group({ times: dataset(Float64Array.of(1)) }),
              }),
            }),
          }),
        }),
      ),
    );
    assert.deepEqual(
      (await opened.unitSpikes({ start: 0, end: 2 })).map((each) => [...each]),
      [[1], [2]],
    );
  });
});

describe('problems of a NWB file', () => {
  const good = dataset(Float32Array.of(1, 2), VOLTS);

  it('have one kind a code', () => {
    const codes = nwbProblems.map(({ code }) => code);
    assert.deepEqual(codes, [...new Set(codes)]);
    for (const { documentation, title } of nwbProblems) assert.ok(documentation.length > 40 && title.length > 5);
  });

  it('are none in a good one', async () => {
    assert.deepEqual(await problemsOf(clamp(good)), []);
  });

  it('name required fields, all in one', async () => {
    const [problem, ...others] = (
      await openNwb(new NwbMemoryFile(group({ identifier: dataset('x') }, { nwb_version: '2.1.0' })))
    ).recording.problems;
    assert.deepEqual(others, []);
    assert.equal(problem!.code, 'nwb/missing-field');
    assert.match(problem!.message, /^\/session_description, \/session_start_time must/);
  });

  const cases: readonly (readonly [title: string, code: string, members: Members, version?: string])[] = [
    ['an unknown version', 'nwb/unknown-version', {}, '3.0.0'],
    ['a text that should be a list', 'nwb/not-a-list', { general: group({ keywords: dataset('one') }) }],
    ['a missing unit', 'nwb/missing-unit', clamp(dataset(Float32Array.of(1), { conversion: 1e-3 }))],
    ['a unit that is none', 'nwb/unknown-unit', clamp(dataset(Float32Array.of(1), { unit: 'bananas' }))],
    ['a unit with a prefix', 'nwb/prefixed-unit', clamp(dataset(Float32Array.of(1), { unit: 'mV' }))],
    ['a voltage in amperes', 'nwb/swapped-units', clamp(dataset(Float32Array.of(1), { unit: 'amperes' }))],
    [
      'a conversion of 0',
      'nwb/invalid-conversion',
      clamp(dataset(Float32Array.of(1), { unit: 'volts', conversion: 0 })),
    ],
    ['integers without a conversion', 'nwb/missing-conversion', clamp(dataset(Int16Array.of(1), { unit: 'volts' }))],
    ['no time', 'nwb/missing-time', clamp(good, {})],
    ['a start without a rate', 'nwb/missing-time', clamp(good, { starting_time: dataset(1) })],
    ['a rate of 0', 'nwb/invalid-rate', clamp(good, { starting_time: dataset(1, { rate: 0 }) })],
    ['a rate that is no number', 'nwb/invalid-rate', clamp(good, { starting_time: dataset(1, { rate: NaN }) })],
    ['too few timestamps', 'nwb/timestamps-length', clamp(good, { timestamps: dataset(Float64Array.of(1)) })],
    ['empty data', 'nwb/empty-data', clamp(dataset(new Float32Array(), VOLTS))],
    ['no data', 'nwb/empty-data', clamp(undefined)],
    ['data that is elsewhere', 'nwb/external-link', clamp(link('/data', 'other.nwb'))],
    ['timestamps that are gone', 'nwb/broken-link', clamp(good, { timestamps: link('/gone') })],
    ['a series that is gone', 'nwb/broken-link', { acquisition: group({ a: link('/gone') }) }],
    [
      'first frames of other files',
      'nwb/starting-frames',
      {
        acquisition: group({
          film: group(
            { external_file: dataset(['a.avi'], { starting_frame: Int32Array.of(0, 1) }), ...RATE },
            { neurodata_type: 'ImageSeries' },
          ),
        }),
      },
    ],
    [
      'a column that is too short',
      'nwb/column-length',
      {
        intervals: group({
          trials: group(
            { id: dataset(Int32Array.of(0, 1)), start_time: dataset(Float64Array.of(1)) },
            { colnames: ['start_time'], neurodata_type: 'TimeIntervals' },
          ),
        }),
      },
    ],
    [
      'a stimulus of another length',
      'nwb/length-mismatch',
      {
        ...clamp(good),
        stimulus: group({
          presentation: group({
            a: group(
              { data: dataset(Float32Array.of(1), { unit: 'amperes', conversion: 1e-12 }), ...RATE },
              { neurodata_type: 'CurrentClampStimulusSeries' },
            ),
          }),
        }),
      },
    ],
  ];
  for (const [title, code, members, version] of cases) {
    it(`say ${title}, once`, async () => assert.deepEqual(await codesOf(members, version), [code]));
  }

  it('say what cannot be read, and the rest is shown', async () => {
    const file = nwbFile({ ...clamp(good), general: group({ lab: dataset('x') }) });
    const read = file.read.bind(file);
    file.read = (path, selection) =>
      path === '/general/lab'
        ? Promise.reject(new Hdf5Error('unreadable-values', 'the filter “lzf” is not here'))
        : read(path, selection);
    const { recording } = await openNwb(file);
    assert.deepEqual(
      recording.problems.map(({ code, message }) => [code, message]),
      [['nwb/unreadable-object', '/general/lab cannot be read: the filter “lzf” is not here']],
    );
    assert.equal(recording.sweeps.length, 1);
  });

  it('of one kind are counted beyond twenty', async () => {
    const broken = Array.from({ length: 25 }, (_, i) => [`s${i}`, link('/gone')] as const);
    const problems = await problemsOf({ acquisition: group(Object.fromEntries(broken)) });
    assert.equal(problems.length, 20);
    assert.match(problems[19]!.message, /\(5 more\)$/);
  });
});

describe('NWB files that are nonsense', () => {
  const odd: readonly Node[] = [
    group(),
    dataset('text'),
    dataset(new Float64Array()),
    dataset([null, undefined, {}, [], 1n]),
    dataset(BigInt64Array.of(-1n, 1n << 60n)),
    link('/'),
    link('/acquisition'),
    group({ data: group(), timestamps: group(), starting_time: group() }, { neurodata_type: 'CurrentClampSeries' }),
    group(
      { data: dataset(['x']), starting_time: dataset('soon', { rate: 'fast' }) },
      { sweep_number: -1, colnames: 3 },
    ),
  ];

  it('never throw', async () => {
    const names = [
      'acquisition',
      'stimulus',
      'general',
      'units',
      'data_organization',
      'processing',
      'intervals',
      'identifier',
    ];
    for (const node of odd) {
      for (const other of odd) {
        const icephys = group({
          intracellular_recordings: group({ responses: node, stimuli: other }),
          sweep_table: group({ sweep_number: node, series: other, series_index: node }),
        });
        const members = Object.fromEntries(
          names.map((name, index) => [
            name,
            index % 2 === 0
              ? node
              : group({
                  a: other,
                  b: node,
                  presentation: other,
                  spike_times: node,
                  spike_times_index: other,
                  intracellular_ephys: icephys,
                }),
          ]),
        );
        const opened = await openNwb(new NwbMemoryFile(group(members, { nwb_version: '2.5.0' })));
        for (const { name } of opened.recording.tables) await opened.tableRows(name, { start: 0, end: 5 });
      }
    }
  });
});
