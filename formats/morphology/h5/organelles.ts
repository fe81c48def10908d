/** Organelles of an H5 morphology: mitochondria and the endoplasmic reticulum from version 1.2, PSD of spines from 1.3. */
import type { EndoplasmicReticulum, Mitochondria, Organelles, PostsynapticDensity } from '../model';
import { organelleLayout } from '../problems/h5/organelleLayout';
import { organelleLengths } from '../problems/h5/organelleLengths';
import type { H5Metadata } from './metadata';
import {
  datasetAt,
  entityAt,
  numbersAt,
  pathIn,
  shown,
  toFloats,
  toIntegers,
  type Numbers,
  type Origin,
} from './tables';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export async function readOrganelles(
  origin: Origin,
  { version: [, , minor], family }: H5Metadata,
): Promise<Organelles> {
  const organelles: Mutable<Organelles> = {};
  if (minor < 2) return organelles;
  const has = async (name: string) => (await entityAt(origin.file, organelle(origin, name))) !== undefined;
  if (await has('mitochondria')) {
    const mitochondria = await readMitochondria(origin);
    if (mitochondria) organelles.mitochondria = mitochondria;
  }
  if (await has('endoplasmic_reticulum')) {
    const reticulum = await readReticulum(origin);
    if (reticulum) organelles.endoplasmicReticulum = reticulum;
  }
  if (minor >= 3 && family === 'spine') {
    const density = await readDensity(origin);
    if (density) organelles.postsynapticDensity = density;
  }
  return organelles;
}

function organelle({ group }: Origin, name: string): string {
  return pathIn(group, `organelles/${name}`);
}

/** A dataset that must be there; columns of the table beyond those that are wanted are left out. */
async function required(
  origin: Origin,
  path: string,
  wanted: { readonly rank: 1 } | { readonly rank: 2; readonly columns: number },
): Promise<Numbers | undefined> {
  const { file, problems } = origin;
  const dataset = await datasetAt(file, path);
  if (!dataset) {
    problems.add(organelleLayout, { path }, () => `${path} is missing: this organelle cannot be read without it.`);
    return undefined;
  }
  const { shape } = dataset;
  const columns = wanted.rank === 2 ? wanted.columns : 1;
  if (shape?.length !== wanted.rank || (wanted.rank === 2 && (shape[1] ?? 0) < columns)) {
    const expected = wanted.rank === 2 ? `[n, ${columns}]` : '[n]';
    problems.add(organelleLayout, { path }, () => `${path} has the shape ${shown(shape)}: ${expected} is expected.`);
    return undefined;
  }
  const numbers = await numbersAt(origin, dataset);
  const found = shape[1] ?? 1;
  return numbers && found > columns ? numbers.filter((_, i) => i % found < columns) : numbers;
}

async function readMitochondria(origin: Origin): Promise<Mitochondria | undefined> {
  const path = organelle(origin, 'mitochondria');
  const points = await required(origin, `${path}/points`, { rank: 2, columns: 3 });
  const structure = await required(origin, `${path}/structure`, { rank: 2, columns: 2 });
  if (!points || !structure) return undefined;
  const rows = toIntegers(structure);
  const count = rows.length / 2;
  const end = points.length / 3;
  const offsets = new Uint32Array(count + 1);
  const parents = new Int32Array(count);
  for (let i = 0, last = 0; i < count; i++) {
    last = Math.min(Math.max(last, rows[2 * i] ?? 0), end);
    offsets[i] = last;
    parents[i] = rows[2 * i + 1] ?? -1;
  }
  offsets[count] = end;
  return { points: toFloats(points), offsets, parents };
}

async function readReticulum(origin: Origin): Promise<EndoplasmicReticulum | undefined> {
  const path = organelle(origin, 'endoplasmic_reticulum');
  const sections = await required(origin, `${path}/section_index`, { rank: 1 });
  const volumes = await required(origin, `${path}/volume`, { rank: 1 });
  const surfaceAreas = await required(origin, `${path}/surface_area`, { rank: 1 });
  const filamentCounts = await required(origin, `${path}/filament_count`, { rank: 1 });
  if (!sections || !volumes || !surfaceAreas || !filamentCounts) return undefined;
  const lengths = [sections, volumes, surfaceAreas, filamentCounts].map(({ length }) => length);
  const count = Math.min(...lengths);
  if (Math.max(...lengths) > count) {
    origin.problems.add(
      organelleLengths,
      { path },
      () =>
        `${path}: section_index, volume, surface_area and filament_count have ${lengths.join(', ')} values: one for each section is expected in all. The first ${count} are read.`,
    );
  }
  return {
    sections: Uint32Array.from(toIntegers(sections.subarray(0, count))),
    volumes: toFloats(volumes.subarray(0, count)),
    surfaceAreas: toFloats(surfaceAreas.subarray(0, count)),
    filamentCounts: Uint32Array.from(toIntegers(filamentCounts.subarray(0, count))),
  };
}

async function readDensity(origin: Origin): Promise<PostsynapticDensity | undefined> {
  const path = organelle(origin, 'postsynaptic_density');
  if (!(await entityAt(origin.file, path))) {
    origin.problems.add(
      organelleLayout,
      { path },
      () => `${path} is missing: a spine of version 1.3 has it, with section_id, segment_id and offset.`,
    );
    return undefined;
  }
  const sections = await required(origin, `${path}/section_id`, { rank: 1 });
  const segments = await required(origin, `${path}/segment_id`, { rank: 1 });
  const offsets = await required(origin, `${path}/offset`, { rank: 1 });
  if (!sections || !segments || !offsets) return undefined;
  if (sections.length !== segments.length || offsets.length !== segments.length) {
    const lengths = [sections, segments, offsets].map(({ length }) => length).join(', ');
    origin.problems.add(
      organelleLayout,
      { path },
      () => `${path}: section_id, segment_id and offset have ${lengths} values: they must have the same number.`,
    );
    return undefined;
  }
  return { sections: toIntegers(sections), segments: toIntegers(segments), offsets: toFloats(offsets) };
}
