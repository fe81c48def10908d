/** Units of recordings: their many spellings as one symbol, and the prefix by which a value is read best. */

/** Full names and old spellings, in lower case without a plural's `s`. */
const NAMES: Readonly<Record<string, string>> = {
  volt: 'V',
  ampere: 'A',
  amp: 'A',
  ohm: 'Ω',
  farad: 'F',
  siemens: 'S',
  sieman: 'S',
  second: 's',
  sec: 's',
  hertz: 'Hz',
};

const PREFIX_NAMES: Readonly<Record<string, string>> = {
  femto: 'f',
  pico: 'p',
  nano: 'n',
  micro: 'µ',
  milli: 'm',
  kilo: 'k',
  mega: 'M',
  giga: 'G',
};

const PREFIXES: Readonly<Record<string, number>> = {
  f: 1e-15,
  p: 1e-12,
  n: 1e-9,
  µ: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
};

const SYMBOLS: readonly string[] = ['V', 'A', 'Ω', 'F', 'S', 's', 'Hz'];

export interface Unit {
  /** Without a prefix: `V`. */
  readonly symbol: string;
  /** 1e-3 for `mV`: value in the symbol's unit = value × factor. */
  readonly factor: number;
}

/** `volts`, `Volt`, `millivolts`, `uV` as `V`, `V`, `mV`, `µV`; any other text as it is. */
export function unitSymbol(text: string): string {
  const trimmed = text.trim();
  if (parseUnit(trimmed)) return trimmed.replace(/^[uμ](?=.)/, 'µ');
  const lower = trimmed.toLowerCase();
  for (const [name, prefix] of [['', ''], ...Object.entries(PREFIX_NAMES)] as const) {
    if (!lower.startsWith(name)) continue;
    const rest = lower.slice(name.length);
    const symbol = NAMES[rest] ?? NAMES[rest.replace(/s$/, '')];
    if (symbol !== undefined) return prefix + symbol;
  }
  // "a" and "v" are what some writers make of the symbols.
  if (lower === 'v' || lower === 'a') return lower.toUpperCase();
  return trimmed;
}

/** A symbol with its prefix; undefined where it is none of electrophysiology's. */
export function parseUnit(text: string): Unit | undefined {
  for (const symbol of SYMBOLS) {
    if (!text.endsWith(symbol)) continue;
    const prefix = text.slice(0, -symbol.length).replace(/^[uμ]$/, 'µ');
    const factor = Object.hasOwn(PREFIXES, prefix) ? PREFIXES[prefix] : undefined;
    if (factor !== undefined) return { symbol, factor };
  }
  return undefined;
}
