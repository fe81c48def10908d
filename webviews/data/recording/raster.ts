/** Which pixels of a raster hold a spike: each pixel once, however many spikes fall on it. */

/** @returns [down × across], 1 at the top of each unit's row where it has a spike */
export function rasterPixels(
  spikes: readonly Float64Array[],
  low: number,
  high: number,
  across: number,
  down: number,
): Uint8Array {
  const pixels = new Uint8Array(Math.max(0, across * down));
  const scale = high > low ? (across - 1) / (high - low) : 0;
  for (const [row, times] of spikes.entries()) {
    const y = Math.floor((row * down) / spikes.length);
    for (const time of times) {
      const x = Math.round((time - low) * scale);
      if (x >= 0 && x < across) pixels[y * across + x] = 1;
    }
  }
  return pixels;
}
