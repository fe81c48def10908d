/**
 * Types of sections, as numbers in the files and by the names that MorphIO and NeuroM give them.
 * Source: MorphIO 3.4, include/morphio/enums.h; INCF SWC specification.
 */

export type CellFamily = 'neuron' | 'glia' | 'spine';

export const SOMA_TYPE = 1;
export const AXON = 2;
export const BASAL_DENDRITE = 3;
export const APICAL_DENDRITE = 4;

/** Types that a file may give a section: 1 (soma) to 19 (custom); MorphIO refuses all others. */
export const FIRST_TYPE = 1;
export const LAST_TYPE = 19;

const NEURON_NAMES: readonly string[] = ['undefined', 'soma', 'axon', 'basal_dendrite', 'apical_dendrite'];

/** Name of a section's type in a neuron: `axon`, `custom5`; for any number. */
export function sectionTypeName(type: number): string {
  return NEURON_NAMES[type] ?? `custom${type}`;
}

const GLIA_NAMES: readonly string[] = ['undefined', 'soma', 'perivascular process', 'glia process'];
const SPINE_NAMES: readonly string[] = ['undefined', 'soma', 'neck', 'head'];

const TITLES: Readonly<Record<CellFamily, readonly string[]>> = {
  neuron: ['undefined', 'soma', 'axon', 'basal dendrite', 'apical dendrite'],
  glia: GLIA_NAMES,
  spine: SPINE_NAMES,
};

/** The same for people, in the words of the cell's family: `basal dendrite`, `glia process`. */
export function sectionTypeTitle(type: number, family: CellFamily = 'neuron'): string {
  return TITLES[family][type] ?? `custom ${type}`;
}
