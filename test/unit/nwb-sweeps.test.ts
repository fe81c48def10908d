import assert from 'node:assert/strict';
import { openNwb } from '../../formats/nwb/open';
import type { Recording } from '../../formats/recording/model';
import { dataset, group, link, NwbMemoryFile, part, reference, type Node } from '../support/nwbFile';

type Members = Record<string, Node>;

/** A clamp series of 4 samples at 10 kHz. */
function series(type: string, attributes: Record<string, string | number> = {}, electrode?: string, count = 4): Node {
  const isVoltage = /^(CurrentClamp|VoltageClampStimulus|IZero)/.test(type) && type !== 'CurrentClampStimulusSeries';
  return group(
    {
      data: dataset(
        Float32Array.from({ length: count }, (_, i) => i),
        { unit: isVoltage ? 'volts' : 'amperes', conversion: isVoltage ? 1e-3 : 1e-12 },
      ),
      starting_time: dataset(2, { rate: 10_000, unit: 'seconds' }),
      ...(electrode !== undefined && { electrode: link(`/general/intracellular_ephys/${electrode}`) }),
    },
    { neurodata_type: type, ...attributes },
  );
}

const response = (attributes = {}, electrode?: string, count?: number) =>
  series('CurrentClampSeries', attributes, electrode, count);
const stimulus = (attributes = {}, electrode?: string, count?: number) =>
  series('CurrentClampStimulusSeries', attributes, electrode, count);

function file(acquisition: Members, presentation: Members, icephys: Members = {}, others: Members = {}): NwbMemoryFile {
  const text = (value: string) => dataset(value);
  return new NwbMemoryFile(
    group(
      {
        identifier: text('a'),
        session_description: text('b'),
        session_start_time: text('2020-01-01T00:00:00+01:00'),
        acquisition: group(acquisition),
        stimulus: group({ presentation: group(presentation) }),
        general: group({
          intracellular_ephys: group({ 'Electrode 1': group(), 'Electrode 2': group(), ...icephys }),
        }),
        ...others,
      },
      { nwb_version: '2.5.0', neurodata_type: 'NWBFile' },
    ),
  );
}

async function recordingOf(nwb: NwbMemoryFile): Promise<Recording> {
  return (await openNwb(nwb)).recording;
}

/** `protocol / repetition / name: responses < stimuli`. */
function shown({ sweeps }: Recording): string[] {
  return sweeps.map(
    ({ protocol, repetition, name, responses, stimuli }) =>
      `${protocol} / ${repetition} / ${name}: ${responses.map((each) => each.name).join('+')} < ${stimuli.map((each) => each.name).join('+')}`,
  );
}

const codes = ({ problems }: Recording) => problems.map(({ code }) => code);

function table(columns: Members, colnames: readonly string[], rows: number, attributes = {}): Node {
  return group(
    { id: dataset(BigInt64Array.from({ length: rows }, (_, row) => BigInt(row))), ...columns },
    { colnames, neurodata_type: 'DynamicTable', ...attributes },
  );
}

