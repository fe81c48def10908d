import type { Morphology } from '../model';

/** What the points of each section come to; all arrays are [sections]. */
export interface SectionGeometry {
  /** µm. */
  readonly lengths: Float64Array;
  /** µm²: lateral areas of the segments as frusta. */
  readonly areas: Float64Array;
  /** µm³. */
  readonly volumes: Float64Array;
  /** µm: sum of the mean radii of the segments. */
  readonly radiusSums: Float64Array;
  /** rad: sum of the angles at the inner points. */
  readonly meanderSums: Float64Array;
  /** Slope of diameter over path distance. */
  readonly taperRates: Float64Array;
  /** Length over the distance of the ends. */
  readonly tortuosities: Float64Array;
}

/** One pass over the points, in double precision. */
export function measureSections({ points, diameters, sections: { count, offsets } }: Morphology): SectionGeometry {
  const lengths = new Float64Array(count);
  const areas = new Float64Array(count);
  const volumes = new Float64Array(count);
  const radiusSums = new Float64Array(count);
  const meanderSums = new Float64Array(count);
  const taperRates = new Float64Array(count);
  const tortuosities = new Float64Array(count);
  for (let section = 0; section < count; section++) {
    const start = offsets[section] ?? 0;
    const end = offsets[section + 1] ?? 0;
    let length = 0;
    let area = 0;
    let volume = 0;
    let radii = 0;
    let meander = 0;
    let x = points[3 * start] ?? 0;
    let y = points[3 * start + 1] ?? 0;
    let z = points[3 * start + 2] ?? 0;
    let diameter = diameters[start] ?? 0;
    // The segment before.
    let dx = 0;
    let dy = 0;
    let dz = 0;
    // Sums for the line through diameter over path distance; diameters relative to the first lose no digits.
    const firstDiameter = diameter;
    let sumPath = 0;
    let sumPath2 = 0;
    let sumDiameter = 0;
    let sumBoth = 0;
    for (let i = start + 1; i < end; i++) {
      const nextX = points[3 * i] ?? 0;
      const nextY = points[3 * i + 1] ?? 0;
      const nextZ = points[3 * i + 2] ?? 0;
      const nextDiameter = diameters[i] ?? 0;
      const ex = nextX - x;
      const ey = nextY - y;
      const ez = nextZ - z;
      const height2 = ex * ex + ey * ey + ez * ez;
      const height = Math.sqrt(height2);
      const before = diameter / 2;
      const radius = nextDiameter / 2;
      length += height;
      area += (before + radius) * Math.sqrt((before - radius) * (before - radius) + height2);
      volume += height * (before * before + before * radius + radius * radius);
      radii += (before + radius) / 2;
      if (i > start + 1) {
        const crossX = dy * ez - dz * ey;
        const crossY = dz * ex - dx * ez;
        const crossZ = dx * ey - dy * ex;
        meander += Math.atan2(
          Math.sqrt(crossX * crossX + crossY * crossY + crossZ * crossZ),
          // Not −0 for a segment without length: its angle is 0.
          0 - (dx * ex + dy * ey + dz * ez),
        );
      }
      const taper = nextDiameter - firstDiameter;
      sumPath += length;
      sumPath2 += length * length;
      sumDiameter += taper;
      sumBoth += length * taper;
      dx = ex;
      dy = ey;
      dz = ez;
      x = nextX;
      y = nextY;
      z = nextZ;
      diameter = nextDiameter;
    }
    const pointCount = end - start;
    lengths[section] = length;
    areas[section] = Math.PI * area;
    volumes[section] = (Math.PI * volume) / 3;
    radiusSums[section] = radii;
    meanderSums[section] = meander;
    const spread = pointCount * sumPath2 - sumPath * sumPath;
    taperRates[section] = length > 0 && spread > 0 ? (pointCount * sumBoth - sumPath * sumDiameter) / spread : 0;
    const endX = x - (points[3 * start] ?? 0);
    const endY = y - (points[3 * start + 1] ?? 0);
    const endZ = z - (points[3 * start + 2] ?? 0);
    tortuosities[section] = pointCount < 2 ? 1 : length / Math.sqrt(endX * endX + endY * endY + endZ * endZ);
  }
  return { lengths, areas, volumes, radiusSums, meanderSums, taperRates, tortuosities };
}
