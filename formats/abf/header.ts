/** What an ABF file says of itself, the same for both versions of the format. */
import type { RecordingProblem } from '../recording/model';
import type { Fields } from '../bytes/fields';

/** One input, in the order in which samples are interleaved. */
export interface AbfChannel {
  /** Of the analogue-digital converter. */
  readonly number: number;
  readonly name: string;
  /** '' where the file has none. */
  readonly unit: string;
  /** Value = stored number × conversion + offset; 1 and 0 where values are stored as floats. */
  readonly conversion: number;
  readonly offset: number;
}

/** One column of the table of epochs. In sweep s its level is `level + s × levelStep`, its duration likewise. */
export interface AbfEpoch {
  /** 0 is A. */
  readonly index: number;
  /** 0 off, 1 step, 2 ramp, 3 pulse train, 4 triangle train, 5 cosine train, 7 biphasic train. */
  readonly type: number;
  readonly level: number;
  readonly levelStep: number;
  /** In samples of a channel, as all that follow. */
  readonly duration: number;
  readonly durationStep: number;
  readonly period: number;
  readonly width: number;
}

/** One output. */
export interface AbfCommand {
  /** Of the digital-analogue converter. */
  readonly number: number;
  readonly name: string;
  readonly unit: string;
  /** Level outside the epochs; undefined where the header has no credible one. */
  readonly holding: number | undefined;
  readonly source: 'holding' | 'epochs' | 'file';
  /** Path of the file that was played, on the computer that recorded. */
  readonly stimulusFile: string;
  /** Between sweeps the last level stays, instead of the holding level. */
  readonly keepsLastLevel: boolean;
  readonly epochs: readonly AbfEpoch[];
}

export interface AbfHeader {
  /** `1.8.3.0`, `2.6.0.0`. */
  readonly version: string;
  /** 1 events of variable length, 2 events of fixed length, 3 gap-free, 4 oscilloscope, 5 episodes. */
  readonly mode: number;
  readonly channels: readonly AbfChannel[];
  readonly commands: readonly AbfCommand[];
  /** Samples of a channel a second; undefined where the header has none. */
  readonly rate: number | undefined;
  /** 2: integers, 4: floats. */
  readonly sampleBytes: 2 | 4;
  /** Byte of the first sample. */
  readonly dataStart: number;
  /** Of all channels together, as announced. */
  readonly sampleCount: number;
  readonly episodes: number;
  /** Of all channels together; 0 where it is unknown. */
  readonly samplesPerEpisode: number;
  /** In s; 0 where sweeps follow each other. */
  readonly startToStart: number;
  /** Sweeps' starts in s and their lengths in samples of all channels; empty where the file has no synch array. */
  readonly synch: { readonly starts: Float64Array; readonly lengths: Float64Array };
  readonly tags: readonly { readonly time: number; readonly text: string }[];
  readonly protocolPath: string;
  /** Name of the protocol's file without `.pro`; '' where none was saved. */
  readonly protocol: string;
  /** "Clampex 10.7.0.3". */
  readonly creator: string;
  /** `2017-11-16T14:06:07.741`, in local time; undefined where the file has none. */
  readonly date: string | undefined;
  readonly comment: string;
}

export interface AbfHeaderReading {
  /** undefined where there is nothing to show. */
  readonly header: AbfHeader | undefined;
  readonly problems: readonly RecordingProblem[];
}

export const BLOCK = 512;
export const GAP_FREE = 3;
export const VARIABLE_LENGTH = 1;
export const EPISODIC = 5;

/** More sweeps are not listed, nor more traces: each is an object that goes to the view. */
export const SWEEP_LIMIT = 50_000;
export const TRACE_LIMIT = 200_000;
/** More tags are not read. */
export const TAG_LIMIT = 10_000;

const TAG_BYTES = 64;

/** Factors of the scale; one of 0 was never set. */
export function gainOf(range: number, resolution: number, factors: readonly number[]): number {
  let gain = range / resolution;
  for (const factor of factors) if (factor !== 0) gain /= factor;
  return Number.isFinite(gain) && gain !== 0 ? gain : 1;
}

/** Levels beyond ± 1e6 are memory that was never filled; the least ones are 0. */
export function levelOf(value: number): number | undefined {
  if (!Number.isFinite(value) || Math.abs(value) > 1e6) return undefined;
  return Math.abs(value) < 1e-6 ? 0 : value;
}

/** Samples of a channel a second, by the interval of a channel in µs. */
export function rateOf(interval: number): number | undefined {
  const rate = 1e6 / interval;
  return Number.isFinite(rate) && rate > 0 && interval > 0 ? rate : undefined;
}

/** 0 for what is no positive number. */
export function positive(value: number): number {
  return Number.isFinite(value) && value > 0 ? value : 0;
}

/** Seconds of one unit of the synch array and of tags: as the header says, else one sample. */
export function synchSeconds(unit: number, rate: number | undefined, channelCount: number): number {
  if (Number.isFinite(unit) && unit > 0) return unit * 1e-6;
  return rate === undefined ? 0 : 1 / (rate * channelCount);
}

/** Name of a protocol by its path on a Windows computer. */
export function protocolName(path: string): string {
  return /([^\\/]*)\.pro$/i.exec(path)?.[1] ?? '';
}

/** Seconds to the nanosecond: products of the header's 32-bit floats have digits that mean nothing. */
function nanosecond(seconds: number): number {
  return Math.round(seconds * 1e9) / 1e9;
}

export function synchArray(fields: Fields, seconds: number): AbfHeader['synch'] {
  const count = Math.floor(fields.length / 8);
  const starts = new Float64Array(count);
  const lengths = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    starts[i] = nanosecond(fields.int32(i * 8) * seconds);
    lengths[i] = fields.int32(i * 8 + 4);
  }
  return { starts, lengths };
}

export function tagList(fields: Fields, seconds: number): AbfHeader['tags'] {
  return Array.from({ length: Math.floor(fields.length / TAG_BYTES) }, (_, i) => ({
    time: nanosecond(fields.int32(i * TAG_BYTES) * seconds),
    text: fields.text(i * TAG_BYTES + 4, 56),
  }));
}
