/** What is wrong with one series. */
import { parseUnit } from '../recording/units';
import { isChannelpedia } from './channelpedia';
import type { NwbProblemList } from './problem';
import { emptyData } from './problems/emptyData';
import { invalidConversion } from './problems/invalidConversion';
import { invalidRate } from './problems/invalidRate';
import { missingConversion } from './problems/missingConversion';
import { missingTime } from './problems/missingTime';
import { missingUnit } from './problems/missingUnit';
import { prefixedUnit } from './problems/prefixedUnit';
import { startingFrames } from './problems/startingFrames';
import { timestampsLength } from './problems/timestampsLength';
import { unknownUnit } from './problems/unknownUnit';
import type { Series } from './series';

export function checkSeries(series: Series, problems: NwbProblemList): void {
  // That layout has its own fields for time and unit.
  if (isChannelpedia(series)) return;
  checkData(series, problems);
  checkTime(series, problems);
  if (series.isClamp && series.data) checkUnit(series, problems);
}

function checkData(
  { path, data, externalFiles, startingFrames: frames, lostLinks }: Series,
  problems: NwbProblemList,
): void {
  if (externalFiles !== undefined && frames !== undefined && externalFiles !== frames) {
    problems.add(
      startingFrames,
      `${path}/external_file`,
      () =>
        `${path} has ${String(frames)} first frames for ${String(externalFiles)} external files: one for each is expected.`,
    );
  }
  const isLinked = lostLinks.some((link) => link.path === `${path}/data`);
  if (externalFiles !== undefined || isLinked) return;
  if (!data) problems.add(emptyData, path, () => `${path} has no “data”.`);
  else if (data.shape.includes(0)) {
    problems.add(emptyData, `${path}/data`, () => `${path}/data is empty: its shape is [${data.shape.join(', ')}].`);
  }
}

function checkTime(series: Series, problems: NwbProblemList): void {
  const { path, rate, startingTime, timestamps, data, lostLinks } = series;
  if (rate !== undefined && !(rate > 0 && Number.isFinite(rate))) {
    problems.add(
      invalidRate,
      `${path}/starting_time`,
      () => `The rate of ${path} is ${String(rate)}: a positive number of samples a second is expected.`,
    );
  } else if (rate === undefined && !timestamps && !series.type.startsWith('Image')) {
    // Without a type, in a part for results, it may be no series at all.
    if (series.type === '' && series.role === 'other') return;
    if (lostLinks.some((link) => link.path === `${path}/timestamps`)) return;
    problems.add(missingTime, path, () =>
      startingTime === undefined
        ? `${path} has neither “starting_time” with a rate nor “timestamps”: it is shown by number of sample.`
        : `“starting_time” of ${path} has no attribute “rate”, and there are no “timestamps”: it is shown by number of sample.`,
    );
  }
  const samples = data?.shape[0];
  if (timestamps && rate === undefined && samples !== undefined && samples > 0 && timestamps.count !== samples) {
    problems.add(
      timestampsLength,
      `${path}/timestamps`,
      () =>
        `${path} has ${String(timestamps.count)} timestamps for ${String(samples)} samples: one for each is expected.`,
    );
  }
}

function checkUnit({ path, unit, symbol, conversion, data }: Series, problems: NwbProblemList): void {
  const place = `${path}/data`;
  if (conversion !== undefined && !(Number.isFinite(conversion) && conversion !== 0)) {
    problems.add(
      invalidConversion,
      place,
      () => `The conversion of ${path} is ${String(conversion)}: a factor to volts or amperes is expected.`,
    );
  } else if (conversion === undefined && /^u?int/.test(data?.dtype ?? '')) {
    problems.add(
      missingConversion,
      place,
      () => `${place} has integers (${data?.dtype ?? ''}) and no conversion to volts or amperes: 1 is taken.`,
    );
  }
  if (unit === undefined || unit.trim() === '') {
    problems.add(missingUnit, place, () => `${place} has no attribute “unit”: volts or amperes are expected.`);
    return;
  }
  const parsed = parseUnit(symbol);
  if (parsed?.symbol !== 'V' && parsed?.symbol !== 'A') {
    problems.add(unknownUnit, place, () => `The unit of ${path} is “${unit}”: volts or amperes are expected.`);
  } else if (parsed.factor !== 1) {
    problems.add(
      prefixedUnit,
      place,
      () =>
        `The unit of ${path} is “${unit}”: ${parsed.symbol === 'V' ? 'volts' : 'amperes'} are expected, with the prefix in the conversion (now ${String(conversion ?? 1)}). It is shown in ${symbol}.`,
    );
  }
}
