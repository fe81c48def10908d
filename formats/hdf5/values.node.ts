/** Reading values out of the memory of the library. */
import { Hdf5Error, READ_LIMIT_BYTES, type Hdf5Selection, type Hdf5Type, type Hdf5Values } from './api';
import type { Library, Metadata } from './h5wasm.node';
import { blocksOf, elementCount, hyperslabOf, type Hyperslab } from './selection';
import { numbersOf, typeOf } from './types';

/** A string of variable length is counted with so many bytes, since its length is not known before it is read. */
const STRING_BYTES = 32;

const decoder = new TextDecoder();

/** One dataset or attribute. */
export interface Source {
  readonly metadata: Metadata;
  /** Names it in messages. */
  readonly title: string;
  /** It can only be read at once, as attributes. */
  readonly isWhole: boolean;
  /** Puts the elements of a block to an address. */
  readonly read: (slab: Hyperslab, address: bigint) => void;
  /** Gives strings of variable length back. */
  readonly reclaim: (slab: Hyperslab, address: bigint) => void;
  /** The path of the object that a reference leads to. */
  readonly follow: (reference: Uint8Array) => string;
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
  const decode = decoderOf(library, source, type);
  if (!metadata.shape) return { type, shape: [0], values: [] };
  const slab = hyperslabOf(metadata.shape, selection);
  const elements = elementCount(slab);
  const bytes = elements * (metadata.vlen ? STRING_BYTES : metadata.size);
  if (bytes > READ_LIMIT_BYTES) {
    throw new Hdf5Error(
      'too-large',
      `${title}: ${megabytes(bytes)} are asked for at once, more than ${megabytes(READ_LIMIT_BYTES)}. Read it piece by piece.`,
    );
  }
  const parts = new Parts(elements, metadata.size, decode);
  if (elements > 0) {
    const blocks = source.isWhole ? [slab] : [...blocksOf(slab, metadata.size, metadata.chunks)];
    const address = allocate(library, Math.max(...blocks.map(elementCount)) * metadata.size, title);
    try {
      for (const block of blocks) {
        beforeBlock();
        source.read(block, BigInt(address));
        const length = elementCount(block) * metadata.size;
        try {
          parts.add(library.HEAPU8.subarray(address, address + length));
        } finally {
          if (metadata.vlen) source.reclaim(block, BigInt(address));
        }
      }
    } finally {
      library._free(address);
    }
  }
  return { type, shape: slab.count, values: parts.values() };
}

function allocate(library: Library, bytes: number, title: string): number {
  const address = library._malloc(bytes);
  if (address === 0) throw new Hdf5Error('too-large', `${title}: there is no memory left for ${megabytes(bytes)}.`);
  return address;
}

function megabytes(bytes: number): string {
  return `${(bytes / (1024 * 1024)).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0)} MB`;
}

/** How the bytes of elements become values: numbers all at once, the others one by one. */
type Decoder =
  | { readonly numbers: (buffer: ArrayBuffer) => Hdf5Values['values'] }
  | { readonly element: (bytes: Uint8Array) => unknown };

class Parts {
  readonly #decode: Decoder;
  readonly #size: number;
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #elements: unknown[] = [];
  #length = 0;

  constructor(elements: number, size: number, decode: Decoder) {
    this.#decode = decode;
    this.#size = size;
    this.#bytes = new Uint8Array('numbers' in decode ? elements * size : 0);
  }

  add(block: Uint8Array): void {
    if ('numbers' in this.#decode) {
      this.#bytes.set(block, this.#length);
      this.#length += block.length;
      return;
    }
    for (let at = 0; at < block.length; at += this.#size) {
      this.#elements.push(this.#decode.element(block.subarray(at, at + this.#size)));
    }
  }

  values(): Hdf5Values['values'] {
    return 'numbers' in this.#decode ? this.#decode.numbers(this.#bytes.buffer) : this.#elements;
  }
}

function decoderOf(library: Library, { metadata, title, follow }: Source, type: Hdf5Type): Decoder {
  const numbers = numbersOf(type, metadata);
  if (numbers) return { numbers };
  if (type.kind === 'string') {
    if (!metadata.vlen) return { element: (bytes) => fixedString(bytes, metadata.strpad) };
    return { element: (bytes) => stringAt(library, new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)) };
  }
  if (type.kind === 'reference' && metadata.ref_type === 'object') {
    // A reference to nothing is all zeros; the library throws at it.
    return { element: (bytes) => (bytes.every((byte) => byte === 0) ? '' : follow(bytes.slice())) };
  }
  throw new Hdf5Error(
    'unreadable-values',
    `${title}: its elements are of the type ${describe(type)}, which is not read.`,
  );
}

function describe({ kind, name, size }: Hdf5Type): string {
  return kind === name ? `${kind} of ${size} bytes` : name;
}

/** HDF5: 0 ends at a null, 1 is padded with nulls, 2 with spaces. */
function fixedString(bytes: Uint8Array, padding = 0): string {
  const end = bytes.indexOf(0);
  const text = decoder.decode(end < 0 ? bytes : bytes.subarray(0, end));
  return padding === 2 ? text.replace(/ +$/, '') : text;
}

function stringAt({ HEAPU8 }: Library, address: number): string {
  if (address === 0) return '';
  const end = HEAPU8.indexOf(0, address);
  return decoder.decode(HEAPU8.subarray(address, end < 0 ? undefined : end));
}
