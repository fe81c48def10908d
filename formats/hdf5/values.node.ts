/** Reading values out of the memory of the library. */
import fs from 'node:fs';
import { Hdf5Error, READ_LIMIT_BYTES, type Hdf5Reference, type Hdf5Selection, type Hdf5Values } from './api';
import { CACHED_SELECTION_BYTES, type BlockCache } from './blockCache';
import { decoderOf } from './decode.node';
import type { Library, Metadata } from './h5wasm.node';
import { blocksOf, elementCount, hyperslabOf, type Hyperslab } from './selection';
import { copyTile, tileShape, tilesOf, tilesTouched } from './tiles';
import { hasOneOrder, holdsPointers, numbersOf, refusesOrder, typeOf } from './types';

/** Elements of variable length are counted with so many bytes, since their length is not known before they are read. */
const VARIABLE_BYTES = 32;
/** So many bytes each decide how many lists are read at once. */
const LIST_BYTES = 1024;

/** One dataset or attribute. */
export interface Source {
  readonly metadata: Metadata;
  /** Names it in messages. */
  readonly title: string;
  /** Where its blocks are kept; undefined where it can only be read at once, as attributes. */
  readonly cache: { readonly blocks: BlockCache; readonly key: string } | undefined;
  /** Puts the elements of a block to an address; less than 0 where that fails without being thrown. */
  readonly read: (slab: Hyperslab, address: bigint) => number;
  /** Gives lists and texts of variable length back. */
  readonly reclaim: (slab: Hyperslab, address: bigint) => void;
  /** What a reference leads to. */
  readonly follow: (reference: Uint8Array, isRegion: boolean) => Hdf5Reference;
}

/** @param beforeBlock throws where the read is to stop */
export function readValues(
  library: Library,
  source: Source,
  selection: Hdf5Selection | undefined,
  beforeBlock: () => void,
): Hdf5Values {
  const { metadata, title } = source;
  const type = typeOf(metadata);
  if (!metadata.shape) return { type, shape: [0], values: [] };
  const slab = hyperslabOf(metadata.shape, selection);
  const bytes = elementCount(slab) * expectedBytes(metadata);
  if (bytes > READ_LIMIT_BYTES) {
    throw new Hdf5Error(
      'too-large',
      `${title}: ${megabytes(bytes)} are asked for at once, more than ${megabytes(READ_LIMIT_BYTES)}. Read it piece by piece.`,
    );
  }
  const numbers = numbersOf(metadata);
  const values = numbers
    ? numbers(readBytes(library, source, slab, beforeBlock), 0, elementCount(slab))
    : readElements(library, source, slab, beforeBlock);
  return { type, shape: slab.count, values };
}

/** Bytes of an element, with what it holds elsewhere. */
function expectedBytes(metadata: Metadata): number {
  return metadata.vlen || metadata.vlen_type ? VARIABLE_BYTES : metadata.size;
}

/** The bytes of numbers, through the cache where the values around them are worth to be kept. */
export function readBytes(library: Library, source: Source, slab: Hyperslab, beforeBlock: () => void): ArrayBuffer {
  const { metadata, cache } = source;
  const { size, shape, chunks } = metadata;
  const bytes = new Uint8Array(elementCount(slab) * size);
  if (bytes.length === 0) return bytes.buffer;
  if (cache && shape && chunks) {
    const tile = tileShape(shape, chunks, size);
    if (tilesTouched(slab, tile) * elementCount({ count: tile }) * size <= CACHED_SELECTION_BYTES) {
      for (const each of tilesOf(slab, shape, tile)) {
        beforeBlock();
        const key = `${cache.key} ${each.key}`;
        let block = cache.blocks.get(key);
        if (!block) {
          block = new Uint8Array(elementCount(each.slab) * size);
          fill(library, source, [each.slab], block, beforeBlock);
          cache.blocks.put(key, block);
        }
        copyTile(block, each, bytes, slab.count, size);
      }
      return bytes.buffer;
    }
  }
  fill(library, source, cache ? [...blocksOf(slab, size, chunks)] : [slab], bytes, beforeBlock);
  return bytes.buffer;
}

