/** Opens ABF files, versions 1 and 2: header and texts at once, samples when they are asked for. */
import { PagedAccess } from '../bytes/paged';
import type { RandomAccess } from '../bytes/randomAccess';
import { Hdf5Error, READ_LIMIT_BYTES, type CancelSignal } from '../hdf5/api';
import type { OpenRecording, RecordingProblem, TraceValues } from '../recording/model';
import { grouped } from '../text/counts';
import { commandMinMax, commandSegments, commandValues, sourceOf } from './command';
import type { AbfHeader } from './header';
import { readHeader1 } from './header1';
import { readHeader2 } from './header2';
import { layoutOf, type AbfSweep } from './layout';
import { abfProblem } from './problem';
import { notAbf } from './problems/notAbf';
import { stimulusFromFile } from './problems/stimulusFromFile';
import { unreadableFile } from './problems/unreadableFile';
import { zeroRate } from './problems/zeroRate';
import { EPOCHS, epochRows, recordingOf } from './recording';
import { eachSample } from './samples';

export interface AbfReading {
  /** undefined where nothing can be shown; then one of the problems says why. */
  readonly recording: OpenRecording | undefined;
  /** Rate, channels with names and units, commands, tags. */
  readonly header: AbfHeader | undefined;
  readonly problems: readonly RecordingProblem[];
}

/** Values in one answer. */
const SAMPLE_LIMIT = READ_LIMIT_BYTES / 4;

/** The header's parts lie in the first blocks; tags and the synch array behind the samples. */
const HEADER_PAGES = { pageBytes: 8192, pageCount: 128 };

/**
 * Never rejects.
 * @param close ends the access, when the recording is closed or there is none
 */
export async function openAbf(
  access: RandomAccess,
  close: () => Promise<void> = () => Promise.resolve(),
): Promise<AbfReading> {
  const reading = await readOrSay(access, close);
  if (reading.recording === undefined) await close().catch(() => undefined);
  return reading;
}

async function readOrSay(access: RandomAccess, close: () => Promise<void>): Promise<AbfReading> {
  try {
    return await read(access, close);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return nothing([abfProblem(unreadableFile, `The file cannot be read: ${reason}.`)]);
  }
}

function nothing(problems: readonly RecordingProblem[]): AbfReading {
  return { recording: undefined, header: undefined, problems };
}

async function read(access: RandomAccess, close: () => Promise<void>): Promise<AbfReading> {
  const paged = new PagedAccess(access, HEADER_PAGES);
  const start = letters(await paged.read(0, 64));
  const isFirst = start.startsWith('ABF ');
  if (!isFirst && !start.startsWith('ABF2')) return nothing([abfProblem(notAbf, whatItIs(access.size, start))]);
  const { header, problems } = await (isFirst ? readHeader1(paged) : readHeader2(paged));
  if (!header) return nothing(problems);

  const layout = layoutOf(header, access.size);
  const all = [...problems, ...layout.problems];
  if (header.rate === undefined) {
    all.push(
      abfProblem(zeroRate, 'The header has no interval between samples above 0: samples are shown by their number.'),
    );
  }
  for (const command of header.commands) {
    if (sourceOf(header, command) !== 'file') continue;
    const { stimulusFile, number } = command;
    const file = stimulusFile === '' ? 'a file that is not named' : `“${stimulusFile}”`;
    all.push(abfProblem(stimulusFromFile, `The command of DAC ${number} was played from ${file}: it is not drawn.`));
  }
  return { recording: new AbfRecording(access, header, layout.sweeps, all, close), header, problems: all };
}

