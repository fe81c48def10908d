import assert from 'node:assert/strict';
import { fileKind } from '../../formats/hdf5/fileKind';
import type { Hdf5Description } from '../../formats/hdf5/description';
import { MemoryHdf5File } from '../support/hdf5Memory';

const ids = (count: number) => ({ values: new BigInt64Array(count) });

async function kindOf(description: Hdf5Description): Promise<readonly [kind: string, title: string]> {
  const { kind, title } = await fileKind(new MemoryHdf5File(description));
  return [kind, title.replaceAll('\u202f', ' ')];
}

describe('what an HDF5 file is', () => {
  it('a recording, of either generation of NWB', async () => {
    const two = { attributes: [{ name: 'nwb_version', values: '2.5.0' }] };
    assert.deepEqual(await kindOf(two), ['nwb', 'NWB 2.5.0']);
    const one = { datasets: { nwb_version: { values: ['NWB-1.0.5'] } } };
    assert.deepEqual(await kindOf(one), ['nwb', 'NWB 1.0.5']);
  });

  it('a morphology', async () => {
    const points = { values: new Float32Array(40), shape: [10, 4] };
    const structure = { values: new Int32Array(9), shape: [3, 3] };
    assert.deepEqual(await kindOf({ datasets: { points, structure } }), ['morphology', 'Morphology · 10 points']);
    const other = { values: new Float32Array(30), shape: [10, 3] };
    assert.equal((await kindOf({ datasets: { points: other, structure } }))[0], 'hdf5');
  });

  it('nodes of SONATA, of one population or several', async () => {
    const population = (count: number) => ({ datasets: { node_type_id: ids(count) } });
    const one = { groups: { nodes: { groups: { cortex: population(31_346) } } } };
    assert.deepEqual(await kindOf(one), ['sonata-nodes', 'SONATA nodes · cortex · 31 346 nodes']);
    const two = { groups: { nodes: { groups: { a: population(1), b: population(2) } } } };
    assert.deepEqual(await kindOf(two), ['sonata-nodes', 'SONATA nodes · 2 populations · 3 nodes']);
  });

  it('edges of SONATA, with what they join', async () => {
    const end = (name: string) => ({ ...ids(20), attributes: [{ name: 'node_population', values: name }] });
    const datasets = { edge_type_id: ids(20), source_node_id: end('thalamus'), target_node_id: end('cortex') };
    const described = { groups: { edges: { groups: { t__c__chemical: { datasets } } } } };
    assert.deepEqual(await kindOf(described), ['sonata-edges', 'SONATA edges · thalamus → cortex · 20 edges']);
  });

  it('spikes, as they are written now and as they were', async () => {
    const datasets = { timestamps: { values: Float64Array.of(1, 2) }, node_ids: ids(2) };
    const now = { groups: { spikes: { groups: { cortex: { datasets } } } } };
    assert.deepEqual(await kindOf(now), ['sonata-spikes', 'SONATA spikes · cortex · 2 spikes']);
    const before = { groups: { spikes: { datasets: { timestamps: { values: Float64Array.of(1) }, gids: ids(1) } } } };
    assert.deepEqual(await kindOf(before), ['sonata-spikes', 'SONATA spikes · spikes · 1 spike']);
  });

  it('a report', async () => {
    const population = {
      groups: { mapping: { datasets: { node_ids: ids(3) } } },
      datasets: { data: { values: new Float32Array(50), shape: [10, 5] } },
    };
    const kind = await fileKind(new MemoryHdf5File({ groups: { report: { groups: { cortex: population } } } }));
    assert.deepEqual([kind.kind, kind.title], ['sonata-report', 'SONATA report · cortex · 3 cells']);
    assert.deepEqual(kind.facts.slice(1), [
      { label: 'Frames', value: '10' },
      { label: 'Elements', value: '5' },
    ]);
  });

  it('a report from before SONATA', async () => {
    const described = {
      groups: { mapping: { datasets: { gids: ids(50) } } },
      datasets: { data: { values: new Float32Array(200), shape: [4, 50] } },
    };
    assert.deepEqual(await kindOf(described), ['sonata-report', 'Report before SONATA · 50 cells']);
  });

  it('weights of electrodes', async () => {
    const weights = { values: new Float64Array(8), shape: [4, 2] };
    const described = {
      groups: {
        electrodes: { groups: { cortex: { datasets: { scaling_factors: weights } } } },
        cortex: { datasets: { node_ids: ids(3), offsets: ids(4) } },
      },
    };
    assert.deepEqual(await kindOf(described), [
      'sonata-electrodes',
      'SONATA electrodes · cortex · 2 columns of weights',
    ]);
  });

  it('any other file, also one with a group that SONATA has', async () => {
    assert.deepEqual(await kindOf({}), ['hdf5', 'HDF5 · empty']);
    const graph = { groups: { nodes: { groups: { a: {} } }, edges: {} }, datasets: { x: { values: ['y'] } } };
    assert.deepEqual(await kindOf(graph), ['hdf5', 'HDF5 · 2 groups, 1 dataset']);
  });
});
