/** How fast h5py reads the same slabs, where Python has it. */
import { spawnSync } from 'node:child_process';

const SCRIPT = `
import json, sys, time
import h5py
file, dataset, slabs = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
rounds = []
for _ in range(3):
    with h5py.File(file, "r") as opened:
        values = opened[dataset]
        times = []
        for (top, bottom), (left, right) in slabs:
            start = time.perf_counter()
            values[top:bottom, left:right]
            times.append(1000 * (time.perf_counter() - start))
        rounds.append(times)
print(json.dumps(rounds[1:]))
`;

/** @returns ms a slab of two rounds after one that warms up; undefined where there is no h5py */
export function h5pyTimes(
  file: string,
  dataset: string,
  slabs: readonly (readonly { readonly start: number; readonly end: number }[])[],
): readonly number[] | undefined {
  const places = JSON.stringify(slabs.map((slab) => slab.map(({ start, end }) => [start, end])));
  const python = (...more: readonly string[]) => spawnSync('python3', ['-c', ...more], { encoding: 'utf8' });
  if (python('import h5py').status !== 0) return undefined;
  const { status, stdout, stderr } = python(SCRIPT, file, dataset, places);
  if (status !== 0) throw new Error(`h5py fails: ${stderr}`);
  return (JSON.parse(stdout) as number[][]).flat();
}
