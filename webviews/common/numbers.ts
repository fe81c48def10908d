/** Numbers for people: grouped by thousands, four digits, with their unit. */

/** Narrow and unbreakable. */
const GAP = '\u202f';

export function formatCount(count: number): string {
  return Math.round(count)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, GAP);
}

/** "1 section", "16 645 points". */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}

/** Four digits that matter: `41.23`, `0.001235`, `16 645`, `1.2e-9`. */
export function formatNumber(value: number, digits = 4): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (value === 0) return '0';
  const magnitude = Math.abs(value);
  if (magnitude < 1e-4 || magnitude >= 1e12) return minus(value.toExponential(digits - 1).replace(/\.?0+e/, 'e'));
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(magnitude)));
  const [whole = '', fraction = ''] = magnitude.toFixed(Math.min(decimals, 20)).split('.');
  const kept = fraction.replace(/0+$/, '');
  const text = formatCount(Number(whole)) + (kept === '' ? '' : `.${kept}`);
  return value < 0 ? `−${text}` : text;
}

function minus(text: string): string {
  return text.replace('-', '−');
}

/** A length in µm, as mm from 1000 µm on. */
export function formatLength(micrometres: number): string {
  return Math.abs(micrometres) >= 1000
    ? `${formatNumber(micrometres / 1000, 3)} mm`
    : `${formatNumber(micrometres)} µm`;
}

/** Round steps for an axis: 1, 2 or 5 times a power of ten, at most `count` of them. */
function axisStep(range: number, count: number): number {
  if (!(range > 0) || !Number.isFinite(range)) return 1;
  const rough = range / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((each) => each * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Multiples of a round step from `low` to `high`. */
export function axisTicks(low: number, high: number, count: number): readonly number[] {
  const step = axisStep(high - low, count);
  const ticks: number[] = [];
  // By index, so that no rounding error gathers.
  for (let i = Math.ceil(low / step); i * step <= high + step * 1e-9; i++) ticks.push(i * step);
  return ticks;
}
