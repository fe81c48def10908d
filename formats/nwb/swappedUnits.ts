/** Recordings whose voltage and current have each other's conversion (DANDI 000292 and 000293). */
import type { Pair } from './pairing';
import type { Series } from './series';

export interface Scale {
  readonly unit: string;
  readonly conversion: number;
  readonly offset: number;
}

/** Of the file, with the schema's defaults. */
export function scaleOf({ symbol, conversion = 1, offset = 0 }: Series): Scale {
  return { unit: symbol, conversion, offset };
}

/** Both say volts; the voltage has the conversion of pA, the current that of mV. */
export function areSwapped({ response, stimulus }: Pair): boolean {
  if (!response || !stimulus) return false;
  const [voltage, current] = [response.series, stimulus.series];
  return (
    voltage.clamp !== 'voltage' &&
    voltage.symbol === 'V' &&
    current.symbol === 'V' &&
    isAbout(voltage.conversion, 1e-12) &&
    isAbout(current.conversion, 1e-3)
  );
}

/** Voltage in mV, current in pA. */
export const MENDED: { readonly response: Scale; readonly stimulus: Scale } = {
  response: { unit: 'V', conversion: 1e-3, offset: 0 },
  stimulus: { unit: 'A', conversion: 1e-12, offset: 0 },
};

function isAbout(value: number | undefined, expected: number): boolean {
  return value !== undefined && Math.abs(value / expected - 1) < 1e-3;
}
