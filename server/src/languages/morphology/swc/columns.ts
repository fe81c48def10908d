/** What the columns and the types of an SWC mean. Sources: INCF SWC specification; MorphIO 3.4, src/readers/morphologySWC.cpp. */

interface Column {
  readonly name: string;
  readonly meaning: string;
}

export const COLUMNS: readonly Column[] = [
  { name: 'sample id', meaning: 'a whole number from 0 that no other sample has' },
  { name: 'type', meaning: 'what the sample belongs to; MorphIO reads 1 to 19' },
  { name: 'x', meaning: 'µm' },
  { name: 'y', meaning: 'µm' },
  { name: 'z', meaning: 'µm' },
  { name: 'radius', meaning: 'µm; MorphIO, ASC and H5 have the diameter, which is twice as much' },
  { name: 'parent id', meaning: 'the sample that comes before on the way from the soma; −1 where none does' },
];

/** Files use few types besides 1 to 4: those up to here are offered. */
export const LAST_LISTED_TYPE = 7;
