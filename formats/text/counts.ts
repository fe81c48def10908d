/** Counts as a person reads them. */

export function cellCount(count: number): string {
  return count === 1 ? '1 cell' : `${grouped(count)} cells`;
}

/** 12345 as `12 345`, with a narrow space that does not break. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}
