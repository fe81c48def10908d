/** One TimeSeries of a file: everything but its values. */
import type { Hdf5Child } from '../hdf5/api';
import { parseUnit, unitSymbol } from '../recording/units';
import { join, lostLink, nameOf, placeOf, type LostLink, type NwbSource } from './source';
import { firstNumber, firstText, numbersOf, textsOf, type Attributes } from './values';

interface SeriesData {
  readonly shape: readonly number[];
  /** As h5py names it. */
  readonly dtype: string;
  /** Numbers can be drawn; text (annotations) cannot. */
  readonly isNumeric: boolean;
}

export interface Series {
  readonly path: string;
  readonly name: string;
  /** `neurodata_type`; in NWB 1 the last of `ancestry`; '' where there is neither. */
  readonly type: string;
  readonly objectId: string | undefined;
  readonly role: 'response' | 'stimulus' | 'other';
  readonly clamp: 'current' | 'voltage' | 'zero' | undefined;
  /** It is of a patch clamp recording, by its type or by its name. */
  readonly isClamp: boolean;
  readonly stimulusDescription: string | undefined;
  /** Number of the sweep as the file has it. */
  readonly sweepNumber: number | undefined;
  /** Name of the electrode. */
  readonly electrode: string | undefined;
  readonly data: SeriesData | undefined;
  /** As the file has it, and its symbol. */
  readonly unit: string | undefined;
  readonly symbol: string;
  readonly conversion: number | undefined;
  readonly offset: number | undefined;
  readonly resolution: number | undefined;
  readonly rate: number | undefined;
  readonly startingTime: number | undefined;
  readonly timestamps: { readonly count: number; readonly first: number | undefined } | undefined;
  /** Of a voltage clamp recording in the layout of Channelpedia: s between samples, one for each column. */
  readonly intervals: readonly number[] | undefined;
  /** Files with its images, and their first frames. */
  readonly externalFiles: number | undefined;
  readonly startingFrames: number | undefined;
  /** Links in it that lead nowhere, or into another file. */
  readonly lostLinks: readonly LostLink[];
}

/** Its name says what it is, where its type does not: `Sweep_12`, `data_00012_AD0`. */
const CLAMP_NAME = /^sweep[_ ]?\d+$|_(?:AD|DA)_?\d+$/i;

/** @param children names in the group of the series @param attributes of that group */
export async function readSeries(
  source: NwbSource,
  path: string,
  children: readonly Hdf5Child[],
  attributes: Attributes,
): Promise<Series> {
  const named = new Map(children.map((child) => [child.name, child]));
  const at = (name: string) => (named.has(name) && named.get(name)?.kind !== 'link' ? join(path, name) : undefined);
  const text = async (...names: readonly string[]) => {
    for (const name of names) {
      const found = firstText(attributes.get(name)) ?? (await askText(source, at(name)));
      if (found !== undefined && found.trim() !== '') return found;
    }
    return undefined;
  };
  const [data, dataAttributes, time, timestamps, stimulusDescription, sweepNumber, electrode, intervals] =
    await Promise.all([
      readData(source, at('data')),
      ask(at('data'), (place) => source.attributes(place)),
      readStartingTime(source, at('starting_time')),
      readTimestamps(source, at('timestamps')),
      text('aibs_stimulus_name', 'stimulus_description', 'aibs_stimulus_description'),
      readSweepNumber(source, attributes, at('sweep_number')),
      readElectrode(source, path, named.get('electrode'), at('electrode_name')),
      ask(at('x_interval'), async (place) => numbersOf(await source.values(place))),
    ]);
  const [externalFiles, startingFrames] = await Promise.all([
    ask(at('external_file'), (place) => lengthOf(source, place)),
    lengthAt(source, attributes, at('external_file')),
  ]);
  const type = firstText(attributes.get('neurodata_type')) ?? '';
  const ancestry = textsOf(attributes.get('ancestry'));
  const name = nameOf(path);
  const unit = firstText(dataAttributes?.get('unit'));
  const symbol = unitSymbol(unit ?? '');
  const clamp = clampOf([type, ...ancestry].join(' '));
  const isElectric = ['V', 'A'].includes(parseUnit(symbol)?.symbol ?? '');
  return {
    path,
    name,
    type: ancestry.length > 0 && (type === '' || type === 'TimeSeries') ? (ancestry.at(-1) ?? type) : type,
    objectId: firstText(attributes.get('object_id')),
    role: roleOf(path, type),
    clamp,
    isClamp:
      clamp !== undefined ||
      type.includes('PatchClamp') ||
      CLAMP_NAME.test(name) ||
      (isElectric && (named.has('electrode') || named.has('electrode_name'))),
    stimulusDescription,
    sweepNumber,
    electrode,
    data,
    unit,
    symbol,
    conversion: firstNumber(dataAttributes?.get('conversion')),
    offset: firstNumber(dataAttributes?.get('offset')),
    resolution: firstNumber(dataAttributes?.get('resolution')),
    rate: time?.rate,
    startingTime: time?.start,
    timestamps,
    intervals,
    externalFiles,
    startingFrames,
    lostLinks: children.filter(({ kind }) => kind === 'link').map((child) => lostLink(path, child)),
  };
}

