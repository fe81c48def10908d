import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Hdf5Client } from '../../formats/hdf5/client.node';
import { openH5Morphology } from '../../formats/morphology/h5/read';
import type { H5OtherReading } from '../../formats/morphology/h5/reading';
import type { Morphology } from '../../formats/morphology/model';
import type { MorphologyReading } from '../../formats/morphology/problem';
import { corpusFiles, CORPUS, describeCorpus } from '../support/corpus';
import { testHdf5Client } from '../support/hdf5';
import {
  AgreementTable,
  compareWithRecord,
  corpusPath,
  morphioRecords,
  type MorphioRecord,
} from '../support/morphologyTruth';

/** Of a soma of many points the record has the number only. */
function withSomaPoints(record: MorphioRecord, morphology: Morphology | undefined): MorphioRecord {
  const expected: unknown = record.soma_points;
  if (typeof expected !== 'number' || !morphology) return record;
  const { points, diameters } = morphology.soma;
  assert.equal(diameters.length, expected, record.file);
  return { ...record, soma_points: [[...points]], soma_diameters: [...diameters] };
}

describeCorpus('h5 morphologies of the corpus', function () {
  this.timeout(60_000);
  let client: Hdf5Client;
  before(() => (client = testHdf5Client()));
  after(() => client.dispose());

  const cellOf = async (file: string, group = '/'): Promise<MorphologyReading> => {
    const read = await openH5Morphology(client, corpusPath(file), { group });
    return read.kind === 'morphology' ? read.reading : assert.fail(`${file} is read as ${read.kind}`);
  };
  const otherOf = async (file: string): Promise<H5OtherReading> => {
    const read = await openH5Morphology(client, corpusPath(file));
    return read.kind === 'morphology' ? assert.fail(`${file} is read as a morphology`) : read;
  };
  const morphologyOf = async (file: string): Promise<Morphology> => {
    const { morphology, problems } = await cellOf(file);
    return morphology ?? assert.fail(JSON.stringify(problems));
  };

  it('agree with MorphIO', async () => {
    const table = new AgreementTable('h5');
    for (const record of morphioRecords('h5')) {
      const read = await openH5Morphology(client, corpusPath(record.file));
      if (read.kind !== 'morphology' && read.kind !== 'other') {
        // MorphIO reads each file as one cell: what it refuses here has its own kind and no error.
        assert.equal(record.ok, false, record.file);
        assert.deepEqual(read.problems, [], record.file);
        continue;
      }
      const reading = read.kind === 'morphology' ? read.reading : { ...read, morphology: undefined };
      table.add(record.file, compareWithRecord(reading, withSomaPoints(record, reading.morphology)));
    }
    console.log(table.toString());
    assert.deepEqual(table.failures(), []);
  });

  it('have the rows, types and families that h5py finds', async () => {
    const lines = readFileSync(path.join(CORPUS ?? '', 'morphology/expected.tsv'), 'utf8')
      .split('\n')
      .slice(1);
    const facts = new Map<string, Map<string, string>>();
    for (const line of lines) {
      const [file = '', fact = '', value = ''] = line.split('\t');
      if (file.endsWith('.h5')) facts.set(file, (facts.get(file) ?? new Map<string, string>()).set(fact, value));
    }
    assert.ok(facts.size > 50);
    let compared = 0;
    for (const [file, expected] of facts) {
      const read = await openH5Morphology(client, corpusPath(file));
      if (read.kind !== 'morphology' || read.reading.refused || !read.reading.morphology) continue;
      const { morphology } = read.reading;
      const { soma, sections, diameters } = morphology;
      // A row of the soma may have no points.
      const somaRows = Number(expected.get('structure_rows')?.split('x')[0]) - sections.count;
      assert.ok(somaRows === 1 || (somaRows === 0 && soma.diameters.length === 0), file);
      const found: Record<string, string> = {
        points_rows: `${soma.diameters.length + diameters.length}x4`,
        points: String(diameters.length),
        soma_points: String(soma.diameters.length),
        cell_family: morphology.family.toUpperCase(),
      };
      for (const [fact, value] of expected) {
        if (!(fact in found)) continue;
        assert.equal(found[fact], value, `${file}: ${fact}`);
        compared++;
      }
    }
    assert.ok(compared >= 50, `${compared} facts`);
  });

  it('are refused with a reason only where the manifest expects it, or MorphIO does', async () => {
    const refused: string[] = [];
    for (const file of corpusFiles('morphology-h5', 'morphology-glia', 'morphology-organelle', 'morphology-spine-h5')) {
      const read = await openH5Morphology(client, file.file);
      const reading = read.kind === 'morphology' ? read.reading : read;
      if (!reading.refused) continue;
      assert.ok(reading.problems.some(({ level }) => level === 'error'));
      if (file.expected.startsWith('valid') && !file.expected.startsWith('valid-or-error')) refused.push(file.path);
    }
    const known = new Set(morphioRecords('h5').flatMap(({ ok, file }) => (ok ? [] : [file])));
    assert.deepEqual(
      refused.filter((file) => !known.has(file)),
      [],
    );
  });

  it('of glia have perimeters, one for each point', async () => {
    const { family, perimeters, diameters } = await morphologyOf(
      'morphology/glia/morphology-documentation/h5v1_glia.h5',
    );
    assert.equal(family, 'glia');
    assert.ok(diameters.length > 3000);
    assert.equal(perimeters?.length, diameters.length);
  });

  it('have mitochondria, endoplasmic reticulum and postsynaptic densities', async () => {
    const { organelles } = await morphologyOf('morphology/organelle/morphio/v1/endoplasmic-reticulum.h5');
    const reticulum = organelles.endoplasmicReticulum;
    assert.deepEqual([...(reticulum?.sections ?? [])], [1, 4, 5]);
    assert.deepEqual([...(reticulum?.filamentCounts ?? [])], [12, 42, 8]);
    assert.deepEqual([...(reticulum?.volumes ?? [])], [10.55, 47.12, 0.83].map(Math.fround));
    const { mitochondria } = (await morphologyOf('morphology/organelle/morphio/v1/mitochondria.h5')).organelles;
    assert.deepEqual([...(mitochondria?.parents ?? [])], [-1, 0, -1]);
    const density = (await morphologyOf('morphology/organelle/morphio/v1/simple-dendritric-spine.h5')).organelles
      .postsynapticDensity;
    assert.deepEqual([...(density?.sections ?? [])], [1, 2]);
    assert.deepEqual([...(density?.offsets ?? [])], [0.8525, 0.9].map(Math.fround));
  });

  it('of old versions are refused with what to do', async () => {
    const { problems, refused } = await cellOf('morphology/h5/tmd/sample_v2.h5');
    assert.equal(refused, true);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['morph/h5v2-unsupported'],
    );
    assert.match(problems[0]!.message, /Convert it/);
  });

  it('in a container are listed, and read one by one', async () => {
    const { kind, members, refused } = await otherOf('morphology/h5/morphio/v1/merged.h5');
    assert.equal(kind, 'container');
    assert.equal(refused, false);
    assert.ok(members.includes('/simple'));
    for (const member of members) await cellOf('morphology/h5/morphio/v1/merged.h5', member);
    const { morphology } = await cellOf('morphology/h5/morphio/v1/merged.h5', '/simple');
    assert.equal(morphology?.sections.count, 6);
  });

  it('with spines, and vessels, are summarised', async () => {
    for (const { path: file } of corpusFiles('morphology-with-spines-h5')) {
      const { kind, members, problems } = await otherOf(file);
      assert.equal(kind, 'spines', file);
      assert.deepEqual(problems, []);
      assert.ok(members.length > 0);
      for (const member of members) assert.equal((await cellOf(file, member)).refused, false, `${file}: ${member}`);
    }
    const { summary } = await otherOf('morphology/spines/morph-spines/single_neuron_spines_centered.h5');
    assert.equal(summary.facts.find(({ label }) => label === 'Spine meshes')?.value, '4');
    const vessels = await otherOf('morphology/vasculature/morphio/vasculature2.h5');
    assert.equal(vessels.kind, 'vasculature');
    assert.deepEqual(
      vessels.summary.facts.slice(0, 3).map(({ label, value }) => `${label} ${value}`),
      ['Sections 27', 'Points 924', 'Connections 12'],
    );
  });

  it('that are something else are named', async () => {
    const titles = new Map<string, string>();
    for (const { path: file, format } of corpusFiles(
      'sonata-nodes-h5',
      'sonata-edges-h5',
      'sonata-spikes-h5',
      'sonata-report-h5',
      'nwb',
    )) {
      if (titles.has(format)) continue;
      const { kind, summary, problems } = await otherOf(file);
      assert.equal(kind, 'other', file);
      assert.deepEqual(
        problems.map(({ code }) => code),
        ['morph/not-a-morphology'],
      );
      titles.set(format, summary.title);
    }
    assert.deepEqual(Object.fromEntries(titles), {
      'sonata-nodes-h5': 'SONATA nodes file',
      'sonata-edges-h5': 'SONATA edges file',
      'sonata-spikes-h5': 'SONATA spikes file',
      'sonata-report-h5': 'SONATA report',
      nwb: 'NWB recording',
    });
  });
});
