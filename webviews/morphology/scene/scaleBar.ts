/** Length of a scale bar: 1, 2 or 5 times a power of ten. */
export interface ScaleBar {
  /** µm. */
  readonly length: number;
  readonly pixels: number;
  /** "100 µm", "2 mm". */
  readonly label: string;
}

/**
 * The longest bar that fits.
 * @param scale µm in a pixel
 * @param longest pixels
 */
export function scaleBar(scale: number, longest: number): ScaleBar {
  const available = scale * longest;
  const power = 10 ** Math.floor(Math.log10(available));
  const step = [5, 2, 1].find((each) => each * power <= available * (1 + 1e-9)) ?? 1;
  const length = step * power;
  return { length, pixels: length / scale, label: lengthLabel(length) };
}

function lengthLabel(length: number): string {
  if (length >= 1000) return `${Number((length / 1000).toPrecision(3))} mm`;
  if (length >= 0.1) return `${Number(length.toPrecision(3))} µm`;
  return `${Number((length * 1000).toPrecision(3))} nm`;
}
