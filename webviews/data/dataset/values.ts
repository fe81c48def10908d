/** Values of a file as text: exact, NaN as NaN, what is missing as nothing. */
import type { Hdf5Dataset, Hdf5Type, Hdf5Values } from '../../../formats/hdf5/api';

/** Lists and records are written down to so many of their elements. */
const LONGEST_LIST = 100;
const DEEPEST = 8;

export function valueText(type: Hdf5Type, value: unknown, depth = 0): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint') return enumName(type, Number(value)) ?? String(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return numberText(type, value);
  if (depth >= DEEPEST) return '…';
  if (value instanceof Uint8Array && type.kind !== 'array' && type.kind !== 'vlen') return bytesText(value);
  if (isReference(value)) return referenceText(value);
  if (type.kind === 'complex' && Array.isArray(value)) return complexText(value as readonly unknown[]);
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return listText(type, value as ArrayLike<unknown>, depth);
  return recordText(type, value, depth);
}

function numberText(type: Hdf5Type, value: number): string {
  if (type.kind === 'boolean') return value === 0 ? 'false' : 'true';
  const name = enumName(type, value);
  if (name !== undefined) return name;
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return type.kind === 'float' && type.size === 4 ? shortFloat(value) : String(value);
}

/** The fewest digits that give the same float32. */
export function shortFloat(value: number): string {
  for (let digits = 6; digits <= 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === Math.fround(value)) return String(short);
  }
  return String(value);
}

function enumName({ members }: Hdf5Type, value: number): string | undefined {
  if (!members) return undefined;
  return Object.entries(members).find(([, number]) => number === value)?.[0];
}

function bytesText(bytes: Uint8Array): string {
  const shown = Array.from(bytes.subarray(0, 64), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return bytes.length > 64 ? `${shown} … (${bytes.length} bytes)` : shown;
}

interface Reference {
  readonly reference: string | null;
  readonly region?: string;
}

export function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && 'reference' in value;
}

function referenceText({ reference, region }: Reference): string {
  if (reference === null) return '(refers to nothing)';
  return region === undefined ? reference : `${reference} ${region}`;
}

function complexText([real, imaginary]: readonly unknown[]): string {
  const text = String(imaginary);
  return `${String(real)}${text.startsWith('-') ? '' : '+'}${text}i`;
}

function listText(type: Hdf5Type, list: ArrayLike<unknown>, depth: number): string {
  const element = type.element ?? type;
  const shown = Array.from({ length: Math.min(list.length, LONGEST_LIST) }, (_, i) =>
    valueText(element, list[i], depth + 1),
  );
  return `[${shown.join(', ')}${list.length > LONGEST_LIST ? `, … (${list.length})` : ''}]`;
}

function recordText(type: Hdf5Type, value: object, depth: number): string {
  const parts = Object.entries(value).map(([name, each]) => {
    const field = type.fields?.find((known) => known.name === name)?.type ?? type;
    return `${name}: ${valueText(field, each, depth + 1)}`;
  });
  return `{${parts.join(', ')}}`;
}

/** "float32", "enum of 3", "compound of 4". */
export function typeText({ kind, name, members, fields, element }: Hdf5Type): string {
  if (kind === 'enum' && members) return `enum of ${Object.keys(members).length}`;
  if (kind === 'compound' && fields) return `compound of ${fields.length}`;
  if (kind === 'vlen' && element) return `lists of ${element.name}`;
  return name;
}

/** "6 012 334", "100 × 20", "scalar", "empty". */
export function shapeText(shape: readonly number[] | null): string {
  if (shape === null) return 'empty';
  if (shape.length === 0) return 'scalar';
  return shape.map((length) => groups(length)).join(' × ');
}

function groups(count: number): string {
  return count.toString().replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

/** How it lies in the file: "chunks 65 536", "gzip, shuffle", "virtual". */
export function storageFacts({ layout, chunks, filters }: Hdf5Dataset): readonly string[] {
  const names = filters.map(({ name, isAvailable }) => (isAvailable ? name : `${name} (not readable here)`));
  return [
    ...(chunks ? [`chunks ${shapeText(chunks)}`] : layout === 'virtual' || layout === 'external' ? [layout] : []),
    ...(names.length > 0 ? [names.join(', ')] : []),
  ];
}

/** Numbers as doubles to draw; NaN where a value is none. */
export function asNumbers({ values }: Hdf5Values): Float64Array {
  return Float64Array.from({ length: values.length }, (_, i) => {
    const value: unknown = values[i];
    return typeof value === 'number'
      ? value
      : typeof value === 'bigint'
        ? Number(value)
        : typeof value === 'boolean'
          ? Number(value)
          : NaN;
  });
}

/** What JSON.stringify takes; 64-bit integers as text, so that no digit is lost. */
export function jsonValue(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return numberText({ kind: 'float' } as Hdf5Type, value);
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<unknown>, jsonValue);
  if (Array.isArray(value)) return value.map(jsonValue);
  return value;
}