/** Bytes as text, one letter each. */
function letters(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

function whatItIs(size: number, start: string): string {
  if (size === 0) return 'The file is empty.';
  if (start.startsWith('version https://git-lfs')) {
    return 'This is a pointer of Git LFS, not the recording itself: run `git lfs pull`.';
  }
  if (start.startsWith('ATF')) return 'This is an Axon text file (ATF), not ABF: open it as text.';
  if (start.startsWith('CPLX') || start.startsWith('FTCX') || start.startsWith('CLPX')) {
    return 'This is a recording of pCLAMP before version 6, older than ABF: Clampfit can save it as ABF.';
  }
  const seen = start.slice(0, 4).replace(/[^\x20-\x7e]/g, '.');
  return `An ABF file begins with “ABF ” or “ABF2”; this one begins with “${seen}”.`;
}

class AbfRecording implements OpenRecording {
  readonly recording: OpenRecording['recording'];
  readonly #access: RandomAccess;
  readonly #header: AbfHeader;
  readonly #sweeps: readonly AbfSweep[];
  readonly #close: () => Promise<void>;
  #isClosed = false;

  constructor(
    access: RandomAccess,
    header: AbfHeader,
    sweeps: readonly AbfSweep[],
    problems: readonly RecordingProblem[],
    close: () => Promise<void>,
  ) {
    this.recording = recordingOf(header, sweeps, problems);
    this.#access = access;
    this.#header = header;
    this.#sweeps = sweeps;
    this.#close = close;
  }

  async trace(
    id: string,
    range: { readonly start: number; readonly end: number },
    bins: number,
    signal?: CancelSignal,
  ): Promise<TraceValues> {
    if (this.#isClosed) throw new Hdf5Error('closed', 'The file was closed.');
    const [, kind, place = '', number = ''] = /^(adc|dac)\/(\d+)\/sweep\/(\d+)$/.exec(id) ?? [];
    const sweep = this.#sweeps[Number(number)];
    if (kind === undefined || !sweep) throw new Hdf5Error('missing', `There is no trace “${id}”.`);

    const start = Math.max(0, Math.min(sweep.count, Math.floor(range.start)));
    const end = Math.max(start, Math.min(sweep.count, Math.floor(range.end)));
    if (bins >= end - start && end - start > SAMPLE_LIMIT) {
      throw new Hdf5Error(
        'too-large',
        `The range has ${grouped(end - start)} samples; at most ${grouped(SAMPLE_LIMIT)} are read at once: choose a part.`,
      );
    }
    // Not a number is one part.
    const most = Math.max(1, Math.min(Math.floor(bins), SAMPLE_LIMIT)) || 1;
    const perBin = Math.max(1, Math.ceil((end - start) / most));
    const length = Math.ceil((end - start) / perBin);
    const part: Part = {
      start,
      end,
      perBin,
      minima: new Float32Array(length),
      maxima: perBin === 1 ? undefined : new Float32Array(length),
    };
    if (kind === 'adc') await this.#fillResponse(Number(place), sweep, part, signal);
    else this.#fillCommand(Number(place), Number(number), sweep, part);

    const step = 1 / (this.#header.rate ?? 1);
    return {
      start: start * step,
      step: perBin * step,
      values: part.minima,
      ...(part.maxima && { maxima: part.maxima }),
    };
  }

  async #fillResponse(index: number, sweep: AbfSweep, part: Part, signal: CancelSignal | undefined): Promise<void> {
    const { channels, dataStart, sampleBytes } = this.#header;
    const channel = channels[index];
    if (!channel) throw new Hdf5Error('missing', `There is no input ${index}.`);
    const { minima, maxima, perBin } = part;
    const place = {
      start: dataStart + sweep.first * sampleBytes,
      sampleBytes,
      channel: index,
      channelCount: channels.length,
      conversion: channel.conversion,
      offset: channel.offset,
    };
    if (!maxima) {
      await eachSample(this.#access, place, part, (value, i) => (minima[i] = value), signal);
      return;
    }
    minima.fill(NaN);
    maxima.fill(NaN);
    let bin = 0;
    let binEnd = perBin;
    const take = (value: number, i: number): void => {
      if (i >= binEnd) {
        bin++;
        binEnd += perBin;
      }
      // The first number of a part replaces NaN, which is neither above nor below it.
      if (!Number.isFinite(value)) return;
      if (!((minima[bin] ?? 0) <= value)) minima[bin] = value;
      if (!((maxima[bin] ?? 0) >= value)) maxima[bin] = value;
    };
    await eachSample(this.#access, place, part, take, signal);
  }

  #fillCommand(index: number, number: number, sweep: AbfSweep, part: Part): void {
    const command = this.#header.commands[index];
    if (!command) throw new Hdf5Error('missing', `There is no output ${index}.`);
    const segments = commandSegments(this.#header, command, number, sweep.count);
    const { start, end, perBin, minima, maxima } = part;
    if (maxima) commandMinMax(segments, start, end, perBin, minima, maxima);
    else commandValues(segments, start, minima);
  }

  tableRows(
    name: string,
    range: { readonly start: number; readonly end: number },
  ): Promise<readonly (readonly unknown[])[]> {
    if (name !== EPOCHS) return Promise.reject(new Hdf5Error('missing', `There is no table “${name}”.`));
    return Promise.resolve(epochRows(this.#header).slice(Math.max(0, range.start), Math.max(0, range.end)));
  }

  unitSpikes(): Promise<readonly Float64Array[]> {
    return Promise.resolve([]);
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#close();
  }
}

/** What is filled of a trace: samples, or extremes of parts of `perBin` samples. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly perBin: number;
  readonly minima: Float32Array;
  readonly maxima: Float32Array | undefined;
}
