/**
 * H5 v1.3 as MorphIO writes it: `points` [n, 4] with diameters, the soma's first; `structure` [m, 3] with the first
 * point, the type and the parent row of the soma and of each section.
 */
import type { Hdf5Description, Hdf5NewDataset, Hdf5NewGroup } from '../../hdf5/description';
import type { Morphology, Organelles } from '../model';
import type { ProblemList } from '../problem';
import { SOMA_TYPE, type CellFamily } from '../sectionTypes';
import { somaContour } from './soma';

const FAMILIES: Readonly<Record<CellFamily, number>> = { neuron: 0, glia: 1, spine: 2 };

const VERSION = [1, 3];

export function h5Description(morphology: Morphology, creator: string, problems: ProblemList): Hdf5Description {
  const { sections, perimeters, family, organelles } = morphology;
  const soma = somaContour(morphology, problems);
  const somaPoints = soma.length / 4;
  // A spine has no soma row; the rows of a file without one begin with the first section.
  const somaRows = somaPoints > 0 ? 1 : 0;
  const structure = new Int32Array((sections.count + somaRows) * 3);
  if (somaRows > 0) structure.set([0, SOMA_TYPE, -1]);
  for (let section = 0; section < sections.count; section++) {
    const start = somaPoints + (sections.offsets[section] ?? 0);
    const parent = sections.parents[section] ?? -1;
    const parentRow = parent < 0 ? somaRows - 1 : parent + somaRows;
    structure.set([start, sections.types[section] ?? 0, parentRow], 3 * (section + somaRows));
  }
  const groups: Record<string, Hdf5NewGroup> = {
    metadata: {
      attributes: [
        { name: 'version', values: Uint32Array.from(VERSION) },
        { name: 'cell_family', values: Uint32Array.of(FAMILIES[family]) },
      ],
    },
  };
  const organelleGroups = organellesOf(organelles);
  if (Object.keys(organelleGroups).length > 0) groups['organelles'] = { groups: organelleGroups };
  return {
    attributes: [{ name: 'comment', values: [`Created by ${creator}`] }],
    groups,
    datasets: {
      points: { values: allPoints(morphology, soma), shape: [somaPoints + morphology.diameters.length, 4] },
      structure: { values: structure, shape: [structure.length / 3, 3] },
      ...(perimeters && perimeters.length > 0 && { perimeters: { values: withSoma(perimeters, somaPoints) } }),
    },
  };
}

/** [n, 4]: x, y, z, diameter; first those of the soma. */
function allPoints({ points, diameters }: Morphology, soma: Float32Array): Float32Array {
  const rows = new Float32Array(soma.length + 4 * diameters.length);
  rows.set(soma);
  for (let i = 0, at = soma.length; i < diameters.length; i++, at += 4) {
    rows[at] = points[3 * i] ?? 0;
    rows[at + 1] = points[3 * i + 1] ?? 0;
    rows[at + 2] = points[3 * i + 2] ?? 0;
    rows[at + 3] = diameters[i] ?? 0;
  }
  return rows;
}

/** The perimeter of a soma's point is 0. */
function withSoma(perimeters: Float32Array, somaPoints: number): Float32Array {
  const all = new Float32Array(somaPoints + perimeters.length);
  all.set(perimeters, somaPoints);
  return all;
}

function organellesOf({
  mitochondria,
  endoplasmicReticulum,
  postsynapticDensity,
}: Organelles): Record<string, Hdf5NewGroup> {
  const groups: Record<string, Hdf5NewGroup> = {};
  if (mitochondria) {
    const { points, offsets, parents } = mitochondria;
    const structure = new Int32Array(parents.length * 2);
    parents.forEach((parent, i) => structure.set([offsets[i] ?? 0, parent], 2 * i));
    groups['mitochondria'] = {
      datasets: {
        points: { values: points, shape: [points.length / 3, 3] },
        structure: { values: structure, shape: [parents.length, 2] },
      },
    };
  }
  if (endoplasmicReticulum) {
    const { sections, volumes, surfaceAreas, filamentCounts } = endoplasmicReticulum;
    groups['endoplasmic_reticulum'] = columns({
      section_index: sections,
      volume: volumes,
      surface_area: surfaceAreas,
      filament_count: filamentCounts,
    });
  }
  if (postsynapticDensity) {
    const { sections, segments, offsets } = postsynapticDensity;
    groups['postsynaptic_density'] = columns({ section_id: sections, segment_id: segments, offset: offsets });
  }
  return groups;
}

function columns(values: Readonly<Record<string, Hdf5NewDataset['values']>>): Hdf5NewGroup {
  return { datasets: Object.fromEntries(Object.entries(values).map(([name, each]) => [name, { values: each }])) };
}
