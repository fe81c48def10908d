import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Hdf5File, Hdf5Selection } from '../../formats/hdf5/api';
import type { Hdf5Client } from '../../formats/hdf5/client.node';
import { openNwb } from '../../formats/nwb/open';
import { isNwb } from '../../formats/nwb/recognise';
import type { OpenRecording, Trace } from '../../formats/recording/model';
import { summariseRecording } from '../../formats/recording/summary';
import { unitSymbol } from '../../formats/recording/units';
import { CORPUS, corpusFiles, describeCorpus } from '../support/corpus';
import { testHdf5Client } from '../support/hdf5';

interface SeriesTruth {
  readonly path: string;
  readonly neurodata_type: string | null;
  readonly shape?: readonly number[];
  readonly dtype?: string;
  readonly n?: number;
  readonly unit?: string | null;
  readonly conversion?: number | null;
  readonly offset?: number | null;
  readonly first3?: readonly number[];
  readonly first3_physical?: readonly number[];
  readonly last?: number;
  readonly min?: number;
  readonly max?: number;
  readonly starting_time?: number;
  readonly rate?: number;
  readonly timestamps?: { readonly n: number; readonly first: number };
  readonly stimulus_description?: string;
  readonly electrode?: string;
}

interface Truth {
  readonly file: string;
  readonly nwb_version: string | null;
  readonly nwb_version_dataset: string | null;
  readonly specifications: Readonly<Record<string, readonly string[]>> | null;
  readonly session: {
    readonly identifier?: string;
    readonly session_description?: string;
    readonly session_start_time?: string;
    readonly timestamps_reference_time?: string;
    readonly file_create_date?: string | readonly string[];
    readonly subject?: Readonly<Record<string, string>>;
    readonly electrodes?: Readonly<Record<string, Readonly<Record<string, string>>>>;
    readonly general: Readonly<Record<string, unknown>>;
  };
  readonly series: readonly SeriesTruth[];
  readonly tables: Readonly<
    Record<string, { readonly rows: number; readonly columns: readonly string[]; readonly neurodata_type: string }>
  >;
  readonly pynwb: { readonly defaults_filled_in?: readonly string[] };
}

/** What differs on purpose, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'sonata/bmtk/bio_stp_models/inputs/stim_12_pulses.nwb':
    'its five series are spike times, so they are units, in s instead of ms',
};

/** Facts that were compared and those that differ, by file. */
class Agreement {
  readonly differences: string[] = [];
  facts = 0;

