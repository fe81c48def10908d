/** What an HDF5 file is, by what stands in it: names and shapes, never the values of a dataset. */
import { grouped } from '../text/counts';
import { Hdf5Error, type Hdf5Attribute, type Hdf5Child, type Hdf5Entity, type Hdf5File } from './api';

interface FileKindFact {
  readonly label: string;
  readonly value: string;
}

interface FilePopulation {
  readonly name: string;
  /** Nodes, edges, spikes, cells of a report. */
  readonly count: number;
}

export interface FileKind {
  readonly kind:
    | 'hdf5'
    | 'nwb'
    | 'morphology'
    | 'sonata-nodes'
    | 'sonata-edges'
    | 'sonata-spikes'
    | 'sonata-report'
    | 'sonata-electrodes';
  /** "SONATA edges · hippocampus → hippocampus · 6 012 334 edges". */
  readonly title: string;
  readonly facts: readonly FileKindFact[];
  /** Of SONATA files; at most {@link POPULATION_LIMIT}. */
  readonly populations?: readonly FilePopulation[];
}

/** Groups at the top by which SONATA files are known (SONATA developer guide). */
export const SONATA_GROUPS = [
  { group: 'nodes', kind: 'sonata-nodes', title: 'SONATA nodes', unit: 'nodes' },
  { group: 'edges', kind: 'sonata-edges', title: 'SONATA edges', unit: 'edges' },
  { group: 'spikes', kind: 'sonata-spikes', title: 'SONATA spikes', unit: 'spikes' },
  { group: 'report', kind: 'sonata-report', title: 'SONATA report', unit: 'cells' },
] as const;

type SonataGroup = (typeof SONATA_GROUPS)[number];

/** Names of the root that are looked at. */
const NAME_LIMIT = 2000;
/** Populations whose numbers are looked up. */
const POPULATION_LIMIT = 50;

/**
 * @throws {@link Hdf5Error} where not even the root can be read; what is broken further inside leaves facts out
 */
export async function fileKind(file: Hdf5File): Promise<FileKind> {
  const children = await file.children('/', { start: 0, end: NAME_LIMIT });
  const has = (name: string, kind: Hdf5Child['kind']): boolean =>
    children.some((child) => child.name === name && child.kind === kind);
  const nwb = await nwbVersion(file, has('nwb_version', 'dataset'));
  if (nwb !== undefined) {
    return { kind: 'nwb', title: `NWB ${nwb}`.trim(), facts: nwb === '' ? [] : [{ label: 'NWB version', value: nwb }] };
  }
  if (has('points', 'dataset') && has('structure', 'dataset')) {
    const found = await morphologyKind(file);
    if (found) return found;
  }
  if (has('electrodes', 'group')) {
    const found = await electrodesKind(file, children);
    if (found) return found;
  }
  for (const sonata of SONATA_GROUPS) {
    const found = has(sonata.group, 'group') ? await sonataKind(file, sonata) : undefined;
    if (found) return found;
  }
  if (has('data', 'dataset') && has('mapping', 'group')) {
    const found = await flatReportKind(file);
    if (found) return found;
  }
  return plainKind(file, children);
}

/** '' where the file says that it is NWB but not which; undefined where it is none. */
async function nwbVersion(file: Hdf5File, hasDataset: boolean): Promise<string | undefined> {
  const attributes = await optional(file.attributes('/'));
  const version = attributes?.find(({ name }) => name === 'nwb_version');
  if (version) return textOf(version);
  // NWB 1 has a dataset in place of the attribute.
  if (!hasDataset) return undefined;
  const values = await optional(file.read('/nwb_version'));
  return values && textOf(values).replace(/^NWB-/, '');
}

async function morphologyKind(file: Hdf5File): Promise<FileKind | undefined> {
  const [points, structure] = [shapeOf(await at(file, '/points')), shapeOf(await at(file, '/structure'))];
  if (points?.[1] !== 4 || structure?.[1] !== 3) return undefined;
  const [pointCount = 0, sectionCount = 0] = [points[0], structure[0]];
  return {
    kind: 'morphology',
    title: `Morphology · ${counted(pointCount, 'points')}`,
    facts: [
      { label: 'Points', value: grouped(pointCount) },
      { label: 'Sections with the soma', value: grouped(sectionCount) },
    ],
  };
}

async function sonataKind(file: Hdf5File, sonata: SonataGroup): Promise<FileKind | undefined> {
  const { group, kind, title, unit } = sonata;
  const all = await at(file, `/${group}`);
  const listed = await optional(file.children(`/${group}`, { start: 0, end: POPULATION_LIMIT }));
  if (all?.kind !== 'group' || !listed) return undefined;
  // Before SONATA had populations of spikes, they stood in the group itself.
  const old = group === 'spikes' ? rowsOf(await at(file, '/spikes/timestamps')) : undefined;
  const populations: FilePopulation[] = old === undefined ? [] : [{ name: 'spikes', count: old }];
  if (populations.length === 0) {
    for (const child of listed) {
      if (child.kind !== 'group') continue;
      const count = await populationCount(file, group, `/${group}/${child.name}`);
      if (count !== undefined) populations.push({ name: child.name, count });
    }
  }
  const [first] = populations;
  // A group of this name alone says nothing: other files have nodes and edges as well.
  if (!first) return undefined;
  const total = populations.reduce((sum, { count }) => sum + count, 0);
  const isCut = all.childCount > listed.length;
  const shown =
    populations.length > 1
      ? `${isCut ? 'at least ' : ''}${counted(populations.length, 'populations')}`
      : group === 'edges'
        ? await ends(file, first.name)
        : first.name;
  return {
    kind,
    title: `${title} · ${shown} · ${isCut ? 'at least ' : ''}${counted(total, unit)}`,
    facts: [
      ...populations.map(({ name, count }) => ({ label: name, value: counted(count, unit) })),
      ...(group === 'report' ? await reportFacts(file, first.name) : []),
    ],
    populations,
  };
}

