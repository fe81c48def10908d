/**
 * On which side of a plane a point lies, decided without error: a sign from doubles where it is beyond their rounding,
 * else from whole numbers of any size. Coordinates of single precision become such numbers by a power of two.
 */

/** The least step between two numbers of single precision is 2^−149. */
const SCALE = 2 ** 149;

/** Greatest error of the determinant in doubles, over the cube of the greatest difference of coordinates. */
const ROUNDING = 2e-14;

/** @returns below this size the sign of a determinant of points with such an extent is not sure */
export function doubtBelow(extent: number): number {
  return ROUNDING * extent ** 3;
}

/** Sign (−1, 0, 1) of the determinant of b − a, c − a and p − a, for indices of points [n, 3]. */
export function exactOrientation(points: Float32Array, a: number, b: number, c: number, p: number): number {
  const [ax, ay, az] = whole(points, a);
  const [bx, by, bz] = whole(points, b);
  const [cx, cy, cz] = whole(points, c);
  const [px, py, pz] = whole(points, p);
  const [ux, uy, uz] = [bx - ax, by - ay, bz - az];
  const [vx, vy, vz] = [cx - ax, cy - ay, cz - az];
  const determinant =
    (uy * vz - uz * vy) * (px - ax) + (uz * vx - ux * vz) * (py - ay) + (ux * vy - uy * vx) * (pz - az);
  return determinant > 0n ? 1 : determinant < 0n ? -1 : 0;
}

function whole(points: Float32Array, index: number): readonly [bigint, bigint, bigint] {
  return [
    BigInt((points[3 * index] ?? 0) * SCALE),
    BigInt((points[3 * index + 1] ?? 0) * SCALE),
    BigInt((points[3 * index + 2] ?? 0) * SCALE),
  ];
}
