/** The soma in formats that hold contours only. */
import type { Morphology, Soma } from '../model';
import { writeSomaAsContour } from '../problems/write';
import type { ProblemList } from '../problem';

/** Points of the circle that stands for a sphere. */
const CIRCLE_POINTS = 20;

/** As a contour of at least three points; [n, 4] with diameters. A sphere becomes a circle of its radius in XY. */
export function somaContour({ soma }: Morphology, problems: ProblemList): Float32Array {
  const count = soma.diameters.length;
  if (count === 0) return new Float32Array(0);
  if (soma.type === 'SOMA_SIMPLE_CONTOUR') return withDiameters(soma);
  const isSphere = soma.type === 'SOMA_SINGLE_POINT' || soma.type === 'SOMA_NEUROMORPHO_THREE_POINT_CYLINDERS';
  const radius = (soma.diameters[0] ?? 0) / 2;
  problems.add(writeSomaAsContour, {}, () =>
    isSphere || count < 3
      ? `The soma (${soma.type}, radius ${radius.toPrecision(4)} µm) is written as a circular contour of ${CIRCLE_POINTS} points.`
      : `The ${count} points of the soma (${soma.type}) are written as they are: they will be read as a contour.`,
  );
  return isSphere || count < 3 ? circle(soma, isSphere ? radius : extent(soma)) : withDiameters(soma);
}

function withDiameters({ points, diameters }: Soma): Float32Array {
  const rows = new Float32Array(diameters.length * 4);
  diameters.forEach((diameter, i) => {
    rows.set(points.subarray(3 * i, 3 * i + 3), 4 * i);
    rows[4 * i + 3] = diameter;
  });
  return rows;
}

function circle(soma: Soma, radius: number): Float32Array {
  const rows = new Float32Array(CIRCLE_POINTS * 4);
  const count = soma.type === 'SOMA_SINGLE_POINT' || soma.diameters.length === 3 ? 1 : soma.diameters.length;
  const center = [0, 1, 2].map((axis) => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += soma.points[3 * i + axis] ?? 0;
    return sum / count;
  });
  for (let i = 0; i < CIRCLE_POINTS; i++) {
    const angle = (2 * Math.PI * i) / CIRCLE_POINTS;
    rows[4 * i] = (center[0] ?? 0) + radius * Math.cos(angle);
    rows[4 * i + 1] = (center[1] ?? 0) + radius * Math.sin(angle);
    rows[4 * i + 2] = center[2] ?? 0;
  }
  return rows;
}

/** Radius of a sphere with the lateral area of the frustum between two points, as NeuroM takes a soma of cylinders. */
function extent({ points, diameters }: Soma): number {
  const first = (diameters[0] ?? 0) / 2;
  const second = (diameters[1] ?? diameters[0] ?? 0) / 2;
  const axis = (i: number): number => (points[3 + i] ?? 0) - (points[i] ?? 0);
  const length = diameters.length < 2 ? 0 : Math.hypot(axis(0), axis(1), axis(2));
  return Math.sqrt(((first + second) * Math.hypot(first - second, length)) / 4) || Math.max(first, second);
}
