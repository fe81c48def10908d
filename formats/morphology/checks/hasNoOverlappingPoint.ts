import type { Morphology } from '../model';
import { pointName } from '../places';
import { topologyOf } from '../topology';
import { defineCheck } from './check';

export const hasNoOverlappingPoint = defineCheck({
  neuromName: 'has_no_overlapping_point',
  title: 'points at one place',
  shipped: false,
  criterion: 'no two points of a neurite lie at the same place',
  impliedBy: ['morph/duplicate-point'],
  documentation:
    'Two points of one neurite have the same coordinates. The point that a section shares with its parent counts once.',
  examples: {
    good: [{ format: 'swc', text: `1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n` }],
    bad: [{ format: 'swc', text: `1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n4 3 0 5 0 1 3\n^^^^^^^^^^^^^\n` }],
  },
  run: (morphology, report) => {
    const { sections, diameters } = morphology;
    const { rootOf } = topologyOf(sections);
    const places = new Places(morphology, diameters.length);
    for (let section = 0; section < sections.count; section++) {
      const end = sections.offsets[section + 1] ?? 0;
      const isRoot = (sections.parents[section] ?? -1) < 0;
      for (let point = (sections.offsets[section] ?? 0) + (isRoot ? 0 : 1); point < end; point++) {
        const other = places.add(point, rootOf[section] ?? 0);
        if (other !== undefined) {
          report(
            { section, point },
            () => `This point lies where ${pointName(morphology, other)} of the same neurite does: remove one of them.`,
          );
        }
      }
    }
  },
});

/** Points by their place and neurite: a hash table with open addressing, without an object a point. */
class Places {
  readonly #points: Float32Array;
  readonly #bits: Int32Array;
  /** Points plus one; 0 is free. */
  readonly #table: Int32Array;
  readonly #neurites: Int32Array;
  readonly #mask: number;

  constructor({ points }: Morphology, count: number) {
    // Copied: a view may begin at any byte, and −0 is 0.
    this.#points = points.map((value) => value + 0);
    this.#bits = new Int32Array(this.#points.buffer);
    const size = 2 ** Math.ceil(Math.log2(Math.max(2, 2 * count)));
    this.#table = new Int32Array(size);
    this.#neurites = new Int32Array(size);
    this.#mask = size - 1;
  }

  /** The earlier point at the same place of the neurite; the first stays. */
  add(point: number, neurite: number): number | undefined {
    const at = 3 * point;
    const [x = 0, y = 0, z = 0] = [this.#bits[at], this.#bits[at + 1], this.#bits[at + 2]];
    let slot = mixed(x, y, z, neurite) & this.#mask;
    for (let found = this.#table[slot] ?? 0; found !== 0; found = this.#table[slot] ?? 0) {
      if (this.#neurites[slot] === neurite && this.#isSame(found - 1, point)) return found - 1;
      slot = (slot + 1) & this.#mask;
    }
    this.#table[slot] = point + 1;
    this.#neurites[slot] = neurite;
    return undefined;
  }

  #isSame(a: number, b: number): boolean {
    const points = this.#points;
    return (
      points[3 * a] === points[3 * b] &&
      points[3 * a + 1] === points[3 * b + 1] &&
      points[3 * a + 2] === points[3 * b + 2]
    );
  }
}

function mixed(x: number, y: number, z: number, neurite: number): number {
  let hash = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b) ^ Math.imul(z, 0xc2b2ae35) ^ neurite;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
