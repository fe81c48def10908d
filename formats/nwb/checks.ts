/** What is wrong with a file, from what is known of it without reading any values of its series. */
import { parseUnit } from '../recording/units';
import { checkSeries } from './checkSeries';
import type { Found } from './find';
import type { Pair, Pairing, SweepDraft } from './pairing';
import { listed, type NwbProblemList } from './problem';
import { brokenLink } from './problems/brokenLink';
import { columnLength } from './problems/columnLength';
import { danglingReference } from './problems/danglingReference';
import { externalLink } from './problems/externalLink';
import { lengthMismatch } from './problems/lengthMismatch';
import { missingField } from './problems/missingField';
import { notAList } from './problems/notAList';
import { responseWithoutStimulus } from './problems/responseWithoutStimulus';
import { stimulusWithoutResponse } from './problems/stimulusWithoutResponse';
import { swappedUnits } from './problems/swappedUnits';
import { tooManySeries } from './problems/tooManySeries';
import { unknownVersion } from './problems/unknownVersion';
import { unreadableObject } from './problems/unreadableObject';
import type { NwbVersion } from './recognise';
import type { Session } from './session';
import type { LostLink } from './source';
import { areSwapped } from './swappedUnits';
import type { NwbTable } from './tables';

/** Without these PyNWB does not open a file. */
const REQUIRED: ReadonlySet<string> = new Set(['/identifier', '/session_description', '/session_start_time']);

export interface CheckedFile {
  readonly version: NwbVersion;
  readonly session: Session;
  readonly found: Found;
  readonly lostLinks: readonly LostLink[];
  readonly pairing: Pairing;
  readonly tables: readonly NwbTable[];
  readonly unreadable: ReadonlyMap<string, string>;
}

export function checkFile(file: CheckedFile, problems: NwbProblemList): void {
  const { version, session, found, lostLinks, pairing, tables, unreadable } = file;
  if (!version.isKnown) {
    problems.add(unknownVersion, '/', () =>
      version.text === ''
        ? 'The file does not say its version of NWB: it is read as 2.x.'
        : `The version of NWB is “${version.text}”: 1.x or 2.x is expected. It is read as ${String(version.generation)}.x.`,
    );
  }
  const missing = version.generation === 2 ? session.missing.filter((path) => REQUIRED.has(path)) : [];
  if (missing.length > 0) {
    problems.add(
      missingField,
      '/',
      () =>
        `${listed(missing)} must be in a NWB 2 file and cannot be read: PyNWB does not open it. Add what is missing.`,
    );
  }
  for (const path of session.scalars) {
    problems.add(notAList, path, () => `${path} is a single text: a list of texts is expected, even of one.`);
  }
  for (const series of found.series) {
    for (const link of series.lostLinks) addLostLink(problems, link);
    checkSeries(series, problems);
  }
  for (const link of [...found.lostLinks, ...lostLinks]) addLostLink(problems, link);
  checkPairs(pairing, problems);
  for (const table of tables) checkTable(table, problems);
  for (const [path, reason] of unreadable)
    problems.add(unreadableObject, path, () => `${path} cannot be read: ${reason}`);
  if (found.isCut) {
    problems.add(
      tooManySeries,
      undefined,
      () => 'The file has more groups than are looked at: the rest is in the tree.',
    );
  }
}

function addLostLink(problems: NwbProblemList, { path, target, file }: LostLink): void {
  if (file === undefined) problems.add(brokenLink, path, () => `${path} leads to ${target}, which is not in the file.`);
  else problems.add(externalLink, path, () => `${path} leads to ${target} in the file ${file}: it is not shown here.`);
}

