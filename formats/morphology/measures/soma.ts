import type { Soma, SomaType } from '../model';

export interface SomaGeometry {
  /** µm; undefined for a soma without points. */
  readonly center: readonly [number, number, number] | undefined;
  /** µm. */
  readonly radius: number;
  /** µm². */
  readonly area: number;
  /** µm³. */
  readonly volume: number;
}

/** By NeuroM's names. */
export interface SomaMeasures {
  readonly radius: number;
  readonly area: number;
  readonly volume: number;
  readonly center: readonly [number, number, number] | null;
  /** Name of NeuroM's class. */
  readonly class: string;
  readonly points: number;
  readonly soma_radius: number;
  /** Of a sphere with that radius, whatever the soma is. */
  readonly soma_surface_area: number;
  readonly soma_volume: number;
}

const CLASSES: Readonly<Record<SomaType, string>> = {
  SOMA_UNDEFINED: 'Soma',
  SOMA_SINGLE_POINT: 'SomaSinglePoint',
  SOMA_NEUROMORPHO_THREE_POINT_CYLINDERS: 'SomaNeuromorphoThreePointCylinders',
  SOMA_CYLINDERS: 'SomaCylinders',
  SOMA_SIMPLE_CONTOUR: 'SomaSimpleContour',
};

/** The size of a soma as NeuroM 4.0.4 defines it for each type (`neurom/core/soma.py`). */
export function somaGeometry(soma: Soma): SomaGeometry {
  const count = soma.diameters.length;
  if (count === 0) return { center: undefined, radius: 0, area: 0, volume: 0 };
  const first = pointAt(soma, 0);
  switch (soma.type) {
    case 'SOMA_UNDEFINED':
      return { center: first, radius: 0, area: 0, volume: 0 };
    case 'SOMA_SINGLE_POINT':
      return sphere(first, (soma.diameters[0] ?? 0) / 2);
    case 'SOMA_SIMPLE_CONTOUR':
      return contour(soma);
    case 'SOMA_CYLINDERS':
      return cylinders(soma);
    case 'SOMA_NEUROMORPHO_THREE_POINT_CYLINDERS': {
      const [x, y, z] = pointAt(soma, 1);
      const [a, b, c] = pointAt(soma, 2);
      const area = Math.PI * (soma.diameters[0] ?? 0) * Math.hypot(a - x, b - y, c - z);
      const radius = Math.sqrt(area / (4 * Math.PI));
      return { center: first, radius, area, volume: 2 * Math.PI * radius ** 3 };
    }
  }
}

export function measureSoma(soma: Soma): SomaMeasures {
  const { center, radius, area, volume } = somaGeometry(soma);
  return {
    radius,
    area,
    volume,
    center: center ?? null,
    class: CLASSES[soma.type],
    points: soma.diameters.length,
    soma_radius: radius,
    soma_surface_area: 4 * Math.PI * radius ** 2,
    soma_volume: volume,
  };
}

function pointAt({ points }: Soma, index: number): readonly [number, number, number] {
  return [points[3 * index] ?? 0, points[3 * index + 1] ?? 0, points[3 * index + 2] ?? 0];
}

function sphere(center: readonly [number, number, number], radius: number): SomaGeometry {
  return { center, radius, area: 4 * Math.PI * radius ** 2, volume: (4 / 3) * Math.PI * radius ** 3 };
}

/** A sphere around the mean of the points, with their mean distance from it. */
function contour(soma: Soma): SomaGeometry {
  const count = soma.diameters.length;
  let [x, y, z] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    const point = pointAt(soma, i);
    x += point[0] / count;
    y += point[1] / count;
    z += point[2] / count;
  }
  let radius = 0;
  for (let i = 0; i < count; i++) {
    const point = pointAt(soma, i);
    radius += Math.hypot(point[0] - x, point[1] - y, point[2] - z) / count;
  }
  return sphere([x, y, z], radius);
}

/** A stack of frusta in the order of the points; the radius is that of a sphere with the same area. */
function cylinders(soma: Soma): SomaGeometry {
  let area = 0;
  let volume = 0;
  for (let i = 1; i < soma.diameters.length; i++) {
    const [x, y, z] = pointAt(soma, i - 1);
    const [a, b, c] = pointAt(soma, i);
    const height = Math.hypot(a - x, b - y, c - z);
    const before = (soma.diameters[i - 1] ?? 0) / 2;
    const radius = (soma.diameters[i] ?? 0) / 2;
    area += Math.PI * (before + radius) * Math.hypot(before - radius, height);
    volume += (Math.PI * height * (before * before + before * radius + radius * radius)) / 3;
  }
  return { center: pointAt(soma, 0), radius: Math.sqrt(area / (4 * Math.PI)), area, volume };
}
