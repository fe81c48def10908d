import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { measure } from '../../formats/morphology/measures/measure';
import { FEATURES } from '../../formats/morphology/measures/schema';
import { shollProfile } from '../../formats/morphology/measures/sholl';
import type { Morphology } from '../../formats/morphology/model';
import { readMorphologyFile } from '../../formats/morphology/readFile.node';
import { CORPUS, describeCorpus } from '../support/corpus';
import { testHdf5Client } from '../support/hdf5';

/** A number, or what is none: `nan`, `inf`, `COMPLEX (1.5+0j)`, `ERR …` where NeuroM raises. */
type TruthValue = number | string | null | readonly (number | string)[];

interface NeuromRecord {
  readonly file: string;
  readonly ok: boolean;
  readonly soma: Readonly<Record<string, TruthValue>>;
  readonly sholl_frequency_default?: readonly number[] | string;
  readonly [group: string]: unknown;
}

const GROUPS = ['soma', 'all', 'axon', 'basal_dendrite', 'apical_dendrite'] as const;

const RELATIVE = 1e-5;

/** NeuroM computes in single precision: where the result is 0, this much of rounding is left (taper rates, angles). */
const ROUNDING = 1e-7;

/** µm: the centre of a contour is a mean in single precision, beside the origin as far from it. */
const CENTER_ROUNDING = 1e-6;

/** Where we differ, by what the record names and the reason. */
const EXCEPTIONS: readonly { readonly file: RegExp; readonly key: RegExp; readonly reason: string }[] = [
  {
    file: /\/endoplasmic-reticulum\.h5$/,
    key: /^sholl_frequency:/,
    reason:
      'the neurites begin exactly on the first sphere, that of the soma; the square of its radius is below 0.5 in single precision, above in double',
  },
];

function records(): readonly NeuromRecord[] {
  return readFileSync(path.join(CORPUS ?? '', '..', 'truth', 'neurom.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as NeuromRecord);
}

function isNear(ours: number, theirs: number | string, rounding: number): boolean {
  if (theirs === 'nan') return Number.isNaN(ours);
  const complex = typeof theirs === 'string' ? /^COMPLEX \(([^+]+)\+0j\)$/.exec(theirs)?.[1] : undefined;
  const value = theirs === 'inf' ? Infinity : Number(complex ?? theirs);
  if (ours === value) return true;
  return Math.abs(ours - value) <= Math.max(RELATIVE * Math.max(Math.abs(ours), Math.abs(value)), rounding);
}

function agrees(ours: unknown, theirs: TruthValue, rounding = ROUNDING): boolean {
  if (theirs === null || (typeof theirs === 'string' && ours === theirs)) return ours === theirs;
  // Where one neurite makes NeuroM raise, ours has NaN for it and values for the others.
  if (typeof theirs === 'string' && theirs.startsWith('ERR')) {
    return Array.isArray(ours) && ours.some((value) => Number.isNaN(value));
  }
  if (!Array.isArray(theirs)) return typeof ours === 'number' && isNear(ours, theirs as number | string, rounding);
  return (
    Array.isArray(ours) &&
    ours.length === theirs.length &&
    theirs.every((value: number | string, i) => isNear(ours[i] as number, value, rounding))
  );
}

/** Lines `group.key: ours, NeuroM theirs` of what differs, and how many values were compared. */
function compare(morphology: Morphology, record: NeuromRecord): { values: number; differences: readonly string[] } {
  const measures = measure(morphology);
  const differences: string[] = [];
  let values = 0;
  for (const group of GROUPS) {
    const ours = measures[group] as unknown as Readonly<Record<string, unknown>>;
    for (const [key, theirs] of Object.entries(record[group] as Readonly<Record<string, TruthValue>>)) {
      values += Array.isArray(theirs) ? theirs.length : 1;
      if (agrees(ours[key], theirs, key === 'center' ? CENTER_ROUNDING : ROUNDING)) continue;
      differences.push(`${group}.${key}: ${JSON.stringify(ours[key])}, NeuroM ${JSON.stringify(theirs)}`);
    }
  }
  const { sholl_frequency_default: profile } = record;
  if (Array.isArray(profile)) {
    values += profile.length;
    const ours = Array.from(shollProfile(morphology).crossings);
    if (!agrees(ours, profile)) {
      differences.push(`sholl_frequency: ${JSON.stringify(ours)}, NeuroM ${JSON.stringify(profile)}`);
    }
  }
  return { values, differences };
}

describeCorpus('measures against NeuroM', () => {
  it('agrees on every value of every file', async function () {
    this.timeout(120_000);
    const client = testHdf5Client();
    const table = new Map<string, { files: number; values: number; exceptions: number }>();
    const differences: string[] = [];
    const used = new Set<string>();
    try {
      for (const record of records().filter(({ ok }) => ok)) {
        const read = await readMorphologyFile(path.join(CORPUS ?? '', record.file), () => client);
        const morphology = read.kind === 'morphology' ? read.reading.morphology : undefined;
        if (!morphology) {
          differences.push(`${record.file}: cannot be read`);
          continue;
        }
        const found = compare(morphology, record);
        const row = table.get(morphology.format) ?? { files: 0, values: 0, exceptions: 0 };
        table.set(morphology.format, row);
        row.files++;
        row.values += found.values;
        for (const difference of found.differences) {
          const known = EXCEPTIONS.find(({ file, key }) => file.test(record.file) && key.test(difference));
          if (known) {
            row.exceptions++;
            used.add(known.reason);
          } else differences.push(`${record.file}: ${difference}`);
        }
      }
    } finally {
      await client.dispose();
    }
    for (const [format, row] of table) {
      console.log(
        `${format}: ${row.files} files, ${row.values} values of NeuroM's compared, ${row.exceptions} exceptions`,
      );
    }
    for (const { reason } of EXCEPTIONS) console.log(`  exception: ${reason}`);
    assert.deepEqual(differences, []);
    assert.ok([...table.values()].reduce((sum, { files }) => sum + files, 0) > 100);
    assert.deepEqual(
      EXCEPTIONS.map(({ reason }) => reason).filter((reason) => !used.has(reason)),
      [],
      'exceptions that nothing needs',
    );
  });

  it('has a feature for every key of the truth, and no other', () => {
    const [record] = records().filter(({ ok }) => ok);
    assert.deepEqual(
      FEATURES.map(({ key }) => key),
      Object.keys(record?.['all'] as object),
    );
  });
});
