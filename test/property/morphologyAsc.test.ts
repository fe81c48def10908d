import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { ascOutline } from '../../formats/morphology/asc/outline';
import { readAsc } from '../../formats/morphology/asc/read';
import type { Morphology } from '../../formats/morphology/model';
import { corpusPath, morphioRecords } from '../support/morphologyTruth';
import { applyRandomEdit, damage, RUNS } from '../support/random';

const MADE = `; made by hand
(ImageCoords Filename "a.jpx")
("CellBody" (Color Red) (CellBody) (0 1 0 0.1 S1) (1 0 0 0.1 S1) (-1 0 0 0.1 S1)) ; End of contour
( (Color Blue) (Dendrite)
  (0 0 0 2) ; Root
  <( (Class 1 "spine") (1 1 1 0.2) )>
  (Cross (Name "Marker 3") (7 8 9 1))
  (0 5 0 2)
  ( (-5 5 0 3) Incomplete | (6 5 0 1.5) ( (7 6 0 1) High | (8 8 0 1) Normal ) )
)
("pia" (0 1 2) (3 4 5))
`;

/** Small files, so that many are tried. */
const samples: readonly Uint8Array[] = [
  Buffer.from(MADE),
  ...morphioRecords('asc')
    .map(({ file }) => readFileSync(corpusPath(file)))
    .filter(({ length }) => length < 4000),
];

const sample = fc.constantFrom(...samples);

/** In ms; a damaged file takes no longer than a sound one. */
const LIMIT = 2000;

const PIECES = [
  '(',
  ')',
  '|',
  '"',
  '<(',
  ')>',
  '(Axon)',
  '("x"',
  ';',
  'Incomplete',
  '(Cross',
  ',',
  '1e99',
  '(0 0 0 1)',
];

const randomEdits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.integer({ min: 0, max: 30 }),
    inserted: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 5 })),
  }),
  { minLength: 1, maxLength: 10 },
);

/** Whatever the bytes, arrays fit together and places lie within the file. */
function check(bytes: Uint8Array): void {
  const started = Date.now();
  const { morphology, problems, refused } = readAsc(bytes);
  ascOutline(new TextDecoder().decode(bytes));
  assert.ok(Date.now() - started < LIMIT);
  assert.equal(
    refused,
    problems.some(({ level }) => level === 'error'),
  );
  for (const { place, message } of problems) {
    assert.ok(message.length > 0);
    if (place.span)
      assert.ok(place.span.start >= 0 && place.span.start <= place.span.end && place.span.end <= bytes.length);
  }
  if (morphology) checkShape(morphology);
}

function checkShape({ points, diameters, lines, sections, markers, soma }: Morphology): void {
  assert.equal(points.length, 3 * diameters.length);
  assert.equal(lines.length, diameters.length);
  assert.equal(sections.offsets.length, sections.count + 1);
  assert.equal(sections.offsets[sections.count], diameters.length);
  assert.equal(soma.points.length, 3 * soma.diameters.length);
  for (let section = 0; section < sections.count; section++) {
    assert.ok(sections.parents[section]! < section);
    assert.ok(sections.offsets[section]! < sections.offsets[section + 1]!);
  }
  for (const marker of markers) assert.ok(marker.section >= -1 && marker.section < sections.count);
}

describe('ASC reader on damaged files', () => {
  it('reads any prefix', () => {
    for (let end = 0; end <= MADE.length; end++) check(Buffer.from(MADE.slice(0, end)));
  });

  it('reads files with flipped, lost and doubled bytes', () => {
    fc.assert(
      fc.property(sample, damage, (bytes, harm) => {
        check(harm(bytes));
      }),
      { numRuns: RUNS * 5 },
    );
  });

  it('reads files with random edits', () => {
    fc.assert(
      fc.property(sample, randomEdits, (bytes, edits) => {
        check(Buffer.from(edits.reduce(applyRandomEdit, new TextDecoder().decode(bytes))));
      }),
      { numRuns: RUNS * 5 },
    );
  });

  it('reads any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), check), { numRuns: RUNS * 2 });
  });
});
