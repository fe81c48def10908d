import assert from 'node:assert/strict';
import type { Hdf5Description, Hdf5NewDataset, Hdf5NewGroup } from '../../formats/hdf5/description';
import { readH5Morphology } from '../../formats/morphology/h5/read';
import type { MorphologyReading } from '../../formats/morphology/problem';
import { MemoryHdf5File } from '../support/hdf5Memory';

const table = (columns: number, ...rows: readonly (readonly number[])[]): Hdf5NewDataset => ({
  values: Float64Array.from(rows.flat()),
  shape: [rows.length, columns],
});

/** A soma of three points, a section of three points, and two children of two points. */
const points = table(
  4,
  ...[
    [0, 0, 0, 2],
    [1, 0, 0, 2],
    [0, 1, 0, 2],
  ],
  ...[
    [0, 5, 0, 1],
    [0, 6, 0, 1],
    [0, 7, 0, 1],
  ],
  ...[
    [0, 7, 0, 1],
    [1, 8, 0, 0.5],
  ],
  ...[
    [0, 7, 0, 1],
    [-1, 8, 0, 0.5],
  ],
);
const structure = table(3, [0, 1, -1], [3, 3, 0], [6, 3, 1], [8, 3, 1]);
const metadata = (minor = 3, family = 0): Hdf5NewGroup => ({
  attributes: [
    { name: 'version', values: Uint32Array.of(1, minor) },
    { name: 'cell_family', values: Uint32Array.of(family) },
  ],
});
const cell = (
  changes: Readonly<Record<string, Hdf5NewDataset>> = {},
  groups: Hdf5Description['groups'] = {},
): Hdf5Description => ({
  groups: { metadata: metadata(), ...groups },
  datasets: { points, structure, ...changes },
});

async function read(description: Hdf5Description): Promise<MorphologyReading> {
  const found = await readH5Morphology(new MemoryHdf5File(description));
  return found.kind === 'morphology' ? found.reading : assert.fail(`read as ${found.kind}`);
}

const codesOf = ({ problems }: MorphologyReading) => problems.map(({ code }) => code.replace('morph/', ''));

