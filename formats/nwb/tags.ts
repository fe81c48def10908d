/** Notes on the time axis of the session: AnnotationSeries. */
import type { Recording } from '../recording/model';
import type { Series } from './series';
import { forEachOf, type NwbSource } from './source';
import { numbersOf, textOf } from './values';

const TAG_LIMIT = 1000;
const TEXT_LIMIT = 300;

/** Their text and time, s; at most {@link TAG_LIMIT} of a series. */
export async function readTags(source: NwbSource, series: readonly Series[]): Promise<Recording['tags']> {
  const annotations = series.filter(({ type, data }) => type === 'AnnotationSeries' && data?.shape.length === 1);
  const range = [{ start: 0, end: TAG_LIMIT }];
  const found = await forEachOf(annotations, async ({ path, timestamps, startingTime = 0, rate = 1 }) => {
    const [texts, times] = await Promise.all([
      source.values(`${path}/data`, range),
      timestamps ? source.values(`${path}/timestamps`, range) : undefined,
    ]);
    const seconds = numbersOf(times);
    return Array.from<unknown>(texts?.values ?? []).flatMap((value, index) => {
      const text = textOf(value);
      const time = seconds[index] ?? startingTime + index / rate;
      return text === undefined || !Number.isFinite(time) ? [] : [{ time, text: text.slice(0, TEXT_LIMIT) }];
    });
  });
  return found.flat().sort((a, b) => a.time - b.time);
}