  same(what: string, found: unknown, expected: unknown): void {
    this.facts++;
    try {
      assert.deepEqual(found, expected);
    } catch {
      this.differences.push(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
    }
  }

  near(what: string, found: readonly number[], expected: readonly number[]): void {
    // Traces are float32.
    const isNear = (a: number, b: number | undefined) =>
      b !== undefined && Math.abs(a - b) <= 1e-6 * Math.abs(b) + 1e-30;
    this.facts++;
    if (found.length === expected.length && found.every((each, i) => isNear(each, expected[i]))) return;
    this.differences.push(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
  }
}

function truths(): readonly Truth[] {
  return readFileSync(path.join(process.env['BBP_SHARED'] ?? '', 'truth/nwb.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Truth);
}

const clipped = (text: string) => (text.length > 300 ? text.slice(0, 50) : text);

describeCorpus('NWB files of the corpus', function () {
  this.timeout(60_000);
  let client: Hdf5Client;
  before(() => (client = testHdf5Client()));
  after(() => client.dispose());

  const opened = async <T>(name: string, use: (open: OpenRecording, file: Hdf5File) => Promise<T>): Promise<T> => {
    const file = await client.open(path.join(CORPUS ?? '', name));
    try {
      return await use(await openNwb(file), file);
    } finally {
      await file.close();
    }
  };

  it('agree with h5py and pynwb', async () => {
    const lines: string[] = [];
    const failures: string[] = [];
    for (const truth of truths()) {
      const agreement = new Agreement();
      await opened(truth.file, async (open, file) => {
        agreement.same('is a NWB', await isNwb(file), true);
        agreement.same('version', open.recording.version, truth.nwb_version ?? truth.nwb_version_dataset);
        compareSession(agreement, open, truth);
        await compareTables(agreement, open, truth);
        if (truth.file in EXCEPTIONS) await compareSpikes(agreement, open, truth);
        else await compareSeries(agreement, open, file, truth);
      });
      const exception = EXCEPTIONS[truth.file];
      const defaults = truth.pynwb.defaults_filled_in;
      lines.push(
        [
          `${truth.file}: ${truth.series.length} series, ${agreement.facts} facts, ${agreement.differences.length} differ`,
          ...(exception === undefined ? [] : [`exception: ${exception}`]),
          ...(defaults ? [`the file lacks ${defaults.join(', ')}`] : []),
        ].join('; '),
      );
      failures.push(...agreement.differences.map((difference) => `${truth.file}: ${difference}`));
    }
    console.log(lines.join('\n'));
    assert.equal(lines.length, 13);
    assert.deepEqual(failures, []);
  });

  it('that are valid have no error and no warning', async () => {
    for (const { path: name, expected } of corpusFiles('nwb')) {
      const { problems } = await opened(name, (open) => Promise.resolve(open.recording));
      const serious = problems.filter(({ level }) => level === 'error' || level === 'warning').map(({ code }) => code);
      // PyNWB warns of this one too.
      const known = name.endsWith('nonmatch_starting_frame.nwb') ? ['nwb/starting-frames'] : [];
      assert.deepEqual(serious, known, `${name} (${expected})`);
    }
  });

  it('of the laboratory at EPFL have 16 sweeps of one step protocol, in order', async () => {
    await opened('nwb/bluepyefe/99111002.nwb', async (open) => {
      const { recording } = open;
      assert.equal(recording.title, 'NWB 2.4 · intracellular, current clamp · 16 sweeps');
      const numbers = Array.from({ length: 16 }, (_, i) => i + 1);
      assert.deepEqual(
        recording.sweeps.map((each) => [
          each.protocol,
          each.repetition,
          each.name,
          each.electrode,
          each.responses.map(({ id }) => id),
          each.stimuli.map(({ id }) => id),
        ]),
        numbers.map((number) => [
          'Step',
          'repetition 1',
          `sweep ${String(number).padStart(2, '0')}`,
          'Electrode 1',
          [`/acquisition/ic__Step__${number}`],
          [`/stimulus/presentation/ics__Step__${number}`],
        ]),
      );
      const summary = summariseRecording(recording);
      assert.deepEqual([summary.sweeps, summary.channels, summary.rate, summary.units], [16, 1, 10_000, ['V', 'A']]);
      assert.equal(summary.duration, 0.7168);
      const { maxima, values, step } = await open.trace('/acquisition/ic__Step__1', { start: 0, end: 7168 }, 100);
      assert.equal(maxima?.length, values.length);
      assert.ok(values.length <= 100 && Math.abs(step * values.length - 0.7168) < step);
    });
  });
});

function factsOf({ recording }: OpenRecording, title: string): ReadonlyMap<string, string> {
  const group = recording.session.find((each) => each.title === title);
  return new Map(group?.facts.map(({ label, value }) => [label.toLowerCase(), value]));
}

function compareSession(agreement: Agreement, open: OpenRecording, { session, specifications }: Truth): void {
  const own = factsOf(open, 'Session');
  agreement.same('identifier', own.get('identifier'), session.identifier);
  agreement.same('description', own.get('description'), session.session_description);
  agreement.same('start', own.get('start'), session.session_start_time);
  agreement.same('zero of times', own.get('zero of times'), session.timestamps_reference_time);
  agreement.same('created', own.get('file created'), [session.file_create_date].flat().join(', '));
  for (const [name, value] of Object.entries(session.general)) {
    if (typeof value === 'object' && value !== null && 'group' in value) continue;
    const found = own.get(name.replace(/_/g, ' '));
    if (typeof value === 'object' && value !== null && 'head' in value) {
      const { head, chars } = value as { readonly head: string; readonly chars: number };
      agreement.same(name, found?.startsWith(head.slice(0, 100)), true);
      if (chars > 300) {
        const grouped = String(chars).replace(/\B(?=(\d{3})+$)/g, '\u202f');
        agreement.same(`length of ${name}`, found?.endsWith(`… (${grouped} characters)`), true);
      }
    } else agreement.same(name, found && clipped(found), clipped([value].flat().join(', ')));
  }
  for (const [name, value] of Object.entries(session.subject ?? {})) {
    agreement.same(`subject ${name}`, factsOf(open, 'Subject').get(name.replace(/_/g, ' ')), value);
  }
  for (const [electrode, fields] of Object.entries(session.electrodes ?? {})) {
    for (const [name, value] of Object.entries(fields)) {
      agreement.same(`${electrode} ${name}`, factsOf(open, electrode).get(name), value);
    }
  }
  for (const [name, versions] of Object.entries(specifications ?? {})) {
    agreement.same(`schema ${name}`, factsOf(open, 'File').get(`schema ${name}`), versions.join(', '));
  }
}

/** Tables of a category are columns of the table that they belong to. */
async function compareTables(agreement: Agreement, open: OpenRecording, { tables }: Truth): Promise<void> {
  for (const [place, { rows, columns }] of Object.entries(tables)) {
    const parent = Object.keys(tables).find((other) => place.startsWith(`${other}/`));
    const name = (parent ?? place).split('/').at(-1) ?? '';
    const table = open.recording.tables.find((each) => each.name === name);
    agreement.same(`rows of ${place}`, table?.rowCount, rows);
    const prefix = parent === undefined ? '' : `${place.split('/').at(-1) ?? ''}.`;
    const found = table?.columns.map((column) => column.name) ?? [];
    const own = found.filter((column) => (prefix === '' ? !column.includes('.') : column.startsWith(prefix)));
    agreement.same(
      `columns of ${place}`,
      own,
      columns.map((column) => prefix + column),
    );
    if (!table) continue;
    const cells = await open.tableRows(name, { start: 0, end: table.rowCount });
    agreement.same(`cells of ${place}`, [cells.length, cells[0]?.length], [rows, found.length]);
  }
}

async function compareSeries(agreement: Agreement, open: OpenRecording, file: Hdf5File, truth: Truth): Promise<void> {
  const { recording } = open;
  const traces = new Map<string, Trace>();
  for (const { responses, stimuli } of recording.sweeps)
    for (const each of [...responses, ...stimuli]) traces.set(each.id, each);
  for (const { trace } of recording.loose) traces.set(trace.id, trace);
  agreement.same('paths', [...traces.keys()].sort(), truth.series.map((each) => each.path).sort());
  for (const expected of truth.series) {
    const trace = traces.get(expected.path);
    if (!trace) continue;
    const sweep = recording.sweeps.find((each) => [...each.responses, ...each.stimuli].includes(trace));
    const what = expected.path;
    agreement.same(`${what} samples`, trace.count, expected.n ?? 0);
    agreement.same(`${what} unit`, trace.unit, unitSymbol(expected.unit ?? ''));
    agreement.same(`${what} conversion`, trace.conversion, expected.conversion ?? 1);
    agreement.same(`${what} offset`, trace.offset, expected.offset ?? 0);
    agreement.same(`${what} rate`, trace.rate, expected.rate);
    agreement.same(`${what} start`, trace.start, expected.starting_time ?? expected.timestamps?.first ?? 0);
    if (sweep) {
      agreement.same(`${what} protocol`, sweep.protocol, expected.stimulus_description);
      agreement.same(`${what} electrode`, sweep.electrode, expected.electrode);
    } else {
      agreement.same(
        `${what} type`,
        recording.loose.find((each) => each.trace === trace)?.type,
        expected.neurodata_type,
      );
    }
    if (expected.shape === undefined) continue;
    const data = await file.entity(`${expected.path}/data`);
    agreement.same(`${what} shape`, data.kind === 'dataset' && data.shape, expected.shape);
    agreement.same(`${what} dtype`, data.kind === 'dataset' && data.type.name, expected.dtype);
    if (!expected.first3 || !expected.first3_physical || expected.last === undefined) continue;
    const raw = async (selection: Hdf5Selection) =>
      Array.from<unknown, number>((await file.read(`${expected.path}/data`, selection)).values, Number);
    agreement.near(`${what} first stored`, await raw([{ start: 0, end: 3 }]), expected.first3);
    agreement.near(`${what} last stored`, await raw([{ start: trace.count - 1, end: trace.count }]), [expected.last]);
    const first = await open.trace(trace.id, { start: 0, end: 3 }, 3);
    agreement.near(`${what} first`, [...first.values], expected.first3_physical);
    const factor = expected.conversion ?? 1;
    const last = await open.trace(trace.id, { start: trace.count - 1, end: trace.count }, 3);
    agreement.near(`${what} last`, [...last.values], [expected.last * factor]);
    const drawn = await open.trace(trace.id, { start: 0, end: trace.count }, 64);
    const extremes = [Math.min(...drawn.values), Math.max(...(drawn.maxima ?? drawn.values))];
    agreement.near(`${what} extremes`, extremes, [(expected.min ?? 0) * factor, (expected.max ?? 0) * factor]);
  }
}

async function compareSpikes(agreement: Agreement, open: OpenRecording, { series }: Truth): Promise<void> {
  const units = await open.unitSpikes({ start: 0, end: 99 });
  agreement.same('units', units.length, series.length);
  series.forEach(({ path: place, first3 = [], last = 0, n }, index) => {
    const spikes = [...(units[index] ?? [])];
    agreement.same(`${place} spikes`, spikes.length, n);
    agreement.near(
      `${place} times`,
      [...spikes.slice(0, 3), ...spikes.slice(-1)],
      [...first3, last].map((time) => time / 1000),
    );
  });
}
