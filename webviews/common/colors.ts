/** Colours of data that mean the same in every view. */

/** Viridis at ninths (Smith and van der Walt 2015): even steps of lightness, also for the colour-blind. */
const VIRIDIS = [
  [68, 1, 84],
  [71, 45, 123],
  [59, 82, 139],
  [44, 114, 142],
  [33, 145, 140],
  [40, 174, 128],
  [94, 201, 98],
  [173, 220, 48],
  [253, 231, 37],
] as const;

/** Okabe and Ito's colours without black and yellow, which the themes swallow. */
const CATEGORIES = ['#e69f00', '#56b4e9', '#009e73', '#cc79a7', '#d55e00', '#3c8ed4', '#a0a032', '#9d7ad6'];

/** @param fraction 0 to 1 */
export function viridis(fraction: number): readonly [number, number, number] {
  const at = Math.min(1, Math.max(0, Number.isFinite(fraction) ? fraction : 0)) * (VIRIDIS.length - 1);
  const low = Math.floor(at);
  const from = VIRIDIS[low] ?? VIRIDIS[0];
  const to = VIRIDIS[low + 1] ?? from;
  const mix = (channel: 0 | 1 | 2): number => Math.round(from[channel] + (to[channel] - from[channel]) * (at - low));
  return [mix(0), mix(1), mix(2)];
}

/** The ends of the ramp are lost on a dark and on a light ground: it starts and ends a little inside. */
export function rampColor(fraction: number, isDark: boolean): string {
  const part = Math.min(1, Math.max(0, Number.isFinite(fraction) ? fraction : 0));
  return `rgb(${viridis(isDark ? 0.15 + 0.85 * part : 0.88 * part).join(', ')})`;
}

export function categoryColor(index: number): string {
  return CATEGORIES[index % CATEGORIES.length] ?? '#888888';
}
