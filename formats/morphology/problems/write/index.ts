/** What a writer says of a morphology that its format cannot hold whole. MorphIO's warnings and errors by name. */
import { defineProblem, type ProblemKind } from '../../problem';

const NO_EXAMPLES = { good: [], bad: [] };

function kind(
  name: string,
  level: 'error' | 'warning',
  title: string,
  formats: ProblemKind['formats'],
  documentation: string,
): ProblemKind {
  return defineProblem({
    code: `morph/${name}`,
    title,
    level,
    category: 'value',
    formats,
    documentation,
    examples: NO_EXAMPLES,
  });
}

export const writeEmptyMorphology = kind(
  'write-empty-morphology',
  'error',
  'nothing to write',
  ['swc', 'asc', 'h5'],
  'The morphology has neither a soma nor sections. MorphIO: `write_empty_morphology`.',
);

export const writeNoSoma = kind(
  'write-no-soma',
  'warning',
  'written without a soma',
  ['swc', 'asc', 'h5'],
  'Sections are written without a soma. MorphIO: `write_no_soma`.',
);

export const writeSomaAsCylinders = kind(
  'soma-non-cylinder-or-point',
  'warning',
  'contour becomes cylinders',
  ['swc'],
  'SWC holds no contour: its points are written as a chain, which readers take for cylinders. MorphIO: `soma_non_cylinder_or_point`.',
);

export const writeSomaAsContour = kind(
  'soma-non-contour',
  'warning',
  'soma becomes a contour',
  ['asc', 'h5'],
  'ASC and H5 hold a soma as a contour only. A sphere is written as a circle with its radius, because MorphIO refuses a contour of one point. MorphIO: `soma_non_contour`.',
);

export const writeOrganelles = kind(
  'organelles-write-not-supported',
  'warning',
  'organelles are lost',
  ['swc', 'asc'],
  'Mitochondria, endoplasmic reticulum and postsynaptic densities have a place in H5 only. MorphIO: `mitochondria_write_not_supported`.',
);

export const writePerimeters = kind(
  'perimeters-write-not-supported',
  'warning',
  'perimeters are lost',
  ['swc', 'asc'],
  'Perimeters have a place in H5 only. MorphIO refuses to write them elsewhere; here they are left out.',
);

export const writeMarkers = kind(
  'markers-write-not-supported',
  'warning',
  'markers are lost',
  ['swc', 'asc', 'h5'],
  'Named points and contours of an ASC file are not written, as MorphIO does not write them.',
);

export const writeOnlyChild = kind(
  'write-only-child',
  'warning',
  'sections are merged',
  ['swc'],
  'SWC has no place for a section with one child: on reading, both are one section. MorphIO refuses to write them (`ONLY_CHILD_SWC_WRITER`).',
);

export const writeSectionTypeChange = kind(
  'write-section-type-change',
  'error',
  'type changes without a fork',
  ['swc'],
  'A single child of another type than its parent makes an SWC file that MorphIO refuses to read.',
);

export const writeSectionType = kind(
  'write-unsupported-section-type',
  'error',
  'type has no name in ASC',
  ['asc'],
  'ASC names axons, dendrites and apical dendrites only. MorphIO: `UNSUPPORTED_SECTION_TYPE`.',
);

export const writeMixedTypes = kind(
  'write-mixed-types',
  'warning',
  'types within a neurite are lost',
  ['asc'],
  'ASC names the type of a whole neurite; an axon that leaves a dendrite is written as a dendrite.',
);

export const writeShortRoot = kind(
  'write-short-root-section',
  'error',
  'root section of one point',
  ['asc', 'h5'],
  'A root section needs two points in ASC and H5. MorphIO: `RawDataError`.',
);

export const writeNotFinite = kind(
  'write-not-finite',
  'error',
  'not a number',
  ['swc', 'asc'],
  'Text formats hold finite numbers only.',
);

export const writeFamily = kind(
  'write-cell-family',
  'warning',
  'cell family is lost',
  ['swc', 'asc'],
  'Only H5 says that a morphology is a glial cell or a spine.',
);