/** Block after block, one behind the other. */
function fill(
  library: Library,
  source: Source,
  blocks: readonly Hyperslab[],
  bytes: Uint8Array,
  beforeBlock: () => void,
): void {
  let at = 0;
  eachBlock(library, source, blocks, beforeBlock, (block) => {
    bytes.set(block, at);
    at += block.length;
  });
}

function readElements(library: Library, source: Source, slab: Hyperslab, beforeBlock: () => void): readonly unknown[] {
  const { metadata, title, cache } = source;
  const { size } = metadata;
  let gathered = 0;
  const count = (bytes: number) => {
    gathered += bytes;
    if (gathered <= READ_LIMIT_BYTES) return;
    throw new Hdf5Error(
      'too-large',
      `${title}: they hold more than ${megabytes(READ_LIMIT_BYTES)}. Read fewer of them at once.`,
    );
  };
  const context = { library, title, follow: source.follow, count, isTurned: hasOneOrder(metadata) };
  const decode = decoderOf(context, metadata);
  const elements: unknown[] = [];
  if (elementCount(slab) === 0) return elements;
  // Few at a time: what they hold elsewhere lies in the memory of the library too.
  const blockBytes = metadata.vlen ? size : Math.max(size, holdsPointers(metadata) ? LIST_BYTES : 0);
  const blocks = cache ? [...blocksOf(slab, blockBytes, metadata.chunks)] : [slab];
  eachBlock(library, source, blocks, beforeBlock, (block) => {
    // Following references can move the memory of the library: a copy stays.
    const view = new DataView(block.slice().buffer);
    for (let at = 0; at < view.byteLength; at += size) elements.push(decode(view, at));
  });
  return elements;
}

/** Puts one block after the other into the library's memory. */
export function eachBlock(
  library: Library,
  source: Source,
  blocks: readonly Hyperslab[],
  beforeBlock: () => void,
  use: (block: Uint8Array, slab: Hyperslab) => void,
): void {
  const { metadata, title } = source;
  const { size } = metadata;
  const largest = blocks.reduce((most, block) => Math.max(most, elementCount(block)), 0) * size;
  const address = allocate(library, largest, title);
  const pointers = holdsPointers(metadata);
  const isRefused = refusesOrder(metadata);
  try {
    for (const block of blocks) {
      beforeBlock();
      const length = elementCount(block) * size;
      if (isRefused) quietly(library, source, block, address);
      else source.read(block, BigInt(address));
      if (isRefused && metadata.enum_type) turn(library.HEAPU8.subarray(address, address + length), size);
      try {
        use(library.HEAPU8.subarray(address, address + length), block);
      } finally {
        if (pointers) source.reclaim(block, BigInt(address));
      }
    }
  } finally {
    library._free(address);
  }
}

/** The library refuses to change the order of an enum, throws, and would have read the values all the same. */
function quietly(library: Library, { title, read }: Source, block: Hyperslab, address: number): void {
  library.deactivate_throwing_error_handler();
  const write = fs.writeSync;
  // What it prints instead belongs to no one.
  fs.writeSync = ((descriptor: number, bytes: Uint8Array, offset: number, length: number, at: number | null) =>
    descriptor === 2 ? length : write(descriptor, bytes, offset, length, at)) as typeof fs.writeSync;
  try {
    if (read(block, BigInt(address)) < 0) throw new Hdf5Error('unreadable-values', `${title} cannot be read.`);
  } finally {
    fs.writeSync = write;
    library.activate_throwing_error_handler();
  }
}

function turn(bytes: Uint8Array, size: number): void {
  for (let at = 0; at < bytes.length; at += size) bytes.subarray(at, at + size).reverse();
}

function allocate(library: Library, bytes: number, title: string): number {
  const address = library._malloc(Math.max(bytes, 8));
  if (address === 0) throw new Hdf5Error('too-large', `${title}: there is no memory left for ${megabytes(bytes)}.`);
  return address;
}

function megabytes(bytes: number): string {
  return `${(bytes / (1024 * 1024)).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0)} MB`;
}
