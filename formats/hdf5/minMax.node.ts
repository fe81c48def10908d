/** Least and greatest values of the parts of a long row, read in pieces of whole chunks. */
import { Hdf5Error, type Hdf5MinMax, type Hdf5Selection } from './api';
import { binsOf, Extremes } from './extremes';
import type { Library } from './h5wasm.node';
import { elementCount, hyperslabOf, type Hyperslab } from './selection';
import { numbersOf } from './types';
import { eachBlock, readBytes, type Source } from './values.node';

/** What is unpacked for a piece, in bytes: about 1 Mi samples of `float32`. */
const PIECE_BYTES = 4 * 1024 * 1024;

/** @param beforeBlock throws where the read is to stop */
export function minMaxOf(
  library: Library,
  source: Source,
  selection: Hdf5Selection,
  bins: number,
  beforeBlock: () => void,
): Hdf5MinMax {
  const { metadata, title } = source;
  const numbers = numbersOf(metadata);
  if (!numbers) throw new Hdf5Error('unreadable-values', `${title}: they are no numbers, so none is the least.`);
  const slab = hyperslabOf(metadata.shape ?? [0], selection);
  const long = slab.count.flatMap((count, dimension) => (count > 1 ? [dimension] : []));
  const [along = 0, ...others] = long;
  if (others.length > 0) {
    throw new Hdf5Error('unreadable-values', `${title}: only of one row the least and greatest values can be had.`);
  }
  const length = elementCount(slab);
  const { perBin, count } = binsOf(length, bins);
  const extremes = new Extremes(perBin, count);
  // Chunks that hold the neighbouring rows too are worth to be kept.
  const isShared = (metadata.chunks ?? []).some((chunk, dimension) => dimension !== along && chunk > 1);
  let start = 0;
  for (const piece of piecesAlong(slab, along, metadata)) {
    beforeBlock();
    const taken = elementCount(piece);
    if (isShared) extremes.add(numbers(readBytes(library, source, piece, beforeBlock), 0, taken), start);
    else {
      eachBlock(library, source, [piece], beforeBlock, ({ buffer, byteOffset }) =>
        extremes.add(numbers(buffer, byteOffset, taken), start),
      );
    }
    start += taken;
  }
  return extremes.result();
}

function* piecesAlong(
  slab: Hyperslab,
  along: number,
  { size, chunks, shape }: Source['metadata'],
): Generator<Hyperslab> {
  const chunk = Math.max(1, chunks?.[along] ?? 1);
  const step = slab.stride[along] ?? 1;
  // One place further along costs the other dimensions of a chunk.
  const placeBytes = (chunks ?? []).reduce(
    (bytes, each, i) => (i === along ? bytes : bytes * Math.min(each, shape?.[i] ?? 1)),
    size,
  );
  const places = Math.max(1, Math.floor(PIECE_BYTES / placeBytes / chunk)) * chunk;
  const first = slab.offset[along] ?? 0;
  const end = first + ((slab.count[along] ?? 1) - 1) * step + 1;
  if (slab.count.length === 0 || elementCount(slab) === 0) {
    if (slab.count.length === 0) yield slab;
    return;
  }
  for (let at = first; at < end;) {
    const pieceEnd = Math.min(end, (Math.floor(at / places) + 1) * places);
    const taken = Math.ceil((pieceEnd - at) / step);
    yield { offset: slab.offset.with(along, at), count: slab.count.with(along, taken), stride: slab.stride };
    at += taken * step;
  }
}