/** undefined where the group is no population. */
async function populationCount(file: Hdf5File, group: SonataGroup['group'], path: string): Promise<number | undefined> {
  const counting = {
    nodes: ['node_type_id', 'node_id', 'node_group_id'],
    edges: ['edge_type_id', 'source_node_id', 'target_node_id'],
    spikes: ['timestamps', 'node_ids'],
    report: ['mapping/node_ids'],
  }[group];
  for (const name of counting) {
    const rows = rowsOf(await at(file, `${path}/${name}`));
    if (rows !== undefined) return rows;
  }
  return undefined;
}

/** "hippocampus → hippocampus"; the name of the population where the file does not say what it joins. */
async function ends(file: Hdf5File, population: string): Promise<string> {
  const names: string[] = [];
  for (const end of ['source', 'target']) {
    const attributes = await optional(file.attributes(`/edges/${population}/${end}_node_id`));
    const name = attributes?.find((attribute) => attribute.name === 'node_population');
    if (name) names.push(textOf(name));
  }
  return names.length === 2 && !names.includes('') ? names.join(' → ') : population;
}

async function reportFacts(file: Hdf5File, population: string): Promise<readonly FileKindFact[]> {
  const data = shapeOf(await at(file, `/report/${population}/data`));
  return data?.length === 2 ? dataFacts(data) : [];
}

/** @param data shape of the values: frames by elements */
function dataFacts([frames = 0, elements = 0]: readonly number[]): readonly FileKindFact[] {
  return [
    { label: 'Frames', value: grouped(frames) },
    { label: 'Elements', value: grouped(elements) },
  ];
}

/** A report as it was written before SONATA, by Brion: values and mapping stand at the top. */
async function flatReportKind(file: Hdf5File): Promise<FileKind | undefined> {
  const cells = rowsOf(await at(file, '/mapping/gids')) ?? rowsOf(await at(file, '/mapping/node_ids'));
  const data = shapeOf(await at(file, '/data'));
  if (cells === undefined || data?.length !== 2) return undefined;
  return {
    kind: 'sonata-report',
    title: `Report before SONATA · ${counted(cells, 'cells')}`,
    facts: dataFacts(data),
  };
}

/** Weights of electrodes: a group of electrodes, and for each population the segments that they belong to. */
async function electrodesKind(file: Hdf5File, children: readonly Hdf5Child[]): Promise<FileKind | undefined> {
  const groups = children.filter(({ name, kind }) => kind === 'group' && name !== 'electrodes');
  for (const { name } of groups.slice(0, POPULATION_LIMIT)) {
    const nodes = rowsOf(await at(file, `/${name}/node_ids`));
    if (nodes === undefined || rowsOf(await at(file, `/${name}/offsets`)) === undefined) continue;
    const weights = shapeOf(await at(file, `/electrodes/${name}/scaling_factors`));
    if (weights?.length !== 2) continue;
    return {
      kind: 'sonata-electrodes',
      title: `SONATA electrodes · ${name} · ${counted(weights[1] ?? 0, 'columns of weights')}`,
      facts: [{ label: name, value: counted(nodes, 'nodes') }],
      populations: [{ name, count: nodes }],
    };
  }
  return undefined;
}

async function plainKind(file: Hdf5File, children: readonly Hdf5Child[]): Promise<FileKind> {
  const root = await at(file, '/');
  const total = root?.kind === 'group' ? root.childCount : children.length;
  const few = children.length < total ? 'at least ' : '';
  const count = (kind: Hdf5Child['kind']): number => children.filter((child) => child.kind === kind).length;
  const [groups, datasets, links] = [count('group'), count('dataset'), count('link')];
  const parts = [
    ...(groups > 0 ? [`${few}${counted(groups, 'groups')}`] : []),
    ...(datasets > 0 ? [`${few}${counted(datasets, 'datasets')}`] : []),
  ];
  return {
    kind: 'hdf5',
    title: `HDF5 · ${parts.length > 0 ? parts.join(', ') : total === 0 ? 'empty' : counted(total, 'entries')}`,
    facts: [
      { label: 'Entries at the top', value: grouped(total) },
      ...(links > 0 ? [{ label: 'Links that lead nowhere or away', value: `${few}${grouped(links)}` }] : []),
    ],
  };
}

/** "1 node", "6 012 334 edges"; the unit in its plural. */
function counted(count: number, unit: string): string {
  return `${grouped(count)} ${count === 1 ? unit.replace(/s(?= of |$)/, '') : unit}`;
}

function textOf({ values }: Pick<Hdf5Attribute, 'values'>): string {
  const [text] = values;
  return typeof text === 'string' ? text : '';
}

function shapeOf(entity: Hdf5Entity | undefined): readonly number[] | undefined {
  return entity?.kind === 'dataset' && entity.shape !== null ? entity.shape : undefined;
}

function rowsOf(entity: Hdf5Entity | undefined): number | undefined {
  return entity?.kind === 'dataset' ? (entity.shape === null ? 0 : (entity.shape[0] ?? 1)) : undefined;
}

function at(file: Hdf5File, path: string): Promise<Hdf5Entity | undefined> {
  return optional(file.entity(path));
}

/** undefined for what is missing or broken; a file that was closed has nothing to say. */
async function optional<Value>(value: Promise<Value>): Promise<Value | undefined> {
  try {
    return await value;
  } catch (error) {
    if (error instanceof Hdf5Error && error.code !== 'closed' && error.code !== 'cancelled') return undefined;
    throw error;
  }
}