/** Made files: the corpus has one with these tables, of one electrode, and none with the deprecated table. */
describe('sweeps of a NWB 2 file that is made', () => {
  const recordings = (responses: readonly unknown[], stimuli: readonly unknown[], more: Members = {}) =>
    table(
      {
        responses: table({ response: dataset(responses) }, ['response'], responses.length),
        stimuli: table({ stimulus: dataset(stimuli) }, ['stimulus'], stimuli.length),
        electrodes: table(
          { electrode: dataset(responses.map(() => reference('/general/intracellular_ephys/Electrode 1'))) },
          ['electrode'],
          responses.length,
        ),
        ...more,
      },
      Object.keys(more),
      responses.length,
      { categories: ['electrodes', 'stimuli', 'responses'] },
    );

  it('come from the rows of intracellular_recordings, whatever the names say', async () => {
    const recording = await recordingOf(
      file(
        { ic__A__1: response(), ic__A__2: response() },
        { ics__A__1: stimulus(), ics__A__2: stimulus() },
        {
          intracellular_recordings: recordings(
            [part('/acquisition/ic__A__1', 0, 4), part('/acquisition/ic__A__2', 0, 4)],
            [part('/stimulus/presentation/ics__A__2', 0, 4), part(null, -1, -1)],
            { protocol: dataset(['IV', 'APWaveform']), repetition: dataset(Int32Array.of(2, 3)) },
          ),
        },
      ),
    );
    assert.deepEqual(shown(recording), [
      'IV / repetition 2 / sweep 1: ic__A__1 < ics__A__2',
      'APWaveform / repetition 3 / sweep 2: ic__A__2 < ',
      'Step / repetition 1 / sweep 1:  < ics__A__1',
    ]);
    assert.equal(recording.sweeps[0]!.electrode, 'Electrode 1');
    assert.deepEqual(codes(recording), ['nwb/response-without-stimulus', 'nwb/stimulus-without-response']);
  });

  it('have as many responses as were recorded at once, and the protocol of their sequence', async () => {
    const column = (values: readonly number[]) => dataset(BigInt64Array.from(values, BigInt));
    const recording = await recordingOf(
      file(
        { a: response(), b: response(), c: response() },
        {},
        {
          intracellular_recordings: recordings(
            ['a', 'b', 'c'].map((name) => part(`/acquisition/${name}`, 0, 4)),
            [part(null, -1, -1), part(null, -1, -1), part(null, -1, -1)],
          ),
          simultaneous_recordings: table(
            { recordings: column([0, 1, 2]), recordings_index: dataset(Uint8Array.of(2, 3)) },
            ['recordings'],
            2,
          ),
          sequential_recordings: table(
            {
              simultaneous_recordings: column([0, 1]),
              simultaneous_recordings_index: dataset(Uint8Array.of(1, 2)),
              stimulus_type: dataset(['IDrest', 'sAHP']),
            },
            ['simultaneous_recordings', 'stimulus_type'],
            2,
          ),
          repetitions: table(
            { sequential_recordings: column([1, 0]), sequential_recordings_index: dataset(Uint8Array.of(1, 2)) },
            ['sequential_recordings'],
            2,
          ),
        },
      ),
    );
    assert.deepEqual(shown(recording), [
      'IDrest / repetition 2 / sweep 1: a+b < ',
      'sAHP / repetition 1 / sweep 2: c < ',
    ]);
  });

  it('may be parts of one long series', async () => {
    const nwb = file(
      { long: response({}, undefined, 10) },
      {},
      {
        intracellular_recordings: recordings(
          [part('/acquisition/long', 0, 4), part('/acquisition/long', 4, 6)],
          [part(null, -1, -1), part(null, -1, -1)],
        ),
      },
    );
    const opened = await openNwb(nwb);
    const [first, second] = opened.recording.sweeps.map(({ responses }) => responses[0]!);
    assert.deepEqual([first!.id, first!.count, first!.start], ['/acquisition/long[0:4]', 4, 2]);
    assert.deepEqual([second!.id, second!.count, second!.start], ['/acquisition/long[4:10]', 6, 2 + 4 / 10_000]);
    const { values, start } = await opened.trace(second!.id, { start: 1, end: 3 }, 100);
    assert.deepEqual([...values], [0.005, 0.006].map(Math.fround));
    assert.equal(start, 1 / 10_000);
  });

  it('of references that lead nowhere are left out, and that is said once', async () => {
    const recording = await recordingOf(
      file(
        { a: response() },
        {},
        {
          intracellular_recordings: recordings(
            [part('/acquisition/gone', 0, 4), part(null, 0, 4), part('/acquisition/a', 0, 4)],
            [part(null, -1, -1), part(null, -1, -1), part(null, -1, -1)],
          ),
        },
      ),
    );
    assert.deepEqual(shown(recording), ['Step / repetition 1 / sweep 1: a < ']);
    assert.deepEqual(codes(recording), ['nwb/dangling-reference']);
    assert.match(recording.problems[0]!.message, /^2 references .* row 0 \(\/acquisition\/gone\)/);
  });

  it('come from the sweep table', async () => {
    const paths = ['/acquisition/x', '/stimulus/presentation/p', '/acquisition/y', '/stimulus/presentation/q'];
    const recording = await recordingOf(
      file(
        { x: response({ stimulus_description: 'IV' }), y: response({ stimulus_description: 'sAHP' }) },
        { p: stimulus(), q: stimulus() },
        {
          sweep_table: table(
            {
              sweep_number: dataset(Uint32Array.of(10, 2)),
              series: dataset(paths.map((path) => reference(path))),
              series_index: dataset(Uint8Array.of(2, 4)),
            },
            ['series', 'sweep_number'],
            2,
          ),
        },
      ),
    );
    assert.deepEqual(shown(recording), ['sAHP / repetition 1 / sweep 2: y < q', 'IV / repetition 1 / sweep 10: x < p']);
  });

  it('come from number of sweep and electrode', async () => {
    const at = (sweep_number: number) => ({ sweep_number, stimulus_description: 'IV' });
    const recording = await recordingOf(
      file(
        { a: response(at(3), 'Electrode 1'), b: response(at(3), 'Electrode 2'), c: response(at(0), 'Electrode 1') },
        { z: stimulus(at(3), 'Electrode 1'), y: stimulus(at(3), 'Electrode 2'), x: stimulus(at(0), 'Electrode 1') },
      ),
    );
    assert.deepEqual(shown(recording), [
      'IV / repetition 1 / sweep 0: c < x',
      'IV / repetition 1 / sweep 3: a+b < z+y',
    ]);
    assert.equal(recording.sweeps[1]!.electrode, 'Electrode 1, Electrode 2');
  });

  it('come from names where all have the same number', async () => {
    const at = { sweep_number: 0 };
    const recording = await recordingOf(
      file(
        {
          ccs__IV__2: response({ ...at, stimulus_description: 'IV' }),
          ccs__IV__10: response({ ...at, stimulus_description: 'IV' }),
          CurrentClampSeries_7: response({ ...at, stimulus_description: 'na' }),
        },
        { ccss__IV__2: stimulus(at), ccss__IV__10: stimulus(at), CurrentClampStimulusSeries_7: stimulus(at) },
      ),
    );
    assert.deepEqual(
      recording.sweeps.map(({ responses, stimuli }) => [responses[0]?.name, stimuli[0]?.name]),
      [
        ['ccs__IV__2', 'ccss__IV__2'],
        ['ccs__IV__10', 'ccss__IV__10'],
        ['CurrentClampSeries_7', 'CurrentClampStimulusSeries_7'],
      ],
    );
    assert.equal(recording.sweeps[2]!.protocol, 'Step');
  });

  it('come from the order at last, only where lengths agree', async () => {
    const alike = await recordingOf(file({ v1: response(), v2: response() }, { i1: stimulus(), i2: stimulus() }));
    assert.deepEqual(
      alike.sweeps.map(({ stimuli }) => stimuli[0]?.name),
      ['i1', 'i2'],
    );
    const uneven = await recordingOf(file({ v1: response() }, { i1: stimulus({}, undefined, 5) }));
    assert.equal(uneven.sweeps.length, 2);
  });

  it('have the mode of their response', async () => {
    const recording = await recordingOf(
      file(
        {
          a: series('CurrentClampSeries'),
          b: series('VoltageClampSeries'),
          c: series('IZeroClampSeries', { stimulus_description: 'N/A' }),
        },
        {},
      ),
    );
    assert.deepEqual(
      recording.sweeps.map(({ mode }) => mode),
      ['current clamp', 'voltage clamp', 'zero current'],
    );
    assert.equal(recording.title, 'NWB 2.5 · intracellular, current clamp, voltage clamp, zero current · 3 sweeps');
  });

  it('are in the tree of the laboratory, in the order of numbers, each series once', async () => {
    const names = ['1', '2', '10'];
    const sweep = (number: string) =>
      group({
        [`ic__IV__${number}`]: link(`/acquisition/ic__IV__${number}`),
        [`ics__IV__${number}`]: link(`/stimulus/presentation/ics__IV__${number}`),
        ...(number === '2' && { ic__lost: link('/acquisition/ic__lost') }),
      });
    const cell = group({
      IV: group({
        'repetition 10': group({ 'sweep 1': sweep('10') }),
        'repetition 2': group({ 'sweep 10': sweep('2'), 'sweep 9': sweep('1') }),
      }),
    });
    const recording = await recordingOf(
      file(
        Object.fromEntries(names.map((name) => [`ic__IV__${name}`, response()])),
        Object.fromEntries(names.map((name) => [`ics__IV__${name}`, stimulus()])),
        {},
        { data_organization: group({ 'Cell 1': cell }) },
      ),
    );
    assert.deepEqual(shown(recording), [
      'IV / repetition 2 / sweep 9: ic__IV__1 < ics__IV__1',
      'IV / repetition 2 / sweep 10: ic__IV__2 < ics__IV__2',
      'IV / repetition 10 / sweep 1: ic__IV__10 < ics__IV__10',
    ]);
    assert.deepEqual(codes(recording), ['nwb/broken-link']);
    assert.equal(recording.loose.length, 0);
  });
});

