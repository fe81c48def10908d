/**
 * The command of a sweep by its epochs: the first 1/64 of the sweep at the holding level (or at the one where the sweep
 * before ended), then epoch after epoch, then the holding level again (or the last one). Nothing is read from the file.
 * As in pyABF's `waveform`, which follows what Clampex plays.
 */
import { EPISODIC, type AbfCommand, type AbfHeader } from './header';

/** One stretch of the command. */
interface Segment {
  /** Samples of the sweep, half-open. */
  readonly start: number;
  readonly end: number;
  readonly type: number;
  /** Level before it and its own. */
  readonly from: number;
  readonly to: number;
  /** Of one pulse of a train and of its active part, in samples. */
  readonly period: number;
  readonly width: number;
  readonly pulseCount: number;
}

const STEP = 1;
const RAMP = 2;
const PULSES = 3;
const TRIANGLES = 4;
const COSINES = 5;
const BIPHASIC = 7;

const EPOCH_NAMES: Readonly<Record<number, string>> = {
  0: 'off',
  [STEP]: 'step',
  [RAMP]: 'ramp',
  [PULSES]: 'pulse train',
  [TRIANGLES]: 'triangle train',
  [COSINES]: 'cosine train',
  [BIPHASIC]: 'biphasic train',
};

export function epochTypeName(type: number): string {
  return EPOCH_NAMES[type] ?? `type ${type}`;
}

/** What an output plays: epochs and files in episodes only; in other modes the header keeps them from before. */
export function sourceOf(header: AbfHeader, command: AbfCommand): AbfCommand['source'] {
  return header.mode === EPISODIC ? command.source : 'holding';
}

/** Outputs whose command can be drawn: those with epochs, or else the first one at its holding level. */
export function drawnCommands(header: AbfHeader): readonly AbfCommand[] {
  const driven = header.commands.filter(
    (command) => sourceOf(header, command) === 'epochs' && command.holding !== undefined,
  );
  const first = header.commands[0];
  if (driven.length > 0 || first === undefined) return driven;
  // An output without a unit was never set up.
  const isHeld = sourceOf(header, first) === 'holding' && first.holding !== undefined && first.unit !== '';
  return isHeld ? [first] : [];
}

/**
 * The stretches of one sweep, without gaps, from 0 to `count`.
 * @param sweep 0-based number
 * @param count samples of the sweep
 */
export function commandSegments(
  header: AbfHeader,
  command: AbfCommand,
  sweep: number,
  count: number,
): readonly Segment[] {
  const holding = command.holding ?? 0;
  const epochs = sourceOf(header, command) === 'epochs' ? command.epochs.filter(({ type }) => type !== 0) : [];
  const last = epochs.at(-1);
  const endLevel = (of: number): number =>
    command.keepsLastLevel && last && of >= 0 ? last.level + last.levelStep * of : holding;

  const segments: Segment[] = [];
  let position = 0;
  let level = endLevel(sweep - 1);
  const add = (length: number, type: number, to: number, period: number, width: number): void => {
    const end = position + Math.max(0, length);
    const pulseCount = period > 0 ? Math.floor((end - position) / period) : 0;
    const active = Math.max(0, Math.min(width, period));
    if (position < count)
      segments.push({ start: position, end, type, from: level, to, period, width: active, pulseCount });
    position = end;
    level = to;
  };
  const samples = header.samplesPerEpisode > 0 ? header.samplesPerEpisode / header.channels.length : count;
  add(Math.floor(samples / 64), STEP, level, 0, 0);
  for (const epoch of epochs) {
    const duration = epoch.duration + epoch.durationStep * sweep;
    add(duration, epoch.type, epoch.level + epoch.levelStep * sweep, epoch.period, epoch.width);
  }
  if (position < count) add(count - position, STEP, endLevel(sweep), 0, 0);
  return segments;
}

/** Level at a sample of a segment; NaN where its type is unknown. */
function levelAt(segment: Segment, sample: number): number {
  const { start, end, type, from, to, period, width, pulseCount } = segment;
  const at = sample - start;
  const length = end - start;
  if (type === STEP) return to;
  if (type === RAMP) return between(from, to, at, length);
  if (type === COSINES) {
    const phase = length > 1 ? (2 * Math.PI * pulseCount * at) / (length - 1) : 0;
    return from + ((to - from) / 2) * (1 - Math.cos(phase));
  }
  if (type !== PULSES && type !== TRIANGLES && type !== BIPHASIC) return NaN;
  if (at >= pulseCount * period) return from;
  const phase = at % period;
  if (type === TRIANGLES) {
    return phase < width ? between(from, to, phase, width) : between(to, from, phase - width, period - width);
  }
  if (phase >= width) return from;
  if (type === PULSES) return to;
  return phase < Math.floor(width / 2) ? to : 2 * from - to;
}

/** `length` equal steps of which the first is `from` and the last `to`. */
function between(from: number, to: number, at: number, length: number): number {
  return length > 1 ? from + ((to - from) * at) / (length - 1) : from;
}

/** Levels of the samples from `start` on, one each. */
export function commandValues(segments: readonly Segment[], start: number, values: Float32Array): void {
  for (const segment of segments) {
    const first = Math.max(start, segment.start);
    const end = Math.min(start + values.length, segment.end);
    for (let sample = first; sample < end; sample++) values[sample - start] = levelAt(segment, sample);
  }
}

/** Least and greatest levels of parts of `perBin` samples from `start` to `end`; NaN where none is known. */
export function commandMinMax(
  segments: readonly Segment[],
  start: number,
  end: number,
  perBin: number,
  minima: Float32Array,
  maxima: Float32Array,
): void {
  minima.fill(Infinity);
  maxima.fill(-Infinity);
  for (const segment of segments) {
    const last = Math.min(end, segment.end);
    for (let from = Math.max(start, segment.start); from < last;) {
      const bin = Math.floor((from - start) / perBin);
      const to = Math.min(last, start + (bin + 1) * perBin);
      const isTrain = segment.type !== STEP && segment.type !== RAMP;
      // Steps and ramps have their extremes at the ends of the stretch.
      for (let sample = from; sample < to; sample += isTrain ? 1 : Math.max(1, to - 1 - sample)) {
        const level = levelAt(segment, sample);
        if (level < (minima[bin] ?? 0)) minima[bin] = level;
        if (level > (maxima[bin] ?? 0)) maxima[bin] = level;
      }
      from = to;
    }
  }
  for (let bin = 0; bin < minima.length; bin++) {
    if (minima[bin] === Infinity) minima[bin] = maxima[bin] = NaN;
  }
}
