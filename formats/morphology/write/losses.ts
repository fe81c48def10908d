/** What a format has no place for, said once a file. */
import type { Morphology, MorphologyFormat } from '../model';
import { pointCount } from '../model';
import type { ProblemList } from '../problem';
import {
  writeEmptyMorphology,
  writeFamily,
  writeMarkers,
  writeNoSoma,
  writeNotFinite,
  writeOrganelles,
  writePerimeters,
  writeShortRoot,
} from '../problems/write';
import { topologyOf } from '../topology';

export function reportLosses(morphology: Morphology, format: MorphologyFormat, problems: ProblemList): void {
  const { soma, sections, organelles, perimeters, markers, family } = morphology;
  const somaPoints = soma.diameters.length;
  if (somaPoints === 0 && sections.count === 0) {
    problems.add(writeEmptyMorphology, {}, () => 'There is nothing to write: no soma and no sections.');
    return;
  }
  if (somaPoints === 0) {
    problems.add(writeNoSoma, {}, () => `The ${sections.count} sections are written without a soma: there is none.`);
  }
  const named = markers.length;
  if (named > 0)
    problems.add(
      writeMarkers,
      {},
      () => `${counted(named, 'marker')} cannot be written and ${named === 1 ? 'is' : 'are'} lost.`,
    );
  if (format !== 'swc') reportShortRoots(morphology, problems);
  if (format === 'h5') return;
  if (organelles.mitochondria ?? organelles.endoplasmicReticulum ?? organelles.postsynapticDensity) {
    problems.add(
      writeOrganelles,
      {},
      () => `Organelles have no place in ${format.toUpperCase()} and are lost: write H5.`,
    );
  }
  if (perimeters && perimeters.length > 0) {
    problems.add(
      writePerimeters,
      {},
      () => `Perimeters have no place in ${format.toUpperCase()} and are lost: write H5.`,
    );
  }
  if (family !== 'neuron') {
    problems.add(
      writeFamily,
      {},
      () => `${format.toUpperCase()} cannot say that this is a ${family} morphology: it will be read as a neuron.`,
    );
  }
  reportNotFinite(morphology, problems);
}

function reportShortRoots(morphology: Morphology, problems: ProblemList): void {
  const { offsets } = morphology.sections;
  for (const section of topologyOf(morphology.sections).roots) {
    const count = (offsets[section + 1] ?? 0) - (offsets[section] ?? 0);
    if (count < 2) {
      problems.add(
        writeShortRoot,
        { section },
        () => `Root section ${section} has ${counted(count, 'point')}; at least 2 are needed.`,
      );
    }
  }
}

function reportNotFinite(morphology: Morphology, problems: ProblemList): void {
  for (let point = 0; point < pointCount(morphology); point++) {
    const values = [...morphology.points.subarray(3 * point, 3 * point + 3), morphology.diameters[point] ?? 0];
    const wrong = values.find((value) => !Number.isFinite(value));
    if (wrong !== undefined) {
      problems.add(
        writeNotFinite,
        { point },
        () => `Point ${point} holds ${wrong}, which a text file cannot: mend it first.`,
      );
    }
  }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
