/** Single values of attributes and small datasets, whatever type a writer chose for them. */
import type { Hdf5Attribute, Hdf5Reference, Hdf5Values } from '../hdf5/api';

/** Attributes by name. */
export type Attributes = ReadonlyMap<string, Hdf5Attribute>;

/** So much of a text in bytes is decoded. */
const BYTES_LIMIT = 4096;

export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  // Some writers give bytes where the schema has text; what they hold is ASCII.
  if (value instanceof Uint8Array) return String.fromCharCode(...value.subarray(0, BYTES_LIMIT)).replace(/\0+$/, '');
  return undefined;
}

export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string' && value.trim() !== '') {
    const number = Number(value);
    return Number.isNaN(number) ? undefined : number;
  }
  return undefined;
}

/** Path to which a reference leads; undefined where it leads nowhere or is none. */
export function referenceOf(value: unknown): string | undefined {
  return isReference(value) ? (value.reference ?? undefined) : undefined;
}

export function isReference(value: unknown): value is Hdf5Reference {
  return typeof value === 'object' && value !== null && 'reference' in value;
}

export function firstText(values: Hdf5Values | undefined): string | undefined {
  return values && textOf(values.values[0]);
}

export function firstNumber(values: Hdf5Values | undefined): number | undefined {
  return values && numberOf(values.values[0]);
}

/** All texts of a list; others are left out. */
export function textsOf(values: Hdf5Values | undefined): readonly string[] {
  return values ? Array.from<unknown>(values.values).flatMap((value) => textOf(value) ?? []) : [];
}

/** All values as numbers; NaN where one is no number. */
export function numbersOf(values: Hdf5Values | undefined): readonly number[] {
  return values ? Array.from<unknown, number>(values.values, (value) => numberOf(value) ?? NaN) : [];
}
