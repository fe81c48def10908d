/** What the tab "Measures" shows of the measures. */
import type { Measures } from '../../../formats/morphology/measures/measure';
import type { NeuriteMeasures } from '../../../formats/morphology/measures/neurites';
import { FEATURES, type Feature, type FeatureValues } from '../../../formats/morphology/measures/schema';
import { sectionTypeName, sectionTypeTitle } from '../../../formats/morphology/sectionTypes';
import { typeSummaries } from '../derived';
import type { Morphology } from '../../../formats/morphology/model';

/** Numbers of a cell or of a type of neurites; the number of Sholl spheres says nothing here. */
export const SCALARS: readonly Feature[] = FEATURES.filter(
  ({ key, shape }) => (shape === 'count' || shape === 'total' || shape === 'statistic') && key !== 'sholl_radii_10um',
);

export interface Group {
  /** "basal dendrite". */
  readonly title: string;
  readonly values: FeatureValues;
}

/** All neurites, then each type that the cell has. */
export function groupsOf(measures: Measures, morphology: Morphology): readonly Group[] {
  const groups = typeSummaries(morphology)
    .filter(({ neurites }) => neurites > 0)
    .flatMap(({ type }) => {
      const values = ofType(measures, type);
      return values ? [{ title: sectionTypeTitle(type, morphology.family), values }] : [];
    });
  return [{ title: 'all', values: measures.all }, ...groups];
}

function ofType(measures: Measures, type: number): FeatureValues | undefined {
  const byName: Readonly<Record<string, Measures[keyof Measures] | undefined>> = { ...measures };
  const found = byName[sectionTypeName(type)];
  return found && 'number_of_neurites' in found ? found : undefined;
}

export function scalarValue(values: FeatureValues, key: string): number | null {
  const value = (values as Readonly<Record<string, unknown>>)[key];
  return typeof value === 'number' ? value : null;
}

interface NeuriteColumn {
  readonly title: string;
  readonly unit?: string;
  readonly of: (neurite: NeuriteMeasures) => number;
}

export const NEURITE_COLUMNS: readonly NeuriteColumn[] = [
  { title: 'Sections', of: (neurite) => neurite.number_of_sections },
  { title: 'Segments', of: (neurite) => neurite.number_of_segments },
  { title: 'Bifurcations', of: (neurite) => neurite.number_of_bifurcations },
  { title: 'Tips', of: (neurite) => neurite.number_of_leaves },
  { title: 'Length', unit: 'µm', of: (neurite) => neurite.total_length },
  { title: 'Area', unit: 'µm²', of: (neurite) => neurite.total_area },
  { title: 'Volume', unit: 'µm³', of: (neurite) => neurite.total_volume },
  { title: 'Greatest order', of: (neurite) => neurite.max_branch_order },
  { title: 'Strahler order', of: (neurite) => neurite.max_strahler_order },
  { title: 'Path distance', unit: 'µm', of: (neurite) => neurite.max_path_distance },
  { title: 'Radial distance', unit: 'µm', of: (neurite) => neurite.max_radial_distance },
];
