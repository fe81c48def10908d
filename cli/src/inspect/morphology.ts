/** What `bbp inspect` says of a morphology, and of H5 files that hold other shapes than one cell. */
import { checkProblems } from '../../../formats/morphology/checks/run';
import type { H5Reading } from '../../../formats/morphology/h5/read';
import { measure } from '../../../formats/morphology/measures/measure';
import type { Morphology } from '../../../formats/morphology/model';
import { barPairs, persistenceBarcode } from '../../../formats/morphology/persistence/barcode';
import type { MorphologyProblem } from '../../../formats/morphology/problem';
import { summarise } from '../../../formats/morphology/summary';
import type { InspectArguments } from '../arguments';
import type { InspectedProblem, Inspection } from './inspection';

type Wanted = Pick<InspectArguments, 'measures' | 'barcode' | 'points'>;

export function inspectMorphology(file: string, found: H5Reading, wanted: Wanted): Inspection {
  if (found.kind !== 'morphology') {
    const { kind, summary, problems } = found;
    const facts = Object.fromEntries(summary.facts.map(({ label, value }) => [label, value]));
    return { file, kind, ...facts, problems: problems.map(inspected) };
  }
  const { morphology, refused, problems } = found.reading;
  if (!morphology || refused) return { file, kind: 'morphology', problems: problems.map(inspected) };
  return {
    file,
    kind: 'morphology',
    format: morphology.format,
    ...(morphology.family !== 'neuron' && { family: morphology.family }),
    ...summarise(morphology),
    ...(wanted.measures && { measures: measure(morphology) }),
    ...(wanted.barcode && { barcode: barcodeOf(morphology) }),
    ...(wanted.points && { sectionData: sectionData(morphology) }),
    problems: [...problems, ...checkProblems(morphology, problems)].map(inspected),
  };
}

function inspected({ code, level, message, place }: MorphologyProblem): InspectedProblem {
  const { line, section, point } = place;
  return {
    code,
    severity: level,
    message,
    ...(line !== undefined && { line: line + 1 }),
    ...(section !== undefined && { section }),
    ...(point !== undefined && { point }),
  };
}

/** By type, one object a neurite with its bars as pairs in µm. */
function barcodeOf(morphology: Morphology): unknown {
  return Object.fromEntries(
    Object.entries(persistenceBarcode(morphology)).map(([type, neurites]) => [
      type,
      neurites.map((neurite) => ({
        root: neurite.root,
        radial_distances: barPairs(neurite.radial_distances),
        path_distances: barPairs(neurite.path_distances),
      })),
    ]),
  );
}

/** Every section with its type, its parent (−1 for a root) and its points [n, 4]: x, y, z, diameter in µm. */
function sectionData({ sections, points, diameters }: Morphology): readonly unknown[] {
  return Array.from({ length: sections.count }, (_, section) => {
    const start = sections.offsets[section] ?? 0;
    const count = (sections.offsets[section + 1] ?? 0) - start;
    return {
      type: sections.types[section],
      parent: sections.parents[section],
      points: Array.from({ length: count }, (_unused, i) => [
        ...points.subarray(3 * (start + i), 3 * (start + i) + 3),
        diameters[start + i],
      ]),
    };
  });
}
