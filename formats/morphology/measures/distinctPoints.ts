/** The points [n, 3] without those that stood before: the same three numbers, 0 and −0 alike. */
export function distinctPoints(points: Float32Array): Float32Array {
  const count = Math.floor(points.length / 3);
  // + 0 makes 0 of −0, so that the same numbers have the same bits.
  const clean = new Float32Array(3 * count);
  for (let i = 0; i < clean.length; i++) clean[i] = (points[i] ?? 0) + 0;
  const bits = new Int32Array(clean.buffer);
  let size = 4;
  while (size < 2 * count) size *= 2;
  // Open addressing: index of a kept point + 1, 0 where nothing is.
  const table = new Uint32Array(size);
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const x = bits[3 * i] ?? 0;
    const y = bits[3 * i + 1] ?? 0;
    const z = bits[3 * i + 2] ?? 0;
    let hash = Math.imul(x, 0x9e3779b1) ^ Math.imul(y ^ (y >>> 15), 0x85ebca77) ^ Math.imul(z ^ (z >>> 13), 0xc2b2ae3d);
    hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
    let slot = (hash ^ (hash >>> 15)) & (size - 1);
    let other = table[slot] ?? 0;
    while (other > 0) {
      const at = 3 * (other - 1);
      if (bits[at] === x && bits[at + 1] === y && bits[at + 2] === z) break;
      slot = (slot + 1) & (size - 1);
      other = table[slot] ?? 0;
    }
    if (other > 0) continue;
    table[slot] = kept + 1;
    bits[3 * kept] = x;
    bits[3 * kept + 1] = y;
    bits[3 * kept + 2] = z;
    kept++;
  }
  return clean.subarray(0, 3 * kept);
}
