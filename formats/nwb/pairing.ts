/**
 * Puts responses and stimuli together to sweeps, by the best that the file has: a row of `intracellular_recordings`, a
 * row of the sweep table, number of sweep and electrode, names, and at last equal lengths in equal order.
 */
import type { RecordingRow, SeriesReference } from './icephysTables';
import { stimulusNames, type Flavour } from './names';
import type { Series } from './series';
import { nameOf } from './source';

/** A series or a part of it: samples from `start` on, one column of several. */
export interface Part {
  readonly series: Series;
  readonly start: number;
  readonly count: number;
  readonly column: number | undefined;
}

export interface Pair {
  readonly response: Part | undefined;
  readonly stimulus: Part | undefined;
  readonly electrode: string | undefined;
}

/** What was recorded at once. */
export interface SweepDraft {
  readonly pairs: readonly Pair[];
  readonly number: number | undefined;
  readonly protocol: string | undefined;
  readonly repetition: string | undefined;
}

export interface Pairing {
  readonly drafts: readonly SweepDraft[];
  /** References of tables that lead to no series. */
  readonly dangling: readonly { readonly table: string; readonly row: number; readonly what: string }[];
}

export interface PairingSources {
  /** Of patch clamp, in natural order of their paths. */
  readonly series: readonly Series[];
  readonly rows: readonly RecordingRow[];
  readonly sweepTable: ReadonlyMap<number, readonly string[]>;
  readonly flavour: Flavour;
}

export function pairSeries({ series, rows, sweepTable, flavour }: PairingSources): Pairing {
  const find = finder(series);
  const used = new Set<Series>();
  const drafts: SweepDraft[] = [];
  const dangling: { table: string; row: number; what: string }[] = [];

  drafts.push(...draftsOfRows(rows, find, used, dangling));

  const numbered = new Map<number, Series[]>();
  for (const [number, paths] of sweepTable) {
    const members: Series[] = [];
    for (const path of paths) {
      const found = find(path);
      if (found && !used.has(found)) members.push(found);
      else if (!found) dangling.push({ table: 'sweep_table', row: number, what: path });
    }
    if (members.length > 0) numbered.set(number, members);
  }
  if (numbered.size === 0) {
    for (const each of series) {
      if (each.sweepNumber === undefined || used.has(each) || each.role === 'other') continue;
      const members = numbered.get(each.sweepNumber);
      if (members) members.push(each);
      else numbered.set(each.sweepNumber, [each]);
    }
  }
  for (const [number, members] of [...numbered].sort(([a], [b]) => a - b)) {
    if (!isOneSweep(members)) continue;
    for (const member of members) used.add(member);
    drafts.push({ pairs: pairWithin(members, flavour), number, protocol: undefined, repetition: undefined });
  }

  const rest = series.filter((each) => !used.has(each) && each.role !== 'other');
  for (const pair of pairByName(rest, flavour)) {
    drafts.push({ pairs: [pair], number: undefined, protocol: undefined, repetition: undefined });
  }
  return { drafts, dangling };
}

/** A reference may name the series by another path to it: then its last name must tell. */
function finder(series: readonly Series[]): (path: string) => Series | undefined {
  const byPath = new Map(series.map((each) => [each.path, each]));
  const byName = new Map<string, Series | undefined>();
  for (const each of series) byName.set(each.name, byName.has(each.name) ? undefined : each);
  return (path) => byPath.get(path) ?? (path.startsWith('/data_organization/') ? byName.get(nameOf(path)) : undefined);
}

