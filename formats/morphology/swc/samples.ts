/** The samples of an SWC file as they stand in it, one typed array a column. */

/** Flags of a sample. */
export const HAS_PARENT = 1;
/** It names a parent that cannot be: it is shown as a root. */
export const BROKEN_PARENT = 2;
/** A number stands directly behind another: `3.0` is 3 and `.0` where a whole number is read. */
export const SPLIT = 4;
export const NOT_FINITE = 8;
/** An error has told that it is split. */
export const TOLD = 16;
/** An earlier sample has its id. */
export const REPEATED = 32;

/** Stands for the type of a sample whose type MorphIO refuses. */
export const UNSUPPORTED = 0;

/** Below this MorphIO takes a diameter for zero, in µm. */
const SMALLEST_DIAMETER = Math.fround(1e-6);

export function isZeroDiameter(radius: number): boolean {
  return 2 * radius < SMALLEST_DIAMETER;
}

/** Whether there may be something to say of a sample whose type is known. */
export function isOdd(flags: number, radius: number): boolean {
  return flags !== HAS_PARENT || isZeroDiameter(radius);
}

export class Samples {
  count = 0;
  ids: Uint32Array;
  types: Uint8Array;
  /** [4 n]: x, y, z, radius in µm. */
  numbers: Float32Array;
  /** Ids. */
  parents: Uint32Array;
  flags: Uint8Array;
  /** 0-based. */
  lines: Uint32Array;
  /** Byte of the id. */
  starts: Uint32Array;

  constructor(capacity: number) {
    this.ids = new Uint32Array(capacity);
    this.types = new Uint8Array(capacity);
    this.numbers = new Float32Array(capacity * 4);
    this.parents = new Uint32Array(capacity);
    this.flags = new Uint8Array(capacity);
    this.lines = new Uint32Array(capacity);
    this.starts = new Uint32Array(capacity);
  }

  get capacity(): number {
    return this.ids.length;
  }

  grow(): void {
    const larger = new Samples(Math.ceil(this.capacity * 1.5) + 1024);
    larger.ids.set(this.ids);
    larger.types.set(this.types);
    larger.numbers.set(this.numbers);
    larger.parents.set(this.parents);
    larger.flags.set(this.flags);
    larger.lines.set(this.lines);
    larger.starts.set(this.starts);
    const { ids, types, numbers, parents, flags, lines, starts } = larger;
    Object.assign(this, { ids, types, numbers, parents, flags, lines, starts });
  }
}