describe('sweeps of other flavours, in files that are made (the corpus has none)', () => {
  it('Allen Institute, NWB 1: both are called Sweep_n', async () => {
    const sweep = (unit: string, type: string) =>
      group(
        {
          data: dataset(Int16Array.of(10, -20), { unit, conversion: unit === 'Volts' ? 1e-4 : 1e-12 }),
          starting_time: dataset(7, { rate: 200_000, unit: 'Seconds' }),
          aibs_stimulus_name: dataset('Long Square'),
          num_samples: dataset(2),
        },
        { neurodata_type: 'TimeSeries', ancestry: ['TimeSeries', 'PatchClampSeries', type] },
      );
    const nwb = new NwbMemoryFile(
      group({
        nwb_version: dataset('NWB-1.0.5'),
        identifier: dataset('x'),
        acquisition: group({
          timeseries: group({
            Sweep_10: sweep('Volts', 'CurrentClampSeries'),
            Sweep_9: sweep('Volts', 'CurrentClampSeries'),
          }),
        }),
        stimulus: group({
          presentation: group({
            Sweep_10: sweep('Amps', 'CurrentClampStimulusSeries'),
            Sweep_9: sweep('Amps', 'CurrentClampStimulusSeries'),
          }),
        }),
      }),
    );
    const opened = await openNwb(nwb);
    const { recording } = opened;
    assert.equal(recording.title, 'NWB 1.0 · intracellular, current clamp · 2 sweeps');
    assert.deepEqual(shown(recording), [
      'Long Square / repetition 1 / sweep 9: Sweep_9 < Sweep_9',
      'Long Square / repetition 1 / sweep 10: Sweep_10 < Sweep_10',
    ]);
    const [trace] = recording.sweeps[0]!.responses;
    assert.deepEqual([trace!.unit, trace!.rate, trace!.start], ['V', 200_000, 7]);
    const { values } = await opened.trace(trace!.id, { start: 0, end: 2 }, 10);
    assert.deepEqual([...values], [0.001, -0.002].map(Math.fround));
    assert.deepEqual(recording.problems, []);
  });

  it('VU (MIES): AD is the response of DA, the set tells the protocol', async () => {
    const recording = await recordingOf(
      file(
        {
          data_00000_AD0: response({ stimulus_description: 'CCSteps_DA_0' }),
          data_00001_AD0: response({ stimulus_description: 'X4PS_SupraThresh_DA_0' }),
        },
        { data_00000_DA0: stimulus(), data_00001_DA0: stimulus() },
      ),
    );
    assert.deepEqual(shown(recording), [
      'Step / repetition 1 / sweep 0: data_00000_AD0 < data_00000_DA0',
      'IDrest / repetition 1 / sweep 1: data_00001_AD0 < data_00001_DA0',
    ]);
  });

  it('TRT: stimulus 2n + 1, and swapped units are mended and said', async () => {
    const swapped = (type: string, conversion: number) =>
      group(
        {
          data: dataset(Float32Array.of(-70, 20), { unit: 'volts', conversion }),
          starting_time: dataset(0, { rate: 20_000 }),
        },
        { neurodata_type: type },
      );
    const voltage = swapped('CurrentClampSeries', 1e-12);
    const current = swapped('CurrentClampStimulusSeries', 1e-3);
    const opened = await openNwb(
      file({ index_00: voltage, index_01: voltage }, { index_01: current, index_03: current }),
    );
    const { recording } = opened;
    assert.deepEqual(shown(recording), [
      'Step / repetition 1 / sweep 0: index_00 < index_01',
      'Step / repetition 1 / sweep 1: index_01 < index_03',
    ]);
    const { responses, stimuli } = recording.sweeps[0]!;
    assert.deepEqual([responses[0]!.unit, stimuli[0]!.unit], ['V', 'A']);
    const read = async (id: string) => [...(await opened.trace(id, { start: 0, end: 2 }, 9)).values];
    assert.deepEqual(await read(responses[0]!.id), [-0.07, 0.02].map(Math.fround));
    assert.deepEqual(await read(stimuli[0]!.id), [-70e-12, 20e-12].map(Math.fround));
    assert.deepEqual(codes(recording), ['nwb/swapped-units']);
  });

  it('TRT with four parts in the name: the last number changes in its pair', async () => {
    const recording = await recordingOf(
      file(
        { Index_1_2_3_0: response(), Index_1_2_3_2: response() },
        { Index_1_2_3_1: stimulus(), Index_1_2_3_3: stimulus() },
      ),
    );
    assert.deepEqual(
      recording.sweeps.map(({ responses, stimuli }) => [responses[0]?.name, stimuli[0]?.name]),
      [
        ['Index_1_2_3_0', 'Index_1_2_3_1'],
        ['Index_1_2_3_2', 'Index_1_2_3_3'],
      ],
    );
  });

  it('Channelpedia: one sweep for each column, with its own interval', async () => {
    const nwb = new NwbMemoryFile(
      group({
        nwb_version: dataset('NWB-1.0.6'),
        acquisition: group({
          timeseries: group({
            Activation: group({
              repetitions: group({
                repetition1: group({
                  data: dataset(Float32Array.of(1, 10, 2, 20, 3, 30), {}, [3, 2]),
                  x_interval: dataset(Float64Array.of(1e-4, 2e-4)),
                }),
              }),
            }),
          }),
        }),
      }),
    );
    const opened = await openNwb(nwb);
    assert.deepEqual(shown(opened.recording), [
      'Activation / repetition 1 / sweep 1: repetition1 [0] < ',
      'Activation / repetition 1 / sweep 2: repetition1 [1] < ',
    ]);
    const [trace] = opened.recording.sweeps[1]!.responses;
    assert.deepEqual([trace!.unit, trace!.rate, trace!.count], ['nA', 5000, 3]);
    assert.deepEqual([...(await opened.trace(trace!.id, { start: 0, end: 3 }, 9)).values], [10, 20, 30]);
    assert.deepEqual(opened.recording.problems, []);
  });
});

describe('opening a NWB file with 1000 series', () => {
  it('asks a few questions a series and reads no values', async () => {
    const names = Array.from({ length: 500 }, (_, i) => String(i));
    const nwb = file(
      Object.fromEntries(names.map((name) => [`ic__IV__${name}`, response()])),
      Object.fromEntries(names.map((name) => [`ics__IV__${name}`, stimulus()])),
    );
    let questions = 0;
    for (const method of ['children', 'entity', 'attributes', 'read'] as const) {
      const original = nwb[method].bind(nwb) as (...given: unknown[]) => Promise<never>;
      Object.assign(nwb, {
        [method]: (...given: unknown[]) => {
          questions++;
          return original(...given);
        },
      });
    }
    const recording = await recordingOf(nwb);
    assert.equal(recording.sweeps.length, 500);
    assert.equal(recording.sweeps[499]!.name, 'sweep 499');
    assert.ok(questions < 7000, `${questions} questions`);
    assert.deepEqual(
      nwb.reads.filter((path) => path.endsWith('/data')),
      [],
    );
  });
});
