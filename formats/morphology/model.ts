/**
 * A morphology as MorphIO models it: a soma, which is no section, and trees of sections. Plain data with typed arrays,
 * so that it can be sent to another thread or to a webview as it is. All lengths are in µm.
 */
import type { CellFamily } from './sectionTypes';

export type MorphologyFormat = 'swc' | 'asc' | 'h5';

/** MorphIO's names. */
export type SomaType =
  | 'SOMA_UNDEFINED'
  | 'SOMA_SINGLE_POINT'
  | 'SOMA_NEUROMORPHO_THREE_POINT_CYLINDERS'
  | 'SOMA_CYLINDERS'
  | 'SOMA_SIMPLE_CONTOUR';

export interface Soma {
  readonly type: SomaType;
  /** [n, 3], µm, in the order of the file. */
  readonly points: Float32Array;
  /** [n], µm. */
  readonly diameters: Float32Array;
  /** [n], 0-based line of each point in a text file; empty for H5. */
  readonly lines: Uint32Array;
}

/**
 * Sections in the order of MorphIO's ids: depth-first, the roots as they come in the file. A parent stands before its
 * children. Section `i` has the points `offsets[i]` to `offsets[i + 1]`; the first point of a section that is no root
 * repeats the last of its parent.
 */
export interface Sections {
  readonly count: number;
  /** [count + 1]. */
  readonly offsets: Uint32Array;
  /** [count]: 2 axon, 3 basal dendrite, 4 apical dendrite, 5–19 custom; see `sectionTypes.ts`. */
  readonly types: Uint8Array;
  /** [count]: the parent's index; −1 for a root section. */
  readonly parents: Int32Array;
}

/** A named point or contour of an ASC file: `Cross`, `pia`; `INCOMPLETE` for a branch that was not traced to its end. */
export interface Marker {
  readonly label: string;
  /** [n, 3], µm. */
  readonly points: Float32Array;
  /** [n], µm. */
  readonly diameters: Float32Array;
  /** The section in which it stands; −1 outside of neurites. */
  readonly section: number;
  /** 0-based line where it begins. */
  readonly line: number;
}

/** Mitochondria of an H5 file, each a tree along the neurites. */
export interface Mitochondria {
  /** [n, 3]: section of the neurite, position along it (0 to 1), diameter in µm. */
  readonly points: Float32Array;
  /** [m + 1] into the points. */
  readonly offsets: Uint32Array;
  /** [m]: −1 begins a mitochondrion. */
  readonly parents: Int32Array;
}

/** The endoplasmic reticulum in each of some sections; all arrays are [n]. */
export interface EndoplasmicReticulum {
  readonly sections: Uint32Array;
  /** µm³. */
  readonly volumes: Float32Array;
  /** µm². */
  readonly surfaceAreas: Float32Array;
  readonly filamentCounts: Uint32Array;
}

/** Postsynaptic densities of a spine; all arrays are [n]. */
export interface PostsynapticDensity {
  readonly sections: Int32Array;
  readonly segments: Int32Array;
  /** Fraction of the segment, 0 to 1. */
  readonly offsets: Float32Array;
}

export interface Organelles {
  readonly mitochondria?: Mitochondria;
  readonly endoplasmicReticulum?: EndoplasmicReticulum;
  readonly postsynapticDensity?: PostsynapticDensity;
}

export interface Morphology {
  readonly format: MorphologyFormat;
  /** `["swc", 1, 0]`, `["asc", 1, 0]`, `["h5", 1, 3]`. */
  readonly version: readonly [string, number, number];
  readonly family: CellFamily;
  /** [n, 3], µm: of all sections, one after the other; the soma's are its own. */
  readonly points: Float32Array;
  /** [n], µm. SWC holds radii: they are doubled on reading. */
  readonly diameters: Float32Array;
  /** [n], µm; of H5 files that have them. */
  readonly perimeters?: Float32Array;
  readonly sections: Sections;
  readonly soma: Soma;
  readonly markers: readonly Marker[];
  readonly organelles: Organelles;
  /** What the file says of itself: header comments of an SWC (`CREATURE`: `rat`), attributes of an H5. */
  readonly metadata: readonly { readonly key: string; readonly value: string }[];
  /**
   * [n]: 0-based line of each point in a text file; a first point that was repeated by the reader has the line of the
   * parent's last. Empty for H5.
   */
  readonly lines: Uint32Array;
}

/** Number of points of all sections. */
export function pointCount({ diameters }: Morphology): number {
  return diameters.length;
}

const NO_FLOATS = new Float32Array(0);
const NO_LINES = new Uint32Array(0);

/** The soma of a file that has none. */
export const NO_SOMA: Soma = { type: 'SOMA_UNDEFINED', points: NO_FLOATS, diameters: NO_FLOATS, lines: NO_LINES };
