/** HDF5 files that are no single cell: what they are, and how much is in them. */
import type { Hdf5Attribute, Hdf5File } from '../../hdf5/api';
import { SONATA_GROUPS } from '../../hdf5/fileKind';
import { grouped } from '../../text/counts';
import type { ProblemList } from '../problem';
import { notAMorphology } from '../problems/h5/notAMorphology';
import { MEMBER_LIMIT, type H5OtherReading, type H5Summary } from './reading';
import { datasetAt, entityAt, namesIn, pathIn, type Origin } from './tables';

export type Fact = H5Summary['facts'][number];

export function otherReading(
  summary: H5Summary,
  problems: ProblemList,
  members: readonly string[] = [],
): H5OtherReading {
  return { kind: summary.kind, summary, members, refused: problems.refused, problems: problems.list() };
}

export function countFact(label: string, count: number): Fact {
  return { label, value: grouped(count) };
}

/** Groups that are looked at in search of morphologies. */
const SEARCH_LIMIT = 2000;
/** Levels below which no morphology is looked for. */
const DEEPEST = 6;
/** Names of a group that are looked at. */
const NAME_LIMIT = 20_000;

/** Morphologies side by side in one file, each in a group of its own; undefined where there are none. */
export async function containerIn(origin: Origin): Promise<H5OtherReading | undefined> {
  const { file, group } = origin;
  const members: string[] = [];
  const waiting: string[] = [group];
  let looked = 0;
  for (let path = waiting.pop(); path !== undefined && looked < SEARCH_LIMIT; path = waiting.pop()) {
    looked++;
    const children = await file.children(path, { start: 0, end: NAME_LIMIT });
    const names = new Set(children.map(({ name }) => name));
    if (names.has('points') && names.has('structure')) {
      members.push(path);
      if (members.length >= MEMBER_LIMIT) break;
      continue;
    }
    // A group may hold itself, and every level down costs HDF5 more than the one before.
    if (path.split('/').length > DEEPEST) continue;
    const groups = children
      .filter(({ kind, target }) => kind === 'group' && !target)
      .map(({ name }) => pathIn(path, name));
    for (let i = Math.min(groups.length, SEARCH_LIMIT) - 1; i >= 0; i--) waiting.push(groups[i] ?? '');
  }
  if (members.length === 0) return undefined;
  const isWhole = waiting.length === 0;
  const root = await entityAt(file, group);
  const facts: Fact[] = [
    { label: 'Morphologies', value: `${isWhole ? '' : 'at least '}${grouped(members.length)}` },
    ...(root?.kind === 'group' ? [countFact('Entries at the top', root.childCount)] : []),
    { label: 'Names', value: namesShown(members.map((path) => path.slice(1))) },
  ];
  return otherReading({ kind: 'container', title: 'Container of morphologies', facts }, origin.problems, members);
}

/** Names in a fact. */
const SHOWN_NAMES = 10;

function namesShown(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN_NAMES).join(', ');
  return names.length > SHOWN_NAMES ? `${shown}, … (${grouped(names.length)})` : shown;
}

/** Anything else. MorphIO refuses it, and so it has a problem, which says what it is. */
export async function otherIn(origin: Origin): Promise<H5OtherReading> {
  const { file, group, problems } = origin;
  const { title, facts } = await whatIs(file, group);
  problems.add(notAMorphology, { path: group }, () => {
    const here = group === '/' ? 'This' : group;
    return `${here} is ${title}: it has no datasets “points” and “structure”, as a morphology has. Open it as data.`;
  });
  const bare = title.replace(/^an? /, '');
  return otherReading({ kind: 'other', title: bare.charAt(0).toUpperCase() + bare.slice(1), facts }, problems);
}

async function whatIs(
  file: Hdf5File,
  group: string,
): Promise<{ readonly title: string; readonly facts: readonly Fact[] }> {
  const children = await file.children(group, { start: 0, end: NAME_LIMIT });
  const attributes = await file.attributes(group);
  const nwb = attributes.find(({ name }) => name === 'nwb_version');
  if (nwb) return { title: 'an NWB recording', facts: [{ label: 'NWB version', value: textOf(nwb) }] };
  for (const { group: name, title } of SONATA_GROUPS) {
    if (!children.some((child) => child.name === name && child.kind === 'group')) continue;
    const populations = await namesIn(file, pathIn(group, name), MEMBER_LIMIT);
    // A report is called one already.
    const whole = title.endsWith('report') ? title : `${title} file`;
    return { title: `a ${whole}`, facts: [{ label: 'Populations', value: namesShown(populations) }] };
  }
  if (children.length === 0) return { title: 'an empty HDF5 group', facts: [] };
  const groups = children.filter(({ kind }) => kind === 'group').length;
  return {
    title: 'an HDF5 file of another kind',
    facts: [
      countFact('Groups at the top', groups),
      countFact('Datasets at the top', children.filter(({ kind }) => kind === 'dataset').length),
      { label: 'Names', value: namesShown(children.map(({ name }) => name)) },
    ],
  };
}

function textOf({ values }: Hdf5Attribute): string {
  const [text] = values;
  return typeof text === 'string' ? text : '';
}

/** A morphology with its spines: skeletons and meshes of spines, and where they sit; undefined for anything else. */
export async function spinesIn(origin: Origin, names: ReadonlySet<string>): Promise<H5OtherReading | undefined> {
  if (!names.has('spines') && !names.has('morphology')) return undefined;
  const { file, group, problems } = origin;
  const at = (name: string) => pathIn(group, name);
  const list = (name: string) => namesIn(file, at(name), MEMBER_LIMIT);
  const cells = await cellsAt(file, at('morphology'), await list('morphology'));
  const skeletons = await cellsAt(file, at('spines/skeletons'), await list('spines/skeletons'));
  const meshes = await list('spines/meshes');
  if (skeletons.length === 0 && meshes.length === 0) return undefined;
  let spines = 0;
  for (const name of meshes) {
    const offsets = await datasetAt(file, at(`spines/meshes/${name}/offsets`));
    // One row a spine, and the totals.
    spines += Math.max(0, (offsets?.shape?.[0] ?? 1) - 1);
  }
  const facts: Fact[] = [
    countFact('Morphologies', cells.length),
    countFact('Spine collections', Math.max(skeletons.length, meshes.length)),
    countFact('Spine meshes', spines),
    countFact('Rows of spine tables', await tableRows(origin, await list('edges'))),
    countFact('Soma meshes', (await list('soma/meshes')).length),
    {
      label: 'Names',
      value: namesShown(cells.length > 0 ? cells.map((path) => path.slice(path.lastIndexOf('/') + 1)) : meshes),
    },
  ];
  const title = cells.length > 0 ? 'Morphology with spines' : 'Collection of spines';
  return otherReading({ kind: 'spines', title, facts }, problems, [...cells, ...skeletons]);
}

/** The groups of a list that hold a morphology. */
async function cellsAt(file: Hdf5File, group: string, names: readonly string[]): Promise<readonly string[]> {
  const cells: string[] = [];
  for (const name of names) {
    const path = pathIn(group, name);
    if (await datasetAt(file, `${path}/points`)) cells.push(path);
  }
  return cells;
}

/** Rows of the tables under `edges`, one column each dataset. */
async function tableRows({ file, group }: Origin, names: readonly string[]): Promise<number> {
  let rows = 0;
  for (const name of names) {
    const column = await datasetAt(file, pathIn(group, `edges/${name}/spine_id`));
    rows += column?.shape?.[0] ?? 0;
  }
  return rows;
}
