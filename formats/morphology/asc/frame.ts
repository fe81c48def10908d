import type { TokenPlace } from './report';
import { APICAL, AXON, CELL_BODY, DENDRITE, TEXT } from './tokens';
import { APICAL_DENDRITE, AXON as AXON_TYPE, BASAL_DENDRITE } from '../sectionTypes';

/** What a top-level block is, as its head says. */
export interface Header {
  /** AXON, APICAL, DENDRITE, CELL_BODY; TEXT for all that is none of them. */
  type: number;
  label: string;
  /** The block's opening parenthesis. */
  open: TokenPlace;
  /** What names it: its type or label, else the parenthesis. */
  name: TokenPlace;
}

export type FrameKind = 'block' | 'branch' | 'marker';

/** A parenthesis that is open in the body of a block: the block's own, a branch's, a marker's. */
export interface Frame {
  readonly kind: FrameKind;
  readonly header: Header;
  readonly open: TokenPlace;
  /** The section above; −1 in a block. In a contour or marker: the section in which it stands. */
  readonly parent: number;
  /** The section made of the points so far; −1 before. */
  section: number;
  /** No `|` was read in it. */
  isFirst: boolean;
  /** Branches were read: further points make another section. */
  hasBranches: boolean;
  /** Loose points and markers from here on are its own. */
  firstLoose: number;
  firstMarker: number;
}

export function isNeurite({ header: { type } }: Frame): boolean {
  return type === AXON || type === DENDRITE || type === APICAL;
}

export function sectionTypeOf(type: number): number {
  if (type === AXON) return AXON_TYPE;
  return type === APICAL ? APICAL_DENDRITE : BASAL_DENDRITE;
}

export function isSoma({ header: { type } }: Frame): boolean {
  return type === CELL_BODY;
}

/** Points of markers and contours may lack the diameter. */
export function isContour({ header: { type } }: Frame): boolean {
  return type === TEXT;
}
