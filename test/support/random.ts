import fc from 'fast-check';

/** How often a property is tried; `npm run fuzz` sets more. */
export const RUNS = Number(process.env['BBP_FUZZ_RUNS'] ?? '60');

/** What may happen to a file on its way: it is cut, a byte is flipped, a stretch is lost or doubled. */
export const damage: fc.Arbitrary<(bytes: Uint8Array) => Uint8Array> = fc.oneof(
  fc
    .double({ min: 0, max: 1, noNaN: true })
    .map((at) => (bytes: Uint8Array) => bytes.slice(0, Math.floor(at * bytes.length))),
  fc
    .array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
      maxLength: 8,
    })
    .map((flips) => (bytes: Uint8Array) => {
      const copy = bytes.slice();
      for (const [at, mask] of flips) {
        const index = Math.min(copy.length - 1, Math.floor(at * copy.length));
        if (index >= 0) copy[index] = (copy[index] ?? 0) ^ mask;
      }
      return copy;
    }),
  fc
    .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 200 }), fc.boolean())
    .map(([at, length, doubled]) => (bytes: Uint8Array) => {
      const start = Math.floor(at * bytes.length);
      const piece = bytes.slice(start, start + length);
      const tail = bytes.slice(doubled ? start : start + length);
      return concatenated([bytes.slice(0, start), ...(doubled ? [piece] : []), tail]);
    }),
);

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const PIECES = [
  'Report soma\n{\n',
  '}\n',
  '{',
  '}',
  '#',
  '# remark\n',
  '\n',
  '\r',
  '\t',
  'Target Mosaic\n',
  'Target Cell X\n{\n',
  'Mosaic',
  'Excitatory',
  'a1',
  'a012',
  'soma',
  'Stimulus s\n{\n',
  'Pattern Noise\n',
  '<NONE>',
  'Run Default\n{\n',
  ':',
  '"',
  '\\',
  '%s.Use *= 0',
  '\u0000',
  'é',
  '\ud800',
] as const;

/** An edit in an editor: a stretch is replaced by a word of the languages, or by anything. */
export interface RandomEdit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

export const edits: fc.Arbitrary<readonly RandomEdit[]> = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.integer({ min: 0, max: 40 }),
    inserted: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6 })),
  }),
  { minLength: 1, maxLength: 12 },
);

export function applyRandomEdit(text: string, { at, removed, inserted }: RandomEdit): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + inserted + text.slice(start + removed);
}
