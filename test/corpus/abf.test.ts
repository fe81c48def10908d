import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AbfHeader } from '../../formats/abf/header';
import { openAbf } from '../../formats/abf/open';
import { openFileAccess } from '../../formats/bytes/file.node';
import { PagedAccess } from '../../formats/bytes/paged';
import type { OpenRecording } from '../../formats/recording/model';
import { CORPUS, corpusFiles, describeCorpus } from '../support/corpus';

interface Truth {
  readonly file: string;
  readonly version: string;
  readonly rate: number;
  readonly channels: number;
  readonly sweeps: number;
  readonly units: readonly string[];
  readonly names: readonly string[];
  readonly dac_units: readonly string[];
  readonly protocol: string;
  readonly sweep_points: number;
  readonly creator: string;
  readonly dt: string;
  readonly tags: number;
  readonly sweep0: {
    readonly first5: readonly number[];
    readonly min: number;
    readonly max: number;
    readonly mean: number;
  };
  readonly last: { readonly first5: readonly number[]; readonly mean: number };
  readonly cmd0: { readonly min: number | 'nan'; readonly max: number | 'nan' };
}

/** Where pyABF is wrong or says it otherwise, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'abf/pyabf/130618-1-12.abf version': '1.3 as a 32-bit float is 1.29999…, of which pyABF keeps the digits 1.2.9.9',
  'abf/pyabf/130618-1-12.abf date': '180618 is 18 June 2018 (YYMMDD); pyABF reads it as 1806-1-8',
  'abf/pyabf/130618-1-12.abf creator': 'the header has 2048 bytes: pyABF takes four samples for the version',
  'abf/pyabf/130618-1-12.abf command':
    'the header has 2048 bytes: pyABF takes samples for epochs; DAC 0 is held at -60 mV',
  'abf/pyabf/invalidDate-abf1.abf version':
    '1.3 as a 32-bit float is 1.29999…, of which pyABF keeps the digits 1.2.9.9',
  'abf/pyabf/invalidDate-abf1.abf creator': 'the header has 2048 bytes: pyABF takes four samples for the version',
  'abf/pyabf/invalidDate-abf1.abf command':
    'the header has 2048 bytes: pyABF takes samples for epochs; no output is set up',
  'abf/pyabf/2020_06_16_0001.abf points': 'sweeps have 22 040 and 11 040 samples; pyABF gives their mean, 16 540',
};

describeCorpus('ABF files against pyABF', () => {
  const truthFile = path.join(process.env['BBP_SHARED'] ?? '', 'truth', 'abf.jsonl');
  const truths = existsSync(truthFile)
    ? readFileSync(truthFile, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Truth)
    : [];
  const table: string[] = [];
  const unused = new Set(Object.keys(EXCEPTIONS));

  after(() => {
    console.log(`\n      ${table.join('\n      ')}\n`);
  });

  for (const truth of truths) {
    it(truth.file, async () => {
      const access = await openFileAccess(path.join(CORPUS ?? '', truth.file));
      const { recording, header } = await openAbf(access, () => access.close());
      assert.ok(recording && header);
      const differences: string[] = [];
      for (const [field, ours, theirs] of await fieldsOf(recording, header, truth)) {
        if (isAlike(ours, theirs)) continue;
        const name = `${truth.file} ${field}`;
        if (EXCEPTIONS[name] === undefined)
          differences.push(`${field}: ${JSON.stringify(ours)}, not ${JSON.stringify(theirs)}`);
        else {
          unused.delete(name);
          table.push(`${name}: ${JSON.stringify(ours)}, not ${JSON.stringify(theirs)}: ${EXCEPTIONS[name]}`);
        }
      }
      await recording.close();
      table.push(`${truth.file}: ${recording.recording.title}: ${differences.length === 0 ? 'as pyABF' : 'differs'}`);
      assert.deepEqual(differences, []);
    });
  }

  it('needs every exception', () => {
    assert.deepEqual([...unused], []);
  });

  it('opens every file with a few blocks, without an error or a warning', async () => {
    const files = corpusFiles('abf');
    assert.ok(files.length >= 15);
    for (const { path: name, file, bytes } of files) {
      const access = await openFileAccess(file);
      const counted = new PagedAccess(access, { pageBytes: 512, pageCount: 2 });
      const { recording, problems } = await openAbf(counted, () => access.close());
      assert.deepEqual(
        problems.filter(({ level }) => level === 'error' || level === 'warning'),
        [],
        name,
      );
      assert.ok(counted.bytesRead <= Math.min(65_536, bytes / 2), `${name}: ${counted.bytesRead} bytes`);
      assert.ok(recording);
      await recording.close();
    }
  });
});

/** What pyABF says of a file beside what is read here, in its words: "?" for no name, "None" for no protocol. */
async function fieldsOf(
  open: OpenRecording,
  header: AbfHeader,
  truth: Truth,
): Promise<readonly (readonly [string, unknown, unknown])[]> {
  const { recording } = open;
  const first = recording.sweeps[0];
  const last = recording.sweeps.at(-1);
  assert.ok(first && last);
  // pyABF's last: the last channel of the last sweep.
  const begin = await allOf(open, first.responses[0]?.id ?? '');
  const end = await allOf(open, last.responses.at(-1)?.id ?? '');
  const command = first.stimuli[0] && (await allOf(open, first.stimuli[0].id));
  return [
    ['version', recording.version, truth.version],
    ['rate', Math.floor(header.rate ?? NaN), truth.rate],
    ['channels', header.channels.length, truth.channels],
    ['sweeps', recording.sweeps.length, truth.sweeps],
    ['units', header.channels.map(({ unit }) => plain(unit)), truth.units.map(plain)],
    ['names', header.channels.map(({ name }) => plain(name)), truth.names.map(plain)],
    [
      'outputs',
      header.commands.slice(0, truth.dac_units.length).map(({ unit }) => plain(unit)),
      truth.dac_units.map(plain),
    ],
    ['protocol', header.protocol || 'None', truth.protocol],
    ['points', first.responses[0]?.count, truth.sweep_points],
    ['creator', plain(header.creator), plain(truth.creator)],
    ['date', header.date ?? '0001-01-01T00:00:00.000', isoOf(truth.dt)],
    ['tags', recording.tags.length, truth.tags],
    ['first values', [...begin.slice(0, 5)], truth.sweep0.first5],
    ['least', least(begin), truth.sweep0.min],
    ['greatest', -least(begin.map((value) => -value)), truth.sweep0.max],
    ['mean', mean(begin), truth.sweep0.mean],
    ['first values of the last', [...end.slice(0, 5)], truth.last.first5],
    ['mean of the last', mean(end), truth.last.mean],
    [
      'command',
      command ? [least(command), -least(command.map((value) => -value))] : [],
      [truth.cmd0.min, truth.cmd0.max],
    ],
  ];
}

async function allOf(open: OpenRecording, id: string): Promise<Float32Array> {
  return (await open.trace(id, { start: 0, end: Infinity }, Infinity)).values;
}

/** Without the NUL and blanks that pyABF keeps; it writes u for µ and ? for nothing. */
function plain(text: string): string {
  const used = text.replaceAll('\u0000', '').replace(/µ/g, 'u').trim();
  return used === '' ? '?' : used;
}

function isoOf(date: string): string {
  const [day = '', time = ''] = date.split(' ');
  const [seconds = '', fraction = ''] = time.split('.');
  return `${day}T${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}`;
}

function least(values: Float32Array): number {
  return values.reduce((least, value) => Math.min(least, value), Infinity);
}

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function isAlike(ours: unknown, theirs: unknown): boolean {
  if (typeof ours === 'number' && typeof theirs === 'number') {
    return Math.abs(ours - theirs) <= 1e-6 * Math.abs(theirs) + 1e-9;
  }
  if (Array.isArray(ours) && Array.isArray(theirs)) {
    return ours.length === theirs.length && ours.every((each, i) => isAlike(each, theirs[i]));
  }
  return ours === theirs;
}