/** Asks only where there is something. */
async function ask<T>(path: string | undefined, question: (path: string) => Promise<T>): Promise<T | undefined> {
  return path === undefined ? undefined : question(path);
}

async function askText(source: NwbSource, path: string | undefined): Promise<string | undefined> {
  return ask(path, (place) => source.text(place));
}

async function readData(source: NwbSource, path: string | undefined): Promise<SeriesData | undefined> {
  const entity = await ask(path, (place) => source.entity(place));
  if (entity?.kind !== 'dataset') return undefined;
  const { shape, type } = entity;
  return { shape: shape ?? [0], dtype: type.name, isNumeric: type.kind === 'integer' || type.kind === 'float' };
}

async function readStartingTime(
  source: NwbSource,
  path: string | undefined,
): Promise<{ readonly start: number | undefined; readonly rate: number | undefined } | undefined> {
  if (path === undefined) return undefined;
  const [start, attributes] = await Promise.all([source.number(path), source.attributes(path)]);
  return { start, rate: firstNumber(attributes.get('rate')) };
}

async function readTimestamps(source: NwbSource, path: string | undefined): Promise<Series['timestamps']> {
  const count = await ask(path, (place) => lengthOf(source, place));
  if (path === undefined || count === undefined) return undefined;
  const first = count > 0 ? firstNumber(await source.values(path, [{ start: 0, end: 1 }])) : undefined;
  return { count, first };
}

async function readSweepNumber(
  source: NwbSource,
  attributes: Attributes,
  path: string | undefined,
): Promise<number | undefined> {
  const number = firstNumber(attributes.get('sweep_number')) ?? (await ask(path, (place) => source.number(place)));
  return number !== undefined && Number.isInteger(number) && number >= 0 ? number : undefined;
}

async function readElectrode(
  source: NwbSource,
  path: string,
  link: Hdf5Child | undefined,
  namePath: string | undefined,
): Promise<string | undefined> {
  const name = await askText(source, namePath);
  if (name !== undefined) return name;
  if (!link || link.kind === 'link') return undefined;
  const place = placeOf(path, link);
  // A hard link has no target: then nothing tells the electrode's name.
  return place === join(path, link.name) ? undefined : nameOf(place);
}

async function lengthOf(source: NwbSource, path: string): Promise<number | undefined> {
  const entity = await source.entity(path);
  return entity?.kind === 'dataset' ? (entity.shape?.[0] ?? (entity.shape ? 1 : 0)) : undefined;
}

/** Length of the attribute `starting_frame` of a list of files. */
async function lengthAt(source: NwbSource, own: Attributes, path: string | undefined): Promise<number | undefined> {
  if (path === undefined) return undefined;
  const attribute = (await source.attributes(path)).get('starting_frame') ?? own.get('starting_frame');
  return attribute?.values.length;
}

function clampOf(types: string): Series['clamp'] {
  if (types.includes('IZeroClamp')) return 'zero';
  if (types.includes('CurrentClamp')) return 'current';
  return types.includes('VoltageClamp') ? 'voltage' : undefined;
}

function roleOf(path: string, type: string): Series['role'] {
  if (path.startsWith('/stimulus/templates/')) return 'other';
  if (path.startsWith('/stimulus/') || type.includes('StimulusSeries')) return 'stimulus';
  return path.startsWith('/acquisition/') ? 'response' : 'other';
}
