import { NO_SOMA, type Morphology, type SomaType } from '../../formats/morphology/model';

/** x, y, z, diameter in µm. */
export type Sample = readonly [number, number, number, number];

export interface MinimalSection {
  /** −1 for a root section. */
  readonly parent: number;
  /** 3 (basal dendrite) where it is not given. */
  readonly type?: number;
  readonly points: readonly Sample[];
}

/** A morphology from what a test says of it. */
export function minimalMorphology(
  sections: readonly MinimalSection[],
  soma?: { readonly type: SomaType; readonly points: readonly Sample[] },
): Morphology {
  const samples = sections.flatMap(({ points }) => points);
  const offsets = [0];
  for (const { points } of sections) offsets.push(offsets.at(-1)! + points.length);
  return {
    format: 'swc',
    version: ['swc', 1, 0],
    family: 'neuron',
    points: coordinates(samples),
    diameters: diameters(samples),
    sections: {
      count: sections.length,
      offsets: Uint32Array.from(offsets),
      types: Uint8Array.from(sections, ({ type }) => type ?? 3),
      parents: Int32Array.from(sections, ({ parent }) => parent),
    },
    soma: soma
      ? {
          type: soma.type,
          points: coordinates(soma.points),
          diameters: diameters(soma.points),
          lines: new Uint32Array(soma.points.length),
        }
      : NO_SOMA,
    markers: [],
    organelles: {},
    metadata: [],
    lines: new Uint32Array(samples.length),
  };
}

function coordinates(samples: readonly Sample[]): Float32Array {
  return Float32Array.from(samples.flatMap(([x, y, z]) => [x, y, z]));
}

function diameters(samples: readonly Sample[]): Float32Array {
  return Float32Array.from(samples, ([, , , diameter]) => diameter);
}

/**
 * A dendrite like a Y, in a plane, with diameters of 2 µm: a stem of 10 µm up from the soma's centre, a branch of
 * 5 µm to the right and one of 5 + 6 µm to the left.
 */
export function yShaped(type = 3): Morphology {
  return minimalMorphology(
    [
      {
        parent: -1,
        type,
        points: [
          [0, 0, 0, 2],
          [0, 10, 0, 2],
        ],
      },
      {
        parent: 0,
        type,
        points: [
          [0, 10, 0, 2],
          [3, 14, 0, 2],
        ],
      },
      {
        parent: 0,
        type,
        points: [
          [0, 10, 0, 2],
          [-3, 14, 0, 2],
          [-3, 20, 0, 2],
        ],
      },
    ],
    { type: 'SOMA_SINGLE_POINT', points: [[0, 0, 0, 8]] },
  );
}
