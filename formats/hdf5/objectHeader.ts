/**
 * What the header of a dataset says of where its values lie, which the library keeps to itself. Of HDF5's file format
 * specification, version 3.0: superblock (II), object headers (IV.A), layout message (IV.A.2.i), external data files
 * (IV.A.2.h), local heap (III.D).
 */

export interface Storage {
  readonly layout: 'contiguous' | 'chunked' | 'compact' | 'virtual' | 'external';
  /** Of values that are not chunked. */
  readonly bytes?: number;
  /** Names of the files that the values lie in. */
  readonly files?: readonly string[];
}

/** Bytes from a place on; fewer at the end of the file. */
export type ReadBytes = (offset: number, length: number) => DataView;

interface Message {
  readonly type: number;
  readonly body: DataView;
}

const USER_BLOCK_LIMIT = 2 ** 32;

const LAYOUT = 8;
const EXTERNAL_FILES = 7;
const CONTINUATION = 16;

const LAYOUTS = ['compact', 'contiguous', 'chunked', 'virtual'] as const;
const UNDEFINED_ADDRESS = 0xffff_ffff_ffff_ffffn;

/** Bounds for headers that are damaged. */
const BLOCK_LIMIT = 64;
const BLOCK_BYTES = 1024 * 1024;

/** Where addresses count from; undefined where they have not 8 bytes. */
export function baseAddress(read: ReadBytes): number | undefined {
  for (let at = 0; at < USER_BLOCK_LIMIT; at = at === 0 ? 512 : at * 2) {
    const view = read(at, 64);
    if (view.byteLength < 64 || view.getUint32(0) !== 0x89484446 || view.getUint32(4) !== 0x0d0a1a0a) continue;
    const version = view.getUint8(8);
    const sizes = version < 2 ? 13 : 9;
    if (view.getUint8(sizes) !== 8 || view.getUint8(sizes + 1) !== 8) return undefined;
    const base = Number(view.getBigUint64(version === 0 ? 24 : version === 1 ? 28 : 12, true));
    // A block of the user's may have been put before it later.
    return base === 0 ? at : base;
  }
  return undefined;
}

/** @param address of the object's header, from the base; undefined is what is not understood */
export function storageOf(read: ReadBytes, base: number, address: number): Storage | undefined {
  try {
    const messages = messagesOf(read, base, address);
    const layout = messages.find(({ type }) => type === LAYOUT);
    const files = messages.find(({ type }) => type === EXTERNAL_FILES);
    if (files) return { layout: 'external', files: externalFiles(read, base, files.body) };
    return layout && layoutOf(layout.body);
  } catch (error) {
    // Beyond the end of what was read.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function layoutOf(body: DataView): Storage | undefined {
  const version = body.getUint8(0);
  if (version < 3) {
    const layout = LAYOUTS[body.getUint8(2)];
    return layout && { layout };
  }
  const layout = LAYOUTS[body.getUint8(1)];
  if (layout === 'compact') return { layout, bytes: body.getUint16(2, true) };
  if (layout !== 'contiguous') return layout && { layout };
  const isThere = body.getBigUint64(2, true) !== UNDEFINED_ADDRESS;
  return { layout, bytes: isThere ? Number(body.getBigUint64(10, true)) : 0 };
}

function externalFiles(read: ReadBytes, base: number, body: DataView): readonly string[] {
  const count = body.getUint16(6, true);
  const heap = read(base + Number(body.getBigUint64(8, true)), 32);
  const names = base + Number(heap.getBigUint64(24, true));
  return Array.from({ length: count }, (_, i) => {
    const view = read(names + Number(body.getBigUint64(16 + 24 * i, true)), 4096);
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    const end = bytes.indexOf(0);
    return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
  });
}

function messagesOf(read: ReadBytes, base: number, address: number): readonly Message[] {
  const messages: Message[] = [];
  const start = read(base + address, 48);
  const isNew = start.getUint32(0) === 0x4f484452; // OHDR
  const flags = isNew ? start.getUint8(5) : 0;
  const waiting = [isNew ? firstBlockOf(start, base + address, flags) : oldBlockOf(start, base + address)];
  for (let block = waiting.pop(), count = 0; block && count < BLOCK_LIMIT; block = waiting.pop(), count++) {
    const view = read(block.offset, Math.min(block.length, BLOCK_BYTES));
    for (const message of isNew ? newMessages(view, (flags & 4) !== 0) : oldMessages(view)) {
      messages.push(message);
      if (message.type !== CONTINUATION) continue;
      const offset = base + Number(message.body.getBigUint64(0, true));
      const length = Number(message.body.getBigUint64(8, true));
      // Newer ones stand between a signature and a checksum.
      waiting.push(isNew ? { offset: offset + 4, length: length - 8 } : { offset, length });
    }
  }
  return messages;
}

interface Block {
  readonly offset: number;
  readonly length: number;
}

function firstBlockOf(start: DataView, at: number, flags: number): Block {
  const head = 6 + (flags & 0x20 ? 16 : 0) + (flags & 0x10 ? 4 : 0);
  const width = 1 << (flags & 3);
  let length = 0;
  for (let i = width - 1; i >= 0; i--) length = length * 256 + start.getUint8(head + i);
  return { offset: at + head + width, length };
}

function oldBlockOf(start: DataView, at: number): Block {
  return { offset: at + 16, length: start.getUint32(8, true) };
}

function* newMessages(view: DataView, hasOrder: boolean): Generator<Message> {
  const head = hasOrder ? 6 : 4;
  for (let at = 0; at + head <= view.byteLength;) {
    const length = view.getUint16(at + 1, true);
    if (at + head + length > view.byteLength) return;
    yield { type: view.getUint8(at), body: new DataView(view.buffer, view.byteOffset + at + head, length) };
    at += head + length;
  }
}

function* oldMessages(view: DataView): Generator<Message> {
  for (let at = 0; at + 8 <= view.byteLength;) {
    const length = view.getUint16(at + 2, true);
    if (at + 8 + length > view.byteLength) return;
    yield { type: view.getUint16(at, true), body: new DataView(view.buffer, view.byteOffset + at + 8, length) };
    at += 8 + length;
  }
}