describe('h5 morphologies', () => {
  it('have the sections of structure without the soma, in the order of the file', async () => {
    const { morphology, refused, problems } = await read(cell());
    assert.deepEqual(problems, []);
    assert.equal(refused, false);
    assert.deepEqual(morphology?.version, ['h5', 1, 3]);
    assert.deepEqual([...morphology.sections.offsets], [0, 3, 5, 7]);
    assert.deepEqual([...morphology.sections.parents], [-1, 0, 0]);
    assert.deepEqual([...morphology.points.slice(0, 6)], [0, 5, 0, 0, 6, 0]);
    assert.deepEqual([...morphology.diameters], [1, 1, 1, 1, 0.5, 1, 0.5]);
    assert.equal(morphology.soma.type, 'SOMA_SIMPLE_CONTOUR');
    assert.deepEqual([...morphology.soma.points], [0, 0, 0, 1, 0, 0, 0, 1, 0]);
  });

  it('may have 64-bit integers, and no metadata in version 1.0', async () => {
    const wide = { values: BigInt64Array.from([0n, 1n, -1n, 3n, 2n, 0n]), shape: [2, 3] };
    const { morphology, problems } = await read({ datasets: { points, structure: wide } });
    assert.deepEqual(problems, []);
    assert.deepEqual(morphology?.version, ['h5', 1, 0]);
    assert.deepEqual([...morphology.sections.types], [2]);
  });

  it('have a soma by its number of points', async () => {
    const somaOf = async (count: number) => {
      const reading = await read(cell({ structure: table(3, [0, 1, -1], [count, 3, 0]) }));
      return [reading.morphology?.soma.type, ...codesOf(reading)];
    };
    assert.deepEqual(await somaOf(0), ['SOMA_UNDEFINED', 'no-soma-found']);
    assert.deepEqual(await somaOf(1), ['SOMA_SINGLE_POINT', 'single-point-contour']);
    assert.deepEqual(await somaOf(2), ['SOMA_UNDEFINED']);
    assert.deepEqual(await somaOf(3), ['SOMA_SIMPLE_CONTOUR']);
  });

  it('may be a soma alone', async () => {
    const { morphology, problems } = await read(cell({ structure: table(3, [0, 1, -1]) }));
    assert.deepEqual(problems, []);
    assert.equal(morphology?.sections.count, 0);
    assert.equal(morphology.soma.diameters.length, 10);
  });

  const refusals: readonly (readonly [code: string, description: Hdf5Description])[] = [
    ['missing-datasets', { datasets: { points } }],
    ['h5v2-unsupported', { groups: { neuron1: {} } }],
    ['metadata-without-version', { groups: { metadata: {} }, datasets: { points, structure } }],
    ['unsupported-version', cell({}, { metadata: metadata(4) })],
    ['wrong-rank', cell({ points: { values: new Float32Array(40) } })],
    ['wrong-columns', cell({ points: table(3, [0, 0, 0]) })],
    ['wrong-columns', cell({ structure: table(2, [0, 1]) })],
    ['unreadable-dataset', cell({ structure: { values: ['a', 'b', 'c'], shape: [1, 3] } })],
    ['empty-structure', cell({ structure: table(3), points: table(4) })],
    ['soma-not-first', cell({ structure: table(3, [0, 2, -1], [5, 1, -1]) })],
    ['several-soma-rows', cell({ structure: table(3, [0, 1, -1], [3, 3, 0], [6, 1, 0]) })],
    ['unsupported-section-type', cell({ structure: table(3, [0, 1, -1], [3, 20, 0]) })],
    ['unsupported-section-type', cell({ structure: table(3, [0, 1, -1], [3, 0, 0]) })],
    ['glia-without-perimeters', cell({}, { metadata: metadata(1, 1) })],
    ['wrong-rank', cell({ perimeters: table(1, [1]) })],
    ['organelle-layout', cell({}, { organelles: { groups: { mitochondria: {} } } })],
    ['organelle-layout', cell({ structure: table(3, [3, 2, -1]) }, { metadata: metadata(3, 2) })],
  ];
  for (const [code, description] of refusals) {
    it(`are refused: ${code}`, async () => {
      const reading = await read(description);
      assert.equal(reading.refused, true);
      assert.ok(codesOf(reading).includes(code), codesOf(reading).join(', '));
    });
  }

  it('are refused with the row and the section that are wrong', async () => {
    const { problems, morphology } = await read(cell({ structure: table(3, [0, 1, -1], [3, 3, 0], [6, 42, 1]) }));
    assert.deepEqual(problems[0]?.place, { path: '/structure', row: 2, section: 1 });
    assert.match(problems[0].message, /type 42/);
    assert.equal(morphology?.sections.count, 2);
  });

  it('are warned about where MorphIO says nothing', async () => {
    const warned = async (rows: readonly (readonly number[])[]) => {
      const reading = await read(cell({ structure: table(3, [0, 1, -1], ...rows) }));
      assert.equal(reading.refused, false);
      return { codes: codesOf(reading), parents: [...(reading.morphology?.sections.parents ?? [])] };
    };
    assert.deepEqual(
      await warned([
        [3, 3, 0],
        [6, 3, 9],
      ]),
      { codes: ['parent-out-of-range'], parents: [-1, -1] },
    );
    assert.deepEqual(await warned([[3, 3, -1]]), { codes: ['parent-out-of-range'], parents: [-1] });
    assert.deepEqual(await warned([[3, 3, 1]]), { codes: ['cyclic-parents'], parents: [-1] });
    assert.deepEqual(
      await warned([
        [3, 3, 2],
        [6, 3, 1],
      ]),
      { codes: ['cyclic-parents'], parents: [-1, 0] },
    );
    assert.deepEqual(
      await warned([
        [3, 3, 0],
        [3, 3, 1],
      ]),
      { codes: ['offsets-not-increasing'], parents: [-1, 0] },
    );
    assert.deepEqual(
      await warned([
        [3, 3, 0],
        [99, 3, 1],
      ]),
      { codes: ['offsets-not-increasing'], parents: [-1, 0] },
    );
  });

  it('are put in order where a parent stands after its child', async () => {
    const reading = await read(cell({ structure: table(3, [0, 1, -1], [3, 3, 2], [6, 4, 0], [8, 2, 1]) }));
    assert.deepEqual(codesOf(reading), ['parent-row-after-child']);
    const { sections, diameters } = reading.morphology ?? assert.fail();
    assert.deepEqual([...sections.types], [4, 3, 2]);
    assert.deepEqual([...sections.parents], [-1, 0, 1]);
    assert.deepEqual([...sections.offsets], [0, 2, 5, 7]);
    assert.deepEqual([...diameters], [1, 0.5, 1, 1, 1, 1, 0.5]);
    // Row 1 of the file has become the section 1.
    assert.equal(reading.problems[0]?.place.section, 1);
  });

  it('survive a million sections in one chain, and in one circle', async function () {
    this.timeout(20_000);
    const count = 1_000_000;
    for (const first of [-1, count - 1]) {
      const rows = new Int32Array(count * 3);
      for (let i = 0; i < count; i++) {
        rows[3 * i] = i;
        rows[3 * i + 1] = 3;
        rows[3 * i + 2] = i === 0 ? first : i - 1;
      }
      const reading = await read({
        datasets: {
          points: { values: new Float32Array(count * 4), shape: [count, 4] },
          structure: { values: rows, shape: [count, 3] },
        },
      });
      assert.equal(reading.morphology?.sections.count, count);
      assert.deepEqual(codesOf(reading), first === -1 ? ['no-soma-found'] : ['no-soma-found', 'cyclic-parents']);
    }
  });

  it('name values that are no numbers', async () => {
    const reading = await read(
      cell({ points: { values: Float32Array.from(points.values as Float64Array).fill(NaN, 13, 14), shape: [10, 4] } }),
    );
    assert.deepEqual(codesOf(reading), ['not-finite']);
    assert.equal(reading.problems[0]?.message, 'Row 3 of /points has the y NaN: a number is expected.');
  });

  it('leave perimeters out that are too few', async () => {
    const reading = await read(cell({ perimeters: { values: new Float32Array(3) } }));
    assert.deepEqual(codesOf(reading), ['perimeters-size']);
    assert.equal(reading.morphology?.perimeters, undefined);
  });

  it('that are an empty file, or hold other data, are named', async () => {
    const titleOf = async (description: Hdf5Description) => {
      const found = await readH5Morphology(new MemoryHdf5File(description));
      assert.equal(found.kind, 'other');
      assert.deepEqual(
        found.problems.map(({ code }) => code),
        ['morph/not-a-morphology'],
      );
      return found.summary.title;
    };
    assert.equal(await titleOf({}), 'Empty HDF5 group');
    assert.equal(await titleOf({ groups: { nodes: { groups: { A: {} } } } }), 'SONATA nodes file');
    assert.equal(await titleOf({ attributes: [{ name: 'nwb_version', values: '2.5.0' }] }), 'NWB recording');
    assert.equal(
      await titleOf({ datasets: { voltage: { values: new Float32Array(3) } } }),
      'HDF5 file of another kind',
    );
  });
});
