/** What may stand in a `.target` file, and what it means. Source: formats reference of `.target` files, §1–3. */
import { SUBSETS, type TargetType } from '../../../../formats/target/model';

export interface TargetTypeSchema {
  readonly type: TargetType;
  /** What such a target selects. */
  readonly meaning: string;
  /** How its members are written. */
  readonly members: string;
  /** Types of targets that count as members; others are skipped. */
  readonly nests: readonly TargetType[];
  readonly deprecated?: string;
  /** One such target makes the whole file unreadable to Brion. */
  readonly unknownToBrion?: boolean;
  /** Lines of a new target, as a snippet. */
  readonly body: readonly string[];
}

export const TARGET_TYPE_SCHEMAS: Readonly<Record<TargetType, TargetTypeSchema>> = {
  Cell: {
    type: 'Cell',
    meaning: 'Whole cells. As a place of a stimulus or report it stands for the middle of each soma.',
    members: 'Any number of cells (`a12`) and targets on a line.',
    nests: ['Cell', 'Compartment', 'Section', 'Synapse'],
    body: ['    $0'],
  },
  Compartment: {
    type: 'Compartment',
    meaning: 'Places on the neurites: positions between 0 and 1 on each selected section, or every compartment.',
    members: 'On each line one cell or target, then a subset word, then positions: `a12 axon 0.5`.',
    nests: ['Cell', 'Section'],
    body: ['    ${2:Mosaic}$0'],
  },
  Section: {
    type: 'Section',
    meaning: 'The middle of each selected section.',
    members: 'On each line one cell or target, then a subset word, then indices of sections: `a12 dend 0 3`.',
    nests: ['Cell'],
    unknownToBrion: true,
    body: ['    ${2:Mosaic} ${3:axon}$0'],
  },
  Synapse: {
    type: 'Synapse',
    meaning: 'Synapses of cells.',
    members: 'On each line one cell, then ids of its synapses.',
    nests: ['Cell', 'Compartment', 'Section', 'Synapse'],
    deprecated: 'No reader supports it: neurodamus gives no points for it, Brion and bluepy refuse the file.',
    unknownToBrion: true,
    body: ['    a1 $0'],
  },
};

export const SUBSET_MEANINGS: Readonly<Record<(typeof SUBSETS)[number], string>> = {
  soma: 'the soma',
  axon: 'the sections of the axon',
  dend: 'the sections of the basal dendrites',
  apic: 'the sections of the apical dendrite',
};

export function isSubset(word: string): word is (typeof SUBSETS)[number] {
  return (SUBSETS as readonly string[]).includes(word);
}
