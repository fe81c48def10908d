/** Tiles: blocks of whole chunks on a grid over a dataset, of which a selection is put together. */
import { elementCount, type Hyperslab } from './selection';

/** Small chunks are read together, until a tile has so many bytes. */
const TILE_BYTES = 256 * 1024;

/** The shape of a tile: that of a chunk, or of several. All arrays are [rank]. */
export function tileShape(
  shape: readonly number[],
  chunks: readonly number[],
  elementBytes: number,
): readonly number[] {
  const times = shape.map(() => 1);
  const lengths = () => times.map((each, i) => Math.min(each * Math.max(1, chunks[i] ?? 1), shape[i] ?? 1));
  for (;;) {
    const tile = lengths();
    if (elementCount({ count: tile }) * elementBytes * 2 > TILE_BYTES) return tile;
    // Evenly in all dimensions: neither rows nor columns shall suffer.
    let least = -1;
    for (let i = 0; i < times.length; i++) {
      const grows = (tile[i] ?? 0) < (shape[i] ?? 0);
      if (grows && (least < 0 || (times[i] ?? 0) <= (times[least] ?? 0))) least = i;
    }
    if (least < 0) return tile;
    times[least] = (times[least] ?? 1) * 2;
  }
}

/** A tile that a selection touches. */
export interface Tile {
  readonly key: string;
  /** The whole tile, as far as the dataset goes. */
  readonly slab: Hyperslab;
  /** Of each dimension: what of the tile is selected, and where it goes. */
  readonly parts: readonly Part[];
}

interface Part {
  /** First selected place, within the tile. */
  readonly from: number;
  readonly step: number;
  readonly count: number;
  /** Its place in the selection. */
  readonly to: number;
}

/** How many tiles a selection touches in each dimension. */
export function tilesTouched(slab: Hyperslab, tile: readonly number[]): number {
  return slab.count.reduce((product, count, i) => {
    const step = slab.stride[i] ?? 1;
    const length = tile[i] ?? 1;
    const first = Math.floor((slab.offset[i] ?? 0) / length);
    const last = Math.floor(((slab.offset[i] ?? 0) + (count - 1) * step) / length);
    return product * Math.min(count, last - first + 1);
  }, 1);
}

export function* tilesOf(slab: Hyperslab, shape: readonly number[], tile: readonly number[]): Generator<Tile> {
  const perDimension = shape.map((length, i) => partsOf(slab, i, length, tile[i] ?? 1));
  const at = shape.map(() => 0);
  for (;;) {
    const chosen = perDimension.map((list, i) => list[at[i] ?? 0]).filter((each) => each !== undefined);
    if (chosen.length < shape.length) return;
    const offset = chosen.map(({ start }) => start);
    const count = chosen.map(({ length }) => length);
    yield { key: offset.join(' '), slab: { offset, count, stride: shape.map(() => 1) }, parts: chosen };
    let dimension = shape.length - 1;
    for (; dimension >= 0; dimension--) {
      at[dimension] = (at[dimension] ?? 0) + 1;
      if ((at[dimension] ?? 0) < (perDimension[dimension]?.length ?? 0)) break;
      at[dimension] = 0;
    }
    if (dimension < 0) return;
  }
}

function partsOf(slab: Hyperslab, dimension: number, length: number, tile: number) {
  const offset = slab.offset[dimension] ?? 0;
  const step = slab.stride[dimension] ?? 1;
  const count = slab.count[dimension] ?? 0;
  const parts: (Part & { readonly start: number; readonly length: number })[] = [];
  for (let to = 0; to < count;) {
    const place = offset + to * step;
    const start = Math.floor(place / tile) * tile;
    const taken = Math.min(count - to, Math.ceil((start + tile - place) / step));
    parts.push({ start, length: Math.min(tile, length - start), from: place - start, step, count: taken, to });
    to += taken;
  }
  return parts;
}

/** Copies what is selected of a tile to its places. */
export function copyTile(
  source: Uint8Array,
  { slab, parts }: Tile,
  target: Uint8Array,
  targetShape: readonly number[],
  elementBytes: number,
): void {
  let run = elementBytes;
  let last = parts.length;
  // Trailing dimensions that are taken whole, and fill the target's, are one run of bytes.
  for (; last > 0; last--) {
    const part = parts[last - 1];
    const length = slab.count[last - 1] ?? 0;
    if (part?.step !== 1 || part.count !== length || length !== targetShape[last - 1]) break;
    run *= length;
  }
  const outer = parts.slice(0, last);
  const sourceStrides = stridesOf(slab.count.slice(0, last), run);
  const targetStrides = stridesOf(targetShape.slice(0, last), run);
  const inner = outer.at(-1);
  const innerSource = sourceStrides.at(-1) ?? 0;
  const rows = elementCount({ count: outer.slice(0, -1).map(({ count }) => count) });
  for (let row = 0; row < rows; row++) {
    let from = 0;
    let to = 0;
    for (let i = outer.length - 2, rest = row; i >= 0; i--) {
      const part = outer[i];
      if (!part) continue;
      const index = rest % part.count;
      rest = (rest - index) / part.count;
      from += (part.from + index * part.step) * (sourceStrides[i] ?? 0);
      to += (part.to + index) * (targetStrides[i] ?? 0);
    }
    if (!inner) target.set(source.subarray(0, run), 0);
    else {
      from += inner.from * innerSource;
      to += inner.to * (targetStrides.at(-1) ?? 0);
      copyRun(source, from, inner.step * innerSource, target, to, run, inner.count);
    }
  }
}

/** Pieces of `run` bytes, `stride` bytes apart, to one after the other. */
function copyRun(
  source: Uint8Array,
  from: number,
  stride: number,
  target: Uint8Array,
  to: number,
  run: number,
  count: number,
): void {
  if (stride === run) {
    target.set(source.subarray(from, from + run * count), to);
    return;
  }
  for (let i = 0; i < count; i++) {
    for (let byte = 0; byte < run; byte++) target[to + i * run + byte] = source[from + i * stride + byte] ?? 0;
  }
}

/** Bytes from one place to the next in each dimension. */
function stridesOf(shape: readonly number[], elementBytes: number): readonly number[] {
  const strides = shape.map(() => elementBytes);
  for (let i = shape.length - 2; i >= 0; i--) strides[i] = (strides[i + 1] ?? 1) * (shape[i + 1] ?? 1);
  return strides;
}
