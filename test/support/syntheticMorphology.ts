/** Morphologies that are made, not measured: any number of points, the same for the same seed. */
import type { Morphology } from '../../formats/morphology/model';

/** A tree that forks every 20 points, with axon, basal and apical dendrites around a spherical soma of 6 µm. */
export function syntheticMorphology(points: number, seed = 1): Morphology {
  const next = randomNumbers(seed);
  const perSection = 20;
  const count = Math.max(3, Math.floor(points / perSection));
  const total = count * perSection;
  const coordinates = new Float32Array(total * 3);
  const diameters = new Float32Array(total);
  const offsets = Uint32Array.from({ length: count + 1 }, (_, i) => i * perSection);
  const types = new Uint8Array(count);
  const parents = new Int32Array(count);
  // Depth-first with a stack: each section takes the next number, then its two children.
  const stack: { parent: number; type: number; depth: number; direction: readonly number[] }[] = [
    { parent: -1, type: 4, depth: 0, direction: [0, 1, 0] },
    { parent: -1, type: 3, depth: 0, direction: [1, -0.3, 0.2] },
    { parent: -1, type: 2, depth: 0, direction: [0.1, -1, 0] },
  ];
  for (let section = 0; section < count; section++) {
    // Where a branch has come to its end, a new neurite begins.
    const { parent, type, depth, direction } = stack.pop() ?? {
      parent: -1,
      type: 3,
      depth: 0,
      direction: [next() - 0.5, next() - 0.5, next() - 0.5],
    };
    types[section] = type;
    parents[section] = parent;
    const start = section * perSection;
    const from = parent < 0 ? -1 : (parent + 1) * perSection - 1;
    const at = [0, 1, 2].map((axis) => (from < 0 ? 3 * (direction[axis] ?? 0) : (coordinates[from * 3 + axis] ?? 0)));
    const heading = [...direction];
    const diameter = Math.max(0.3, 3 * 0.8 ** depth);
    for (let i = 0; i < perSection; i++) {
      for (let axis = 0; axis < 3; axis++) {
        if (i > 0) at[axis] = (at[axis] ?? 0) + 2 * (heading[axis] ?? 0) + (next() - 0.5);
        coordinates[(start + i) * 3 + axis] = at[axis] ?? 0;
      }
      diameters[start + i] = diameter * (1 - 0.2 * (i / perSection));
    }
    const left = count - section - 1 - stack.length;
    if (left >= 2 && depth < 14) {
      for (let child = 0; child < 2; child++) {
        const turned = heading.map((value) => value + (next() - 0.5) * 1.4);
        const length = Math.hypot(...turned) || 1;
        stack.push({ parent: section, type, depth: depth + 1, direction: turned.map((value) => value / length) });
      }
    }
  }
  return {
    format: 'swc',
    version: ['swc', 1, 0],
    family: 'neuron',
    points: coordinates,
    diameters,
    sections: { count, offsets, types, parents },
    soma: {
      type: 'SOMA_SINGLE_POINT',
      points: new Float32Array(3),
      diameters: Float32Array.of(12),
      lines: Uint32Array.of(0),
    },
    markers: [],
    organelles: {},
    metadata: [],
    lines: Uint32Array.from({ length: total }, (_, i) => i + 1),
  };
}

/** Numbers from 0 to 1 (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
