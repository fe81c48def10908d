/** Outlines of markers, for either way of drawing. */
import type { Marker } from '../../../formats/morphology/model';

/** More points than markers of a file have: a file with more is drawn up to here. */
const MOST_POINTS = 200_000;

/**
 * Symbols that a tracer puts on single points; whatever else has a name is a contour.
 * Source: the words of Neurolucida's ASC files.
 */
const SYMBOL =
  /^(dot|plus|cross|splat|flower|circle|tristar|asterisk|snowflake|moneygreen|darkyellow|maltesecross|circle(arrow|cross)|doublecircle|shadedstar|texacostar|(open|filled)\w+)\d*$/i;

/** Coordinates in µm: `segments` has both ends of each, `points` stand alone. */
export function markerLines(markers: readonly Marker[]): {
  readonly segments: readonly number[];
  readonly points: readonly number[];
} {
  const segments: number[] = [];
  const points: number[] = [];
  let left = MOST_POINTS;
  for (const { label, section, points: coordinates } of markers) {
    const count = Math.min(left, coordinates.length / 3);
    left -= count;
    // Contours lie beside the neurites and have a name; what stands in a section marks single places of it.
    if (count < 2 || section >= 0 || label === '' || SYMBOL.test(label)) {
      for (let i = 0; i < count * 3; i++) points.push(coordinates[i] ?? 0);
      continue;
    }
    for (let i = 1; i < count; i++) {
      for (let k = -3; k < 3; k++) segments.push(coordinates[i * 3 + k] ?? 0);
    }
  }
  return { segments, points };
}
