const collator = new Intl.Collator('en', { numeric: true });

/** "sweep 2" before "sweep 10": numbers in names count as numbers. */
export function naturalOrder(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
