/** What a file says of its session, by group: facts that the first view shows. */
import type { Recording, RecordingFact } from '../recording/model';
import { naturalOrder } from '../recording/naturalOrder';
import { grouped } from '../text/counts';
import { forEachOf, join, placeOf, nameOf, type NwbSource } from './source';
import { firstText, referenceOf, textOf, type Attributes } from './values';

type Group = Recording['session'][number];

/** So much of a text is shown. */
const TEXT_LIMIT = 300;
/** So many devices or electrodes are listed. */
const OBJECT_LIMIT = 64;
const FACT_LIMIT = 60;

/** First in the card, in this order. */
const SESSION_FACTS: readonly (readonly [path: string, label: string])[] = [
  ['/identifier', 'Identifier'],
  ['/session_description', 'Description'],
  ['/session_start_time', 'Start'],
  ['/timestamps_reference_time', 'Zero of times'],
  ['/file_create_date', 'File created'],
];

export interface Session {
  readonly groups: readonly Group[];
  /** Root members that a file must have, which this one lacks. */
  readonly missing: readonly string[];
  /** Members of `/general` that should be lists and are not. */
  readonly scalars: readonly string[];
}

export async function readSession(source: NwbSource, root: Attributes): Promise<Session> {
  const [session, general, subject, devices, electrodes, file] = await Promise.all([
    forEachOf(SESSION_FACTS, async ([path, label]) => ({ path, fact: await factAt(source, path, label) })),
    readGeneral(source),
    readObject(source, '/general/subject', 'Subject'),
    readObjects(source, '/general/devices', 'Device'),
    readObjects(source, '/general/intracellular_ephys', 'Electrode'),
    readFileFacts(source, root),
  ]);
  const facts = [...session.flatMap(({ fact }) => fact ?? []), ...general.facts];
  const groups = [
    { title: 'Session', facts },
    ...(subject ? [subject] : []),
    ...devices,
    ...electrodes,
    { title: 'File', facts: file },
  ].filter((group) => group.facts.length > 0);
  const missing = session.flatMap(({ path, fact }) => (fact ? [] : [path]));
  return { groups, missing, scalars: general.scalars };
}

const LISTS: ReadonlySet<string> = new Set(['experimenter', 'keywords', 'related_publications']);

async function readGeneral(
  source: NwbSource,
): Promise<{ readonly facts: readonly RecordingFact[]; readonly scalars: readonly string[] }> {
  const children = await source.children('/general');
  const names = children.filter(({ kind }) => kind === 'dataset').map(({ name }) => name);
  const scalars: string[] = [];
  const facts = await forEachOf(names.slice(0, FACT_LIMIT), async (name) => {
    const path = join('/general', name);
    if (LISTS.has(name) && (await shapeOf(source, path))?.length === 0) scalars.push(path);
    return factAt(source, path, labelOf(name));
  });
  return { facts: facts.flatMap((fact) => fact ?? []), scalars };
}

async function shapeOf(source: NwbSource, path: string): Promise<readonly number[] | null | undefined> {
  const entity = await source.entity(path);
  return entity?.kind === 'dataset' ? entity.shape : undefined;
}

/** Datasets and attributes of a group; undefined where there is no such group. */
async function readObject(source: NwbSource, path: string, title: string): Promise<Group | undefined> {
  const [children, attributes] = await Promise.all([source.children(path), source.attributes(path)]);
  const facts = [
    ...attributeFacts(attributes),
    ...(
      await forEachOf(children.slice(0, FACT_LIMIT), async (child) => {
        const place = join(path, child.name);
        if (child.kind === 'dataset') return factAt(source, place, labelOf(child.name));
        const target = placeOf(path, child);
        return child.kind === 'group' && target !== place
          ? { label: labelOf(child.name), value: nameOf(target) }
          : undefined;
      })
    ).flatMap((fact) => fact ?? []),
  ];
  return facts.length > 0 || children.length > 0 ? { title, facts } : undefined;
}

/** The groups in a group that are no tables. */
async function readObjects(source: NwbSource, path: string, kind: string): Promise<readonly Group[]> {
  const children = (await source.children(path)).filter((child) => child.kind === 'group');
  const found = await forEachOf(children.slice(0, OBJECT_LIMIT), async ({ name }) => {
    const place = join(path, name);
    const attributes = await source.attributes(place);
    if (attributes.has('colnames')) return undefined;
    const title = name.toLowerCase().startsWith(kind.toLowerCase()) ? name : `${kind} ${name}`;
    return (await readObject(source, place, title)) ?? { title, facts: [] };
  });
  return found
    .flatMap((group) => group ?? [])
    .map((group) => (group.facts.length > 0 ? group : { ...group, facts: [{ label: 'Name', value: group.title }] }))
    .sort((a, b) => naturalOrder(a.title, b.title));
}

/** Version, type, and the schemas that are stored along. */
async function readFileFacts(source: NwbSource, root: Attributes): Promise<readonly RecordingFact[]> {
  const version = firstText(root.get('nwb_version')) ?? (await source.text('/nwb_version'));
  const type = firstText(root.get('neurodata_type'));
  const namespace = firstText(root.get('namespace'));
  const specifications = (await source.children('/specifications')).filter(({ kind }) => kind === 'group');
  const versions = await forEachOf(specifications.slice(0, OBJECT_LIMIT), async ({ name }) => {
    const children = await source.children(join('/specifications', name));
    return { label: `Schema ${name}`, value: children.map((child) => child.name).join(', ') };
  });
  return [
    ...(version === undefined ? [] : [{ label: 'NWB version', value: version }]),
    ...(type === undefined
      ? []
      : [{ label: 'Type', value: namespace === undefined ? type : `${type} (${namespace})` }]),
    ...versions,
  ];
}

const HIDDEN: ReadonlySet<string> = new Set(['namespace', 'neurodata_type', 'object_id', 'help', '.specloc']);

function attributeFacts(attributes: Attributes): readonly RecordingFact[] {
  return [...attributes.values()].flatMap((attribute) => {
    if (HIDDEN.has(attribute.name)) return [];
    const value = shown(attribute.values);
    return value === undefined ? [] : [{ label: labelOf(attribute.name), value }];
  });
}

async function factAt(source: NwbSource, path: string, label: string): Promise<RecordingFact | undefined> {
  const values = await source.values(path, undefined);
  const value = values && shown(values.values);
  return value === undefined ? undefined : { label, value };
}

/** Texts and numbers of a list, one after the other; undefined where there are none. */
function shown(values: ArrayLike<unknown>): string | undefined {
  const parts: string[] = [];
  for (let i = 0; i < Math.min(values.length, 100); i++) {
    const value = values[i];
    if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') parts.push(String(value));
    else {
      const text = textOf(value) ?? referenceOf(value);
      if (text !== undefined) parts.push(text);
    }
  }
  return parts.length === 0 ? undefined : clipped(parts.join(', '));
}

function clipped(text: string): string {
  return text.length <= TEXT_LIMIT
    ? text
    : `${text.slice(0, TEXT_LIMIT).trimEnd()}… (${grouped(text.length)} characters)`;
}

/** `session_id` as "Session id". */
function labelOf(name: string): string {
  const words = name.replace(/_/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