function draftsOfRows(
  rows: readonly RecordingRow[],
  find: (path: string) => Series | undefined,
  used: Set<Series>,
  dangling: { table: string; row: number; what: string }[],
): readonly SweepDraft[] {
  const drafts: { pairs: Pair[]; number: undefined; protocol: string | undefined; repetition: string | undefined }[] =
    [];
  const atOnce = new Map<number, (typeof drafts)[number]>();
  rows.forEach((row, index) => {
    const part = (reference: SeriesReference | undefined) => {
      if (!reference) return undefined;
      const series = find(reference.path);
      if (!series) {
        dangling.push({ table: 'intracellular_recordings', row: index, what: reference.path });
        return undefined;
      }
      used.add(series);
      return partOf(series, reference);
    };
    for (const what of row.dangling) dangling.push({ table: 'intracellular_recordings', row: index, what });
    const response = part(row.response);
    const stimulus = part(row.stimulus);
    if (!response && !stimulus) return;
    const electrode =
      (row.electrode === undefined ? undefined : nameOf(row.electrode)) ??
      response?.series.electrode ??
      stimulus?.series.electrode;
    const pair = { response, stimulus, electrode };
    const draft = row.simultaneous === undefined ? undefined : atOnce.get(row.simultaneous);
    if (draft) {
      draft.pairs.push(pair);
      return;
    }
    const made = { pairs: [pair], number: undefined, protocol: row.protocol, repetition: row.repetition };
    drafts.push(made);
    if (row.simultaneous !== undefined) atOnce.set(row.simultaneous, made);
  });
  return drafts;
}

export function partOf(
  series: Series,
  { start, count }: { readonly start: number; readonly count: number | undefined },
): Part {
  const length = series.data?.shape[0] ?? 0;
  const first = Math.min(start, length);
  return { series, start: first, count: Math.min(count ?? length, length - first), column: undefined };
}

function whole(series: Series | undefined): Part | undefined {
  return series && partOf(series, { start: 0, count: undefined });
}

function pairOf(response: Series | undefined, stimulus: Series | undefined): Pair {
  return {
    response: whole(response),
    stimulus: whole(stimulus),
    electrode: response?.electrode ?? stimulus?.electrode,
  };
}

/** Some writers count sweeps from the start for every protocol, or give all the same number: that tells nothing. */
function isOneSweep(members: readonly Series[]): boolean {
  for (const role of ['response', 'stimulus'] as const) {
    const own = members.filter((each) => each.role === role);
    const electrodes = new Set(own.map(({ electrode }) => electrode));
    if (own.length > 1 && (electrodes.size < own.length || electrodes.has(undefined))) return false;
  }
  return true;
}

/** Of one sweep: the same electrode, then the names, then the only two that are left. */
function pairWithin(members: readonly Series[], flavour: Flavour): readonly Pair[] {
  const responses = members.filter(({ role }) => role !== 'stimulus');
  const stimuli = new Set(members.filter(({ role }) => role === 'stimulus'));
  const pairs: Pair[] = [];
  const alone: Series[] = [];
  for (const response of responses) {
    const stimulus = [...stimuli].find(({ electrode }) => electrode !== undefined && electrode === response.electrode);
    if (stimulus) {
      stimuli.delete(stimulus);
      pairs.push(pairOf(response, stimulus));
    } else alone.push(response);
  }
  const rest = [...alone, ...stimuli];
  const isOnlyPair = alone.length === 1 && stimuli.size === 1;
  return [...pairs, ...(isOnlyPair ? [pairOf(alone[0], [...stimuli][0])] : pairByName(rest, flavour))];
}

function pairByName(series: readonly Series[], flavour: Flavour): readonly Pair[] {
  const responses = series.filter(({ role }) => role === 'response');
  const stimuli = new Map<string, Series>();
  for (const each of series) if (each.role === 'stimulus' && !stimuli.has(each.name)) stimuli.set(each.name, each);
  const partner = new Map<Series, Series>();
  const taken = new Set<Series>();
  for (const response of responses) {
    const stimulus = stimulusNames(response.name, flavour)
      .map((name) => stimuli.get(name))
      .find((each) => each && !taken.has(each));
    if (!stimulus) continue;
    partner.set(response, stimulus);
    taken.add(stimulus);
  }
  // The last means: as many of both are left, and each two are equally long and fast.
  const alone = responses.filter((each) => !partner.has(each));
  const left = series.filter((each) => each.role === 'stimulus' && !taken.has(each));
  const fits = alone.length === left.length && alone.every((response, index) => isAlike(response, left[index]));
  if (fits) {
    alone.forEach((response, index) => {
      const stimulus = left[index];
      if (stimulus) partner.set(response, stimulus);
    });
  }
  return [
    ...responses.map((response) => pairOf(response, partner.get(response))),
    ...(fits ? [] : left.map((stimulus) => pairOf(undefined, stimulus))),
  ];
}

function isAlike(a: Series, b: Series | undefined): boolean {
  return b !== undefined && a.data?.shape[0] === b.data?.shape[0] && a.rate === b.rate;
}
