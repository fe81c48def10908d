/** Samples of one channel, taken out of those of all channels and scaled. */
import type { RandomAccess } from '../bytes/randomAccess';
import { Hdf5Error, type CancelSignal } from '../hdf5/api';

export interface ChannelPlace {
  /** Byte of the sweep's first sample. */
  readonly start: number;
  readonly sampleBytes: 2 | 4;
  readonly channel: number;
  readonly channelCount: number;
  readonly conversion: number;
  readonly offset: number;
}

/** So many bytes are read at once. */
const PIECE_BYTES = 2 * 1024 * 1024;

/**
 * Calls `take` with each value in turn, by its number from 0 on.
 * @param range samples of the channel, half-open
 * @throws {@link Hdf5Error} `cancelled`; `truncated` where the file became shorter since it was opened
 */
export async function eachSample(
  access: RandomAccess,
  place: ChannelPlace,
  range: { readonly start: number; readonly end: number },
  take: (value: number, index: number) => void,
  signal: CancelSignal | undefined,
): Promise<void> {
  const { sampleBytes, channel, channelCount, conversion, offset } = place;
  const frameBytes = sampleBytes * channelCount;
  const perPiece = Math.max(1, Math.floor(PIECE_BYTES / frameBytes));
  for (let sample = range.start; sample < range.end; sample += perPiece) {
    if (signal?.aborted === true) throw new Hdf5Error('cancelled', 'The reading was cancelled.');
    const count = Math.min(perPiece, range.end - sample);
    const bytes = await access.read(place.start + sample * frameBytes, count * frameBytes);
    if (bytes.length < count * frameBytes) {
      throw new Hdf5Error('truncated', 'The file became shorter after it was opened: open it again.');
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const first = sample - range.start;
    for (let i = 0, at = channel * sampleBytes; i < count; i++, at += frameBytes) {
      const stored = sampleBytes === 2 ? view.getInt16(at, true) : view.getFloat32(at, true);
      take(stored * conversion + offset, first + i);
    }
  }
}
