/** Sweeps by protocol and repetition, in the order of the file. */
import type { Sweep, Trace } from '../recording/model';
import { naturalOrder } from '../recording/naturalOrder';
import type { DataOrganization, SweepPlace } from './dataOrganization';
import { numberInName, protocolOf, type Flavour } from './names';
import type { Pair, Part, SweepDraft } from './pairing';
import { areSwapped, MENDED, type Scale } from './swappedUnits';
import type { TraceList } from './traces';

export function makeSweeps(
  drafts: readonly SweepDraft[],
  organization: DataOrganization | undefined,
  flavour: Flavour,
  traces: TraceList,
): readonly Sweep[] {
  const labelled = drafts.map((draft, index) => ({ draft, index, place: placeOfDraft(draft, organization) }));
  const merged = organization ? merge(labelled) : labelled;
  return merged.map(({ draft, place }, number) => {
    const { pairs } = draft;
    const first = pairs.find(({ response }) => response) ?? pairs[0];
    const series = first?.response?.series ?? first?.stimulus?.series;
    const description = series?.stimulusDescription ?? first?.stimulus?.series.stimulusDescription;
    const mode = modeOf(pairs);
    const electrodes = [...new Set(pairs.flatMap(({ electrode }) => electrode ?? []))].sort(naturalOrder);
    const shownNumber = draft.number ?? series?.sweepNumber ?? numberInName(series?.name ?? '') ?? number + 1;
    return {
      id: String(number),
      name: place?.sweep ?? `sweep ${String(shownNumber)}`,
      number,
      protocol: protocolName(draft, place, organization) ?? protocolOf(description, flavour, mode === 'voltage clamp'),
      repetition: place?.repetition ?? draft.repetition ?? 'repetition 1',
      ...(electrodes.length > 0 && { electrode: electrodes.join(', ') }),
      ...(mode && { mode }),
      responses: pairs.flatMap((pair) => traceOf(pair, 'response', traces)),
      stimuli: pairs.flatMap((pair) => traceOf(pair, 'stimulus', traces)),
    };
  });
}

interface Labelled {
  readonly draft: SweepDraft;
  readonly index: number;
  readonly place: SweepPlace | undefined;
}

function placeOfDraft({ pairs }: SweepDraft, organization: DataOrganization | undefined): SweepPlace | undefined {
  for (const { response, stimulus } of pairs) {
    for (const part of [response, stimulus]) {
      const place = part && organization?.places.get(part.series.path);
      if (place) return place;
    }
  }
  return undefined;
}

/** What has one place in the tree is one sweep; the tree is in natural order. */
function merge(labelled: readonly Labelled[]): readonly Labelled[] {
  const byPlace = new Map<string, number>();
  const merged: Labelled[] = [];
  for (const each of labelled) {
    const key = each.place ? JSON.stringify(each.place) : undefined;
    const index = key === undefined ? undefined : byPlace.get(key);
    const known = index === undefined ? undefined : merged[index];
    if (known && index !== undefined) {
      merged[index] = { ...known, draft: { ...known.draft, pairs: [...known.draft.pairs, ...each.draft.pairs] } };
      continue;
    }
    if (key !== undefined) byPlace.set(key, merged.length);
    merged.push(each);
  }
  return merged.sort(({ place: a, index: first }, { place: b, index: second }) => {
    if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1) || first - second;
    return (
      naturalOrder(a.cell, b.cell) ||
      naturalOrder(a.protocol, b.protocol) ||
      naturalOrder(a.repetition, b.repetition) ||
      naturalOrder(a.sweep, b.sweep) ||
      first - second
    );
  });
}

function protocolName(
  draft: SweepDraft,
  place: SweepPlace | undefined,
  organization: DataOrganization | undefined,
): string | undefined {
  if (!place) return draft.protocol;
  return (organization?.cellCount ?? 0) > 1 ? `${place.cell} / ${place.protocol}` : place.protocol;
}

function traceOf(pair: Pair, role: 'response' | 'stimulus', traces: TraceList): readonly Trace[] {
  const part: Part | undefined = pair[role];
  if (!part) return [];
  const mended: Scale | undefined = areSwapped(pair) ? MENDED[role] : undefined;
  return [traces.add(part, mended)];
}

/** undefined where electrodes differ, or nothing tells. */
function modeOf(pairs: readonly Pair[]): Sweep['mode'] {
  const modes = new Set(pairs.map(modeOfPair));
  const [mode] = modes;
  return modes.size === 1 ? mode : undefined;
}

function modeOfPair({ response, stimulus }: Pair): Sweep['mode'] {
  const clamp = response?.series.clamp ?? stimulus?.series.clamp;
  if (clamp === 'zero') return 'zero current';
  if (clamp) return `${clamp} clamp`;
  const symbol = response?.series.symbol ?? '';
  if (symbol.endsWith('V')) return 'current clamp';
  return symbol.endsWith('A') || response?.series.intervals ? 'voltage clamp' : undefined;
}
