/** Values as JSON and as CSV. */
import type { Hdf5Type } from '../../../formats/hdf5/api';

/** A value for JSON: integers above 2^53 and what is no finite number as text, enum values by their names. */
function jsonValue(value: unknown, type?: Hdf5Type): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (typeof value === 'number') {
    const name = type?.members && Object.entries(type.members).find(([, each]) => each === value)?.[0];
    if (name !== undefined) return name;
    if (type?.kind === 'boolean') return value !== 0;
    if (Number.isFinite(value)) return value;
    return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  }
  if (value instanceof Uint8Array) return Array.from(value);
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<unknown>, (each) => jsonValue(each));
  if (Array.isArray(value)) return value.map((each) => jsonValue(each, type?.element));
  if (typeof value === 'object' && value !== null) {
    const types = new Map(type?.fields?.map((field) => [field.name, field.type]));
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, jsonValue(each, types.get(name))]));
  }
  return value ?? null;
}

/** A flat list of values as nested lists of a shape; the value itself where the shape is []. */
export function nested(values: ArrayLike<unknown>, shape: readonly number[], type: Hdf5Type): unknown {
  let at = 0;
  const build = (dimension: number): unknown => {
    if (dimension === shape.length) return jsonValue(values[at++], type);
    return Array.from({ length: shape[dimension] ?? 0 }, () => build(dimension + 1));
  };
  return build(0);
}

/** One row a line: the last dimension, or the fields of a compound, are the columns. */
export function csvText(values: ArrayLike<unknown>, shape: readonly number[], type: Hdf5Type): string {
  const fields = type.fields?.map(({ name }) => name);
  const width = fields || shape.length < 2 ? 1 : (shape.at(-1) ?? 1);
  const rows: string[] = fields ? [fields.map(cellText).join(',')] : [];
  for (let at = 0; at < values.length; at += Math.max(1, width)) {
    const cells: unknown[] = [];
    for (let column = 0; column < width; column++) {
      const value = jsonValue(values[at + column], type);
      if (fields && typeof value === 'object' && value !== null) {
        cells.push(...fields.map((name) => (value as Readonly<Record<string, unknown>>)[name]));
      } else cells.push(value);
    }
    rows.push(cells.map(cellText).join(','));
  }
  return `${rows.join('\n')}\n`;
}

/** Numbers that JSON has as text, such as -2^63 and `-inf`: no spreadsheet runs them. */
const NEGATIVE = /^-(\d+|inf)$/;

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  // A spreadsheet would run what begins with these as a formula.
  const isFormula = typeof value === 'string' && /^[=+@\t\r-]/.test(text) && !NEGATIVE.test(text);
  const safe = isFormula ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
