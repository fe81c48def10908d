/** Blood vessels: sections that form a graph, not a tree. Source: morphology documentation, h5-vasc-graph. */
import { grouped } from '../../text/counts';
import { countFact, otherReading, type Fact } from './others';
import type { H5OtherReading } from './reading';
import { datasetAt, numbersAt, pathIn, tableShape, type Numbers, type Origin } from './tables';

const TYPES: readonly string[] = [
  'undefined',
  'vein',
  'artery',
  'venule',
  'arteriole',
  'venous capillary',
  'arterial capillary',
  'transitional',
  'custom',
];

export async function readVasculature(origin: Origin): Promise<H5OtherReading> {
  const points = await table(origin, 'points', 4, 'x, y, z, diameter');
  const structure = await table(origin, 'structure', 2, 'first point, type');
  const connectivity = await table(origin, 'connectivity', 2, 'section, next section');
  const facts: Fact[] = [
    ...(structure ? [countFact('Sections', structure.length / 2)] : []),
    ...(points ? [countFact('Points', points.length / 4)] : []),
    ...(connectivity ? [countFact('Connections', connectivity.length / 2)] : []),
    ...(structure ? [{ label: 'Types', value: typesShown(structure) }] : []),
    ...(points ? diameterFact(points) : []),
  ];
  return otherReading({ kind: 'vasculature', title: 'Vasculature', facts }, origin.problems);
}

async function table(origin: Origin, name: string, columns: number, meaning: string): Promise<Numbers | undefined> {
  const dataset = await datasetAt(origin.file, pathIn(origin.group, name));
  return dataset && tableShape(origin, dataset, columns, meaning) ? numbersAt(origin, dataset) : undefined;
}

function typesShown(structure: Numbers): string {
  const counts = new Map<number, number>();
  for (let i = 1; i < structure.length; i += 2) {
    const type = structure[i] ?? 0;
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .slice(0, TYPES.length + 1)
    .map(([type, count]) => `${grouped(count)} ${TYPES[type] ?? `of the unknown type ${type}`}`)
    .join(', ');
}

function diameterFact(points: Numbers): readonly Fact[] {
  let least = Infinity;
  let greatest = -Infinity;
  for (let i = 3; i < points.length; i += 4) {
    const diameter = points[i] ?? 0;
    if (diameter < least) least = diameter;
    if (diameter > greatest) greatest = diameter;
  }
  if (least > greatest) return [];
  return [{ label: 'Diameters', value: `${least.toPrecision(3)} to ${greatest.toPrecision(3)} µm` }];
}
