/**
 * Values on their way to a webview. VS Code sends messages as JSON with the memory of typed arrays beside it, so large
 * integers, NaN and infinities would be lost, and a view of a part of some memory would take all of it along.
 */

/** Stands for a value that JSON has not. Names in HDF5 files hold no zero byte, so no record of one has it. */
const MARK = '\u0000bbp';

interface Packed {
  readonly [MARK]: string;
}

/** The message with what JSON lacks in other words; the same object where there is nothing to change. */
export function packed<Value>(value: Value): Value {
  return changed(value, pack) as Value;
}

/** What {@link packed} was given. */
export function unpacked<Value>(value: Value): Value {
  return changed(value, unpack) as Value;
}

/** What stands for a value; undefined where its parts are looked at. */
type Change = (value: unknown) => { readonly value: unknown } | undefined;

function pack(value: unknown): { readonly value: unknown } | undefined {
  if (typeof value === 'bigint') return { value: { [MARK]: `${String(value)}n` } };
  if (typeof value === 'number') {
    return { value: Number.isFinite(value) && !Object.is(value, -0) ? value : { [MARK]: numberText(value) } };
  }
  if (ArrayBuffer.isView(value)) {
    const isWhole = value.byteLength === value.buffer.byteLength;
    return { value: isWhole || value instanceof DataView ? value : (value as Uint8Array).slice() };
  }
  return typeof value === 'object' && value !== null ? undefined : { value };
}

function numberText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function unpack(value: unknown): { readonly value: unknown } | undefined {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return { value };
  if (!isPacked(value)) return undefined;
  const text = value[MARK];
  return { value: text.endsWith('n') ? BigInt(text.slice(0, -1)) : Number(text) };
}

function isPacked(value: object): value is Packed {
  return MARK in value && typeof value[MARK] === 'string';
}

/** Values nest at most so deep; what lies deeper stays as it is. */
const DEPTH_LIMIT = 64;

function changed(value: unknown, change: Change, depth = 0): unknown {
  const done = change(value);
  if (done) return done.value;
  if (depth >= DEPTH_LIMIT) return value;
  if (Array.isArray(value)) {
    let copy: unknown[] | undefined;
    for (let i = 0; i < value.length; i++) {
      const item: unknown = value[i];
      const next = changed(item, change, depth + 1);
      if (!Object.is(next, item)) {
        copy ??= [...(value as unknown[])];
        copy[i] = next;
      }
    }
    return copy ?? value;
  }
  let copy: Record<string, unknown> | undefined;
  for (const [key, part] of Object.entries(value as Record<string, unknown>)) {
    const next = changed(part, change, depth + 1);
    if (!Object.is(next, part)) {
      copy ??= { ...(value as Record<string, unknown>) };
      copy[key] = next;
    }
  }
  return copy ?? value;
}
