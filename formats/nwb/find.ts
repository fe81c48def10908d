/** Walks through the parts of a file that hold data: series, tables, spike times. The values stay where they are. */
import type { Hdf5Child } from '../hdf5/api';
import { naturalOrder } from '../recording/naturalOrder';
import { readSeries, type Series } from './series';
import { forEachOf, join, lostLink, placeOf, type LostLink, type NwbSource } from './source';
import { firstText, type Attributes } from './values';

/** A table, with what is known of it before it is read. */
export interface FoundTable {
  readonly path: string;
  readonly children: readonly Hdf5Child[];
  readonly attributes: Attributes;
}

export interface Found {
  /** In natural order of their paths within each part of the file. */
  readonly series: readonly Series[];
  readonly tables: readonly FoundTable[];
  /** Datasets with the spike times of one unit each, as before NWB 2. */
  readonly spikeTrains: readonly string[];
  readonly lostLinks: readonly LostLink[];
  /** There are more than were looked at. */
  readonly isCut: boolean;
}

const ROOTS: readonly string[] = [
  '/acquisition',
  '/stimulus/presentation',
  '/stimulus/templates',
  '/processing',
  '/analysis',
  '/scratch',
  '/intervals',
  '/units',
  '/general/intracellular_ephys',
  '/general/extracellular_ephys',
];

const SERIES_MEMBERS: ReadonlySet<string> = new Set(['data', 'timestamps', 'starting_time', 'external_file']);
const DEPTH_LIMIT = 8;
const GROUP_LIMIT = 50_000;

interface Group {
  readonly path: string;
  readonly children: readonly Hdf5Child[];
  readonly attributes: Attributes;
}

export async function findAll(source: NwbSource): Promise<Found> {
  const present = new Set((await source.children('/')).map(({ name }) => name));
  const series: Series[] = [];
  const tables: FoundTable[] = [];
  const spikeTrains: string[] = [];
  const lostLinks: LostLink[] = [];
  const seen = new Set<string>(['/', ...ROOTS]);
  let groupCount = 0;
  let isCut = false;

  let level = ROOTS.filter((path) => present.has(path.split('/')[1] ?? ''));
  for (let depth = 0; level.length > 0 && depth < DEPTH_LIMIT; depth++) {
    groupCount += level.length;
    if (groupCount > GROUP_LIMIT) {
      isCut = true;
      break;
    }
    const next: string[] = [];
    const groups = await forEachOf(level, async (path): Promise<Group> => {
      const [children, attributes] = await Promise.all([source.children(path), source.attributes(path)]);
      return { path, children, attributes };
    });
    const seriesGroups: Group[] = [];
    for (const group of groups) {
      const { path, children, attributes } = group;
      const kind = kindOf(group);
      if (kind === 'series') seriesGroups.push(group);
      else if (kind === 'spikes')
        spikeTrains.push(join(path, children.some(({ name }) => name === 'times') ? 'times' : 'data'));
      else if (kind === 'table') tables.push({ path, children, attributes });
      else {
        for (const child of children) {
          const place = placeOf(path, child);
          if (child.kind === 'link') lostLinks.push(lostLink(path, child));
          else if (child.kind === 'group' && !seen.has(place)) {
            seen.add(place);
            next.push(place);
          }
        }
      }
    }
    series.push(
      ...(await forEachOf(seriesGroups, ({ path, children, attributes }) =>
        readSeries(source, path, children, attributes),
      )),
    );
    level = next;
  }
  return {
    series: once(series).sort(byPlace),
    tables: tables.sort((a, b) => byPlace(a, b)),
    spikeTrains: spikeTrains.sort(naturalOrder),
    lostLinks,
    isCut: isCut || source.cut.length > 0,
  };
}

function kindOf({ path, children, attributes }: Group): 'series' | 'table' | 'spikes' | 'group' {
  if (ROOTS.includes(path) && path !== '/units') return 'group';
  const type = firstText(attributes.get('neurodata_type')) ?? '';
  const names = new Set(children.map(({ name }) => name));
  if (attributes.has('colnames') || /Table$|^Units$|^TimeIntervals$/.test(type)) return 'table';
  if (/\/spike_train\/[^/]+$/.test(path) && names.has('data')) return 'spikes';
  if (names.has('times') && !names.has('data') && /\/UnitTimes\/[^/]+$/.test(path)) return 'spikes';
  if (type.endsWith('Series') || names.has('starting_time')) return 'series';
  // Types of extensions are series where they have a time axis; NWB 1 has no types.
  if (type !== '') return names.has('timestamps') ? 'series' : 'group';
  return children.some(({ name, kind }) => SERIES_MEMBERS.has(name) && kind !== 'group') ? 'series' : 'group';
}

/** The same object below two paths (hard links) is one: it has one id, one name, one shape. */
function once(series: readonly Series[]): Series[] {
  const seen = new Set<string>();
  return series.filter(({ objectId, name, data }) => {
    if (objectId === undefined) return true;
    const key = JSON.stringify([objectId, name, data?.shape]);
    return !seen.has(key) && Boolean(seen.add(key));
  });
}

function byPlace(a: { readonly path: string }, b: { readonly path: string }): number {
  const rank = (path: string) => ROOTS.findIndex((root) => path.startsWith(root));
  return rank(a.path) - rank(b.path) || naturalOrder(a.path, b.path);
}
