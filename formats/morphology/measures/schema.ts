/**
 * The features that are measured, by NeuroM's names: what each is, in which unit, and how NeuroM defines it. A name
 * with `:mean` or `:max` is that statistic of a list that NeuroM gives. Source: NeuroM 4.0.4, `neurom/features`.
 */

export interface Feature {
  /** NeuroM's name, with the statistic that is taken of it. */
  readonly key: string;
  /** For a table's first column. */
  readonly title: string;
  /** `µm`, `µm²`, `µm³`, `rad`; empty for counts and ratios. */
  readonly unit: string;
  /**
   * `count` and `total` are 0 where there is no neurite; a `statistic` is null where it has nothing to be taken of; a
   * `list` has one value a neurite, in the order of the file; a `profile` has one value a radius.
   */
  readonly shape: 'count' | 'total' | 'statistic' | 'list' | 'profile';
  /** One sentence. */
  readonly description: string;
  /** Where NeuroM defines it. */
  readonly source: string;
}

const MORPHOLOGY = 'neurom/features/morphology.py';
const NEURITE = 'neurom/features/neurite.py';
const SECTION = 'neurom/features/section.py';
const BIFURCATION = 'neurom/features/bifurcation.py';
const MATH = 'neurom/morphmath.py';

export const FEATURES = [
  {
    key: 'number_of_neurites',
    title: 'Neurites',
    unit: '',
    shape: 'count',
    description: 'Root sections; a neurite is of the type of its root section.',
    source: MORPHOLOGY,
  },
  {
    key: 'number_of_sections',
    title: 'Sections',
    unit: '',
    shape: 'count',
    description: 'Stretches between two of root, fork and tip.',
    source: NEURITE,
  },
  {
    key: 'number_of_segments',
    title: 'Segments',
    unit: '',
    shape: 'count',
    description: 'Pairs of consecutive points in a section.',
    source: NEURITE,
  },
  {
    key: 'number_of_sections_per_neurite',
    title: 'Sections per neurite',
    unit: '',
    shape: 'list',
    description: 'Sections of each neurite.',
    source: MORPHOLOGY,
  },
  {
    key: 'number_of_bifurcations',
    title: 'Bifurcations',
    unit: '',
    shape: 'count',
    description: 'Sections with exactly two children.',
    source: NEURITE,
  },
  {
    key: 'number_of_forking_points',
    title: 'Forking points',
    unit: '',
    shape: 'count',
    description: 'Sections with two or more children.',
    source: NEURITE,
  },
  {
    key: 'number_of_leaves',
    title: 'Tips',
    unit: '',
    shape: 'count',
    description: 'Sections without children.',
    source: NEURITE,
  },
  {
    key: 'total_length',
    title: 'Length',
    unit: 'µm',
    shape: 'total',
    description: 'Sum of the lengths of all segments.',
    source: NEURITE,
  },
  {
    key: 'total_area',
    title: 'Area',
    unit: 'µm²',
    shape: 'total',
    description: 'Sum of the lateral areas of all segments as frusta, without caps.',
    source: MATH,
  },
  {
    key: 'total_volume',
    title: 'Volume',
    unit: 'µm³',
    shape: 'total',
    description: 'Sum of the volumes of all segments as frusta.',
    source: MATH,
  },
  {
    key: 'total_length_per_neurite',
    title: 'Length per neurite',
    unit: 'µm',
    shape: 'list',
    description: 'Length of each neurite.',
    source: MORPHOLOGY,
  },
  {
    key: 'total_area_per_neurite',
    title: 'Area per neurite',
    unit: 'µm²',
    shape: 'list',
    description: 'Lateral area of each neurite.',
    source: MORPHOLOGY,
  },
  {
    key: 'total_volume_per_neurite',
    title: 'Volume per neurite',
    unit: 'µm³',
    shape: 'list',
    description: 'Volume of each neurite.',
    source: MORPHOLOGY,
  },
  {
    key: 'max_radial_distance',
    title: 'Greatest radial distance',
    unit: 'µm',
    shape: 'total',
    description:
      'From the soma’s centre to the farthest tip; without a soma, from the first point of the tip’s neurite.',
    source: MORPHOLOGY,
  },
  {
    key: 'section_path_distances:max',
    title: 'Greatest path distance',
    unit: 'µm',
    shape: 'statistic',
    description: 'Along the neurite from its first point to the end of a section.',
    source: NEURITE,
  },
  {
    key: 'section_branch_orders:max',
    title: 'Greatest branch order',
    unit: '',
    shape: 'statistic',
    description: 'Ancestors of a section; 0 for a root section.',
    source: SECTION,
  },
  {
    key: 'section_strahler_orders:max',
    title: 'Greatest Strahler order',
    unit: '',
    shape: 'statistic',
    description: '1 for a tip; else the greatest of the children, one more where two of them have it.',
    source: SECTION,
  },
  {
    key: 'partition_asymmetry:mean',
    title: 'Partition asymmetry',
    unit: '',
    shape: 'statistic',
    description:
      'At a bifurcation, |n − m| / (n + m) of the sections n and m in the two subtrees, and 0 where both are single sections.',
    source: BIFURCATION,
  },
  {
    key: 'partition_asymmetry_length:mean',
    title: 'Partition asymmetry by length',
    unit: '',
    shape: 'statistic',
    description: 'At a bifurcation, the difference of the lengths of the two subtrees over the length of the neurite.',
    source: NEURITE,
  },
  {
    key: 'local_bifurcation_angles:mean',
    title: 'Local bifurcation angle',
    unit: 'rad',
    shape: 'statistic',
    description: 'Between the first segments, longer than nothing, of the two children.',
    source: BIFURCATION,
  },
  {
    key: 'remote_bifurcation_angles:mean',
    title: 'Remote bifurcation angle',
    unit: 'rad',
    shape: 'statistic',
    description: 'Between the lines from the bifurcation to the ends of the two children.',
    source: BIFURCATION,
  },
  {
    key: 'section_tortuosity:mean',
    title: 'Tortuosity',
    unit: '',
    shape: 'statistic',
    description: 'Length of a section over the distance of its ends; 1 for a single point.',
    source: SECTION,
  },
  {
    key: 'sibling_ratios:mean',
    title: 'Sibling ratio',
    unit: '',
    shape: 'statistic',
    description: 'At a bifurcation, the smaller over the greater radius of the children, each at its second point.',
    source: BIFURCATION,
  },
  {
    key: 'diameter_power_relations:mean',
    title: 'Diameter power relation',
    unit: '',
    shape: 'statistic',
    description:
      'At a bifurcation, the sum over both children of (parent’s radius / child’s radius) to the power of 1.5; children at their second points.',
    source: BIFURCATION,
  },
  {
    key: 'section_lengths:mean',
    title: 'Section length',
    unit: 'µm',
    shape: 'statistic',
    description: 'Length of a section.',
    source: SECTION,
  },
  {
    key: 'section_term_lengths:mean',
    title: 'Length of end sections',
    unit: 'µm',
    shape: 'statistic',
    description: 'Length of a section without children.',
    source: NEURITE,
  },
  {
    key: 'section_bif_lengths:mean',
    title: 'Length of bifurcating sections',
    unit: 'µm',
    shape: 'statistic',
    description: 'Length of a section with exactly two children.',
    source: NEURITE,
  },
  {
    key: 'section_radial_distances:mean',
    title: 'Radial distance',
    unit: 'µm',
    shape: 'statistic',
    description: 'From the soma’s centre to the end of a section; without a soma, from the neurite’s first point.',
    source: MORPHOLOGY,
  },
  {
    key: 'segment_radii:mean',
    title: 'Segment radius',
    unit: 'µm',
    shape: 'statistic',
    description: 'Mean of the radii of a segment’s two points.',
    source: NEURITE,
  },
  {
    key: 'segment_meander_angles:mean',
    title: 'Meander angle',
    unit: 'rad',
    shape: 'statistic',
    description: 'At an inner point of a section, between the lines to its neighbours; π is straight.',
    source: SECTION,
  },
  {
    key: 'section_taper_rates:mean',
    title: 'Taper rate',
    unit: '',
    shape: 'statistic',
    description: 'Slope of the line through diameter over path distance that has the least squares.',
    source: SECTION,
  },
  {
    key: 'terminal_path_lengths:max',
    title: 'Greatest path distance of a tip',
    unit: 'µm',
    shape: 'statistic',
    description: 'Along the neurite from its first point to a tip.',
    source: NEURITE,
  },
  {
    key: 'total_width',
    title: 'Width',
    unit: 'µm',
    shape: 'total',
    description: 'Extent of the neurites’ points along x.',
    source: MORPHOLOGY,
  },
  {
    key: 'total_height',
    title: 'Height',
    unit: 'µm',
    shape: 'total',
    description: 'Extent of the neurites’ points along y.',
    source: MORPHOLOGY,
  },
  {
    key: 'total_depth',
    title: 'Depth',
    unit: 'µm',
    shape: 'total',
    description: 'Extent of the neurites’ points along z.',
    source: MORPHOLOGY,
  },
  {
    key: 'trunk_origin_radii',
    title: 'Radii of origins',
    unit: 'µm',
    shape: 'list',
    description: 'Radius of the first point of each neurite.',
    source: MORPHOLOGY,
  },
  {
    key: 'trunk_section_lengths',
    title: 'Lengths of root sections',
    unit: 'µm',
    shape: 'list',
    description: 'Length of the root section of each neurite.',
    source: MORPHOLOGY,
  },
  {
    key: 'neurite_volume_density',
    title: 'Volume density',
    unit: '',
    shape: 'list',
    description: 'Volume of each neurite over that of its convex hull; not a number where its points lie in a plane.',
    source: NEURITE,
  },
  {
    key: 'principal_direction_extents',
    title: 'Principal extent',
    unit: 'µm',
    shape: 'list',
    description:
      'Greatest extent of each neurite along the principal directions of its points; not a number for a single point.',
    source: MATH,
  },
  {
    key: 'sholl_radii_10um',
    title: 'Sholl radii',
    unit: '',
    shape: 'count',
    description: 'Number of spheres 10, 20, … µm around the soma’s centre, to one beyond the greatest radial distance.',
    source: MORPHOLOGY,
  },
  {
    key: 'sholl_crossings',
    title: 'Sholl crossings',
    unit: '',
    shape: 'profile',
    description: 'Segments that cross each of these spheres.',
    source: MORPHOLOGY,
  },
] as const satisfies readonly Feature[];

type Entry = (typeof FEATURES)[number];
type NumberKey = Extract<Entry, { readonly shape: 'count' | 'total' }>['key'];
type StatisticKey = Extract<Entry, { readonly shape: 'statistic' }>['key'];
type ListKey = Extract<Entry, { readonly shape: 'list' | 'profile' }>['key'];

/** Every feature of some neurites. Numbers may be NaN or infinite where NeuroM's are. */
export type FeatureValues = Readonly<Record<NumberKey, number>> &
  Readonly<Record<StatisticKey, number | null>> &
  Readonly<Record<ListKey, readonly number[]>>;
