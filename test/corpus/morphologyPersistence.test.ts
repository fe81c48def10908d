import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { barPairs, persistenceBarcode } from '../../formats/morphology/persistence/barcode';
import { readMorphologyFile } from '../../formats/morphology/readFile.node';
import { CORPUS, describeCorpus } from '../support/corpus';
import { testHdf5Client } from '../support/hdf5';

const FILTRATIONS = ['radial_distances', 'path_distances', 'section_branch_orders'] as const;

type Pairs = readonly (readonly [number, number])[];

interface TmdRecord {
  readonly file: string;
  readonly loader: 'morphio' | 'tmd';
  readonly ok: boolean;
  /** By type and neurite; a text `ERR …` where TMD raises. */
  readonly neurites: Readonly<Record<string, readonly Readonly<Record<string, Pairs | string>>[]>>;
}

/** µm. */
const TOLERANCE = 1e-4;

function records(): readonly TmdRecord[] {
  return readFileSync(path.join(CORPUS ?? '', '..', 'truth', 'tmd.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as TmdRecord)
    .filter(({ loader, ok }) => loader === 'morphio' && ok);
}

function areNear(ours: Pairs, theirs: Pairs): boolean {
  return (
    ours.length === theirs.length &&
    theirs.every(([a, b], i) => Math.abs(a - ours[i]![0]) <= TOLERANCE && Math.abs(b - ours[i]![1]) <= TOLERANCE)
  );
}

describeCorpus('persistence barcodes against TMD', () => {
  it('agrees on every bar of every neurite', async function () {
    this.timeout(120_000);
    const client = testHdf5Client();
    const differences: string[] = [];
    let [files, bars, single] = [0, 0, 0];
    try {
      for (const record of records()) {
        const read = await readMorphologyFile(path.join(CORPUS ?? '', record.file), () => client);
        const morphology = read.kind === 'morphology' ? read.reading.morphology : undefined;
        if (!morphology) {
          differences.push(`${record.file}: cannot be read`);
          continue;
        }
        files++;
        const barcode = persistenceBarcode(morphology);
        const neurites = Object.entries(barcode).map(([type, list]) => [type, list.length]);
        const expected = Object.entries(record.neurites).map(([type, list]) => [type, list.length]);
        if (JSON.stringify(neurites.sort()) !== JSON.stringify(expected.sort())) {
          differences.push(`${record.file}: neurites ${JSON.stringify(neurites)}, TMD ${JSON.stringify(expected)}`);
          continue;
        }
        for (const [type, list] of Object.entries(record.neurites)) {
          for (const [neurite, truth] of list.entries()) {
            for (const filtration of FILTRATIONS) {
              const ours = barPairs(barcode[type]![neurite]![filtration]);
              const theirs = truth[filtration];
              // Orders are not in every record.
              if (theirs === undefined) continue;
              if (typeof theirs === 'string') {
                // TMD raises over a neurite of a single point: ours has one bar without length.
                single++;
                assert.deepEqual(ours, [[0, 0]], `${record.file}: ${theirs}`);
                continue;
              }
              bars += theirs.length;
              if (!areNear(ours, theirs)) {
                differences.push(
                  `${record.file}: ${type} ${neurite} ${filtration}: ${JSON.stringify(ours.slice(0, 5))}, TMD ${JSON.stringify(theirs.slice(0, 5))}`,
                );
              }
            }
          }
        }
      }
    } finally {
      await client.dispose();
    }
    console.log(`${files} files, ${bars} bars of TMD's compared, ${differences.length} disagreements`);
    console.log(`  exception: ${single} barcodes of neurites of a single point, over which TMD raises an IndexError`);
    assert.deepEqual(differences, []);
    assert.ok(files > 100);
  });
});
