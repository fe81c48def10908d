/** The prefix in which values of a recording are shown: membrane voltages in mV, currents in pA or nA. */
import { parseUnit } from './units';

const SHOWN: readonly (readonly [prefix: string, factor: number])[] = [
  ['f', 1e-15],
  ['p', 1e-12],
  ['n', 1e-9],
  ['µ', 1e-6],
  ['m', 1e-3],
  ['', 1],
  ['k', 1e3],
  ['M', 1e6],
  ['G', 1e9],
];

export interface ShownUnit {
  /** `mV`. */
  readonly unit: string;
  /** Shown value = value × scale. */
  readonly scale: number;
}

/**
 * @param unit of the values: `V`, `pA`; an unknown one is left as it is
 * @param magnitude the greatest absolute value, in that unit
 */
export function shownUnit(unit: string, magnitude: number): ShownUnit {
  const parsed = parseUnit(unit);
  if (!parsed || !Number.isFinite(magnitude) || magnitude <= 0) return { unit, scale: 1 };
  const greatest = magnitude * parsed.factor;
  let [prefix, factor] = SHOWN[0] ?? ['', 1];
  for (const [name, size] of SHOWN) {
    // 950 pA stay pA, and 40 mV are never 40 000 µV.
    if (greatest < size) break;
    prefix = name;
    factor = size;
  }
  return { unit: prefix + parsed.symbol, scale: parsed.factor / factor };
}
