/** What is found in an HDF5 file that was opened as a morphology. */
import type { MorphologyProblem, MorphologyReading } from '../problem';

/** A file that is no single cell, in numbers. */
export interface H5Summary {
  readonly kind: 'vasculature' | 'spines' | 'container' | 'other';
  /** What it is, in a few words: "SONATA nodes file". */
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

export interface H5OtherReading {
  readonly kind: H5Summary['kind'];
  readonly summary: H5Summary;
  /** Paths of the morphologies in it, each of which can be read by itself; at most {@link MEMBER_LIMIT}. */
  readonly members: readonly string[];
  readonly refused: boolean;
  readonly problems: readonly MorphologyProblem[];
}

export type H5Reading = { readonly kind: 'morphology'; readonly reading: MorphologyReading } | H5OtherReading;

/** So many morphologies of a container are listed. */
export const MEMBER_LIMIT = 1000;
