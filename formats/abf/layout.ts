/** Where each sweep's samples are. */
import type { RecordingProblem } from '../recording/model';
import { grouped } from '../text/counts';
import { GAP_FREE, SWEEP_LIMIT, TRACE_LIMIT, VARIABLE_LENGTH, type AbfHeader } from './header';
import { abfProblem } from './problem';
import { missingSynchArray } from './problems/missingSynchArray';
import { noData } from './problems/noData';
import { tooManySweeps } from './problems/tooManySweeps';
import { truncated } from './problems/truncated';
import { unsupportedMode } from './problems/unsupportedMode';

export interface AbfSweep {
  /** Index of its first sample among those of all channels. */
  readonly first: number;
  /** Samples of each channel. */
  readonly count: number;
  /** In s on the clock of the recording. */
  readonly start: number;
}

/**
 * @param size of the file in bytes
 * @returns sweeps whose samples are all in the file; the last of a truncated file is shorter
 */
export function layoutOf(
  header: AbfHeader,
  size: number,
): { readonly sweeps: readonly AbfSweep[]; readonly problems: readonly RecordingProblem[] } {
  const problems: RecordingProblem[] = [];
  const { sampleCount, sampleBytes, dataStart, mode } = header;
  const stored = Math.min(sampleCount, Math.max(0, Math.floor((size - dataStart) / sampleBytes)));
  if (sampleCount === 0) {
    return { sweeps: [], problems: [abfProblem(noData, 'The header announces no samples: there is nothing to show.')] };
  }
  if (stored < sampleCount) {
    problems.push(
      abfProblem(
        truncated,
        `The header announces ${grouped(sampleCount)} samples from byte ${grouped(dataStart)} on, to byte ${grouped(dataStart + sampleCount * sampleBytes)}; the file ends at byte ${grouped(size)}, after ${grouped(stored)} of them. Copy the file again from where it was recorded.`,
      ),
    );
  }
  if (mode < VARIABLE_LENGTH || mode > 5) {
    problems.push(
      abfProblem(
        unsupportedMode,
        `The mode of acquisition is ${mode}; 1 to 5 were expected. Sweeps of equal length are shown.`,
      ),
    );
  }
  const announced = mode === GAP_FREE ? [wholeOf(header)] : bySynch(header);
  if (announced === undefined && mode === VARIABLE_LENGTH) {
    problems.push(
      abfProblem(
        missingSynchArray,
        'The sweeps have different lengths, but the file has no valid synch array that tells them: all samples are shown as one sweep.',
      ),
    );
  }
  const all = announced ?? (mode === VARIABLE_LENGTH ? [wholeOf(header)] : ofEqualLength(header));
  const channelCount = header.channels.length;
  const limit = sweepLimit(header);
  const total = mode === GAP_FREE ? 1 : header.episodes;
  if (total > limit && all.length >= limit) {
    problems.push(
      abfProblem(
        tooManySweeps,
        `The header announces ${grouped(total)} sweeps; the first ${grouped(limit)} are shown.`,
      ),
    );
  }
  const sweeps: AbfSweep[] = [];
  for (const sweep of all.slice(0, limit)) {
    const count = Math.min(sweep.count, Math.floor((stored - sweep.first) / channelCount));
    if (count > 0) sweeps.push({ ...sweep, count });
  }
  return { sweeps, problems };
}

function sweepLimit(header: AbfHeader): number {
  return Math.min(SWEEP_LIMIT, Math.floor(TRACE_LIMIT / (header.channels.length + header.commands.length)));
}

function wholeOf({ sampleCount, channels }: AbfHeader): AbfSweep {
  return { first: 0, count: Math.floor(sampleCount / channels.length), start: 0 };
}

/** By the synch array: undefined where it cannot be the one of these samples. */
function bySynch(header: AbfHeader): readonly AbfSweep[] | undefined {
  const { starts, lengths } = header.synch;
  const channelCount = header.channels.length;
  const wanted = header.episodes === 0 ? lengths.length : header.episodes;
  const count = Math.min(wanted, sweepLimit(header));
  if (lengths.length === 0 || lengths.length < count) return undefined;
  const sweeps: AbfSweep[] = [];
  let first = 0;
  for (let i = 0; i < count; i++) {
    const length = lengths[i] ?? 0;
    if (length <= 0 || length % channelCount !== 0 || first + length > header.sampleCount) return undefined;
    sweeps.push({ first, count: length / channelCount, start: starts[i] ?? 0 });
    first += length;
  }
  return sweeps;
}

function ofEqualLength(header: AbfHeader): readonly AbfSweep[] {
  const { sampleCount, rate, startToStart } = header;
  const channelCount = header.channels.length;
  const episodes = Math.max(1, header.episodes);
  const count = Math.floor(sampleCount / episodes / channelCount);
  const duration = rate === undefined ? 0 : count / rate;
  return Array.from({ length: Math.min(episodes, sweepLimit(header)) }, (_, i) => ({
    first: i * count * channelCount,
    count,
    start: i * Math.max(startToStart, duration),
  }));
}