function checkPairs({ drafts, dangling }: Pairing, problems: NwbProblemList): void {
  const pairs = drafts.flatMap((draft: SweepDraft) => draft.pairs);
  const swapped = pairs.filter(areSwapped);
  if (swapped.length > 0) {
    const [first] = swapped;
    problems.add(
      swappedUnits,
      first?.response?.series.path,
      () =>
        `Voltage and current of ${countOf(swapped.length, 'sweep')} say volts, with each other’s conversion (${String(first?.response?.series.conversion)} and ${String(first?.stimulus?.series.conversion)}). They are shown as mV and pA: ${listed(namesOf(swapped, 'response'))}.`,
    );
  }
  checkPartners(pairs, problems);
  const uneven = pairs.filter(
    ({ response, stimulus }) =>
      response && stimulus && response.series.rate === stimulus.series.rate && response.count !== stimulus.count,
  );
  const [first] = uneven;
  if (first) {
    problems.add(
      lengthMismatch,
      first.response?.series.path,
      () =>
        `${first.response?.series.path ?? ''} has ${String(first.response?.count)} samples, its stimulus ${first.stimulus?.series.path ?? ''} has ${String(first.stimulus?.count)}${uneven.length > 1 ? `; ${countOf(uneven.length - 1, 'more sweep')} likewise` : ''}.`,
    );
  }
  if (dangling.length > 0) {
    const [{ table, row, what } = { table: '', row: 0, what: '' }] = dangling;
    problems.add(
      danglingReference,
      `/general/intracellular_ephys/${table}`,
      () =>
        `${countOf(dangling.length, 'reference')} of ${table} ${dangling.length === 1 ? 'leads' : 'lead'} to no series, the first in row ${String(row)} (${what}).`,
    );
  }
}

/** A sweep at zero current has no stimulus; where a file has none at all, nothing is missing. */
function checkPartners(pairs: readonly Pair[], problems: NwbProblemList): void {
  const responses = pairs.filter(
    ({ response, stimulus }) => response && !stimulus && response.series.clamp !== 'zero' && !response.series.intervals,
  );
  const stimuli = pairs.filter(({ response, stimulus }) => stimulus && !response);
  if (responses.length > 0 && pairs.some(({ stimulus }) => stimulus)) {
    problems.add(
      responseWithoutStimulus,
      responses[0]?.response?.series.path,
      () => `${countOf(responses.length, 'response')} without a stimulus: ${listed(namesOf(responses, 'response'))}.`,
    );
  }
  if (stimuli.length > 0) {
    problems.add(
      stimulusWithoutResponse,
      stimuli[0]?.stimulus?.series.path,
      () =>
        `${stimuli.length === 1 ? '1 stimulus' : `${String(stimuli.length)} stimuli`} without a response: ${listed(namesOf(stimuli, 'stimulus'))}.`,
    );
  }
  for (const { response, stimulus } of pairs) {
    const mode = response?.series.clamp;
    const dimension = (part: typeof response) => parseUnit(part?.series.symbol ?? '')?.symbol;
    // Types tell which unit is which; where both are wrong it is one cause.
    if (!mode || areSwapped({ response, stimulus, electrode: undefined })) continue;
    const wrong = mode === 'voltage' ? 'V' : 'A';
    if (dimension(response) !== wrong) continue;
    const expected = mode === 'voltage' ? 'amperes' : 'volts';
    problems.add(
      swappedUnits,
      response.series.path,
      () =>
        `${response.series.path} is a ${response.series.type} in “${response.series.unit ?? ''}”: ${expected} are expected. It is shown as the file says.`,
    );
  }
}

function checkTable({ table, uneven }: NwbTable, problems: NwbProblemList): void {
  const [first] = uneven;
  if (!first) return;
  problems.add(
    columnLength,
    first.path,
    () =>
      `${first.path} has ${countOf(first.rowCount, 'row')}, its table ${table.name} has ${String(table.rowCount)}${uneven.length > 1 ? `; ${countOf(uneven.length - 1, 'more column')} likewise` : ''}.`,
  );
}

function namesOf(pairs: readonly Pair[], role: 'response' | 'stimulus'): readonly string[] {
  return pairs.flatMap((pair) => pair[role]?.series.name ?? []);
}

function countOf(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
