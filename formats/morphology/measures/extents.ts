import { distinctPoints } from './distinctPoints';

/**
 * Extents of points [n, 3] along the principal directions of their covariance, the greatest first, in the points'
 * unit. Points that stand more than once count once. NaN where there are fewer than two. Source: NeuroM 4.0.4,
 * `principal_direction_extent` (`neurom/morphmath.py`).
 */
export function principalExtents(points: Float32Array): readonly [number, number, number] {
  const distinct = distinctPoints(points);
  const count = distinct.length / 3;
  if (count < 2) return [NaN, NaN, NaN];
  let [meanX, meanY, meanZ] = [0, 0, 0];
  for (let i = 0; i < distinct.length; i += 3) {
    meanX += distinct[i] ?? 0;
    meanY += distinct[i + 1] ?? 0;
    meanZ += distinct[i + 2] ?? 0;
  }
  meanX /= count;
  meanY /= count;
  meanZ /= count;
  let [xx, xy, xz, yy, yz, zz] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < distinct.length; i += 3) {
    const x = (distinct[i] ?? 0) - meanX;
    const y = (distinct[i + 1] ?? 0) - meanY;
    const z = (distinct[i + 2] ?? 0) - meanZ;
    xx += x * x;
    xy += x * y;
    xz += x * z;
    yy += y * y;
    yz += y * z;
    zz += z * z;
  }
  const extents = eigenvectors(xx, xy, xz, yy, yz, zz).map(([a, b, c]) => {
    let least = Infinity;
    let greatest = -Infinity;
    for (let i = 0; i < distinct.length; i += 3) {
      const along =
        a * ((distinct[i] ?? 0) - meanX) + b * ((distinct[i + 1] ?? 0) - meanY) + c * ((distinct[i + 2] ?? 0) - meanZ);
      if (along < least) least = along;
      if (along > greatest) greatest = along;
    }
    return greatest - least;
  });
  const [first = NaN, second = NaN, third = NaN] = extents.sort((one, two) => two - one);
  return Number.isFinite(first) ? [first, second, third] : [NaN, NaN, NaN];
}

type Vector = readonly [number, number, number];

/** Jacobi's method: turns the symmetric matrix in one plane after another until nothing is left beside the diagonal. */
const SWEEPS = 50;

/** Eigenvectors of a symmetric matrix, in no order. */
function eigenvectors(xx: number, xy: number, xz: number, yy: number, yz: number, zz: number): readonly Vector[] {
  const matrix = Float64Array.of(xx, xy, xz, xy, yy, yz, xz, yz, zz);
  const vectors = Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1);
  const at = (values: Float64Array, row: number, column: number): number => values[3 * row + column] ?? 0;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const beside = Math.abs(at(matrix, 0, 1)) + Math.abs(at(matrix, 0, 2)) + Math.abs(at(matrix, 1, 2));
    if (beside === 0 || !Number.isFinite(beside)) break;
    for (const [p, q] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      const value = at(matrix, p, q);
      if (value === 0) continue;
      const theta = (at(matrix, q, q) - at(matrix, p, p)) / (2 * value);
      const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
      const cosine = 1 / Math.hypot(tangent, 1);
      const sine = tangent * cosine;
      for (let k = 0; k < 3; k++) {
        const a = at(matrix, k, p);
        const b = at(matrix, k, q);
        matrix[3 * k + p] = cosine * a - sine * b;
        matrix[3 * k + q] = sine * a + cosine * b;
      }
      for (let k = 0; k < 3; k++) {
        const a = at(matrix, p, k);
        const b = at(matrix, q, k);
        matrix[3 * p + k] = cosine * a - sine * b;
        matrix[3 * q + k] = sine * a + cosine * b;
      }
      // Rounding leaves a trace that would keep the sweeps going.
      matrix[3 * p + q] = 0;
      matrix[3 * q + p] = 0;
      for (let k = 0; k < 3; k++) {
        const a = at(vectors, k, p);
        const b = at(vectors, k, q);
        vectors[3 * k + p] = cosine * a - sine * b;
        vectors[3 * k + q] = sine * a + cosine * b;
      }
    }
  }
  return [0, 1, 2].map((column) => [at(vectors, 0, column), at(vectors, 1, column), at(vectors, 2, column)] as const);
}
