import assert from 'node:assert/strict';
import { measureSoma, somaGeometry } from '../../formats/morphology/measures/soma';
import type { SomaType } from '../../formats/morphology/model';
import { minimalMorphology, type Sample } from '../support/minimalMorphology';

function geometry(type: SomaType, ...points: readonly Sample[]): ReturnType<typeof somaGeometry> {
  return somaGeometry(minimalMorphology([], { type, points }).soma);
}

function isNear(ours: number, expected: number): void {
  assert.ok(Math.abs(ours - expected) < 1e-9 * Math.max(1, expected), `${ours}, not ${expected}`);
}

describe('soma measures', () => {
  it('take a single point for a sphere', () => {
    const { center, radius, area, volume } = geometry('SOMA_SINGLE_POINT', [1, 2, 3, 6]);
    assert.deepEqual(center, [1, 2, 3]);
    assert.equal(radius, 3);
    isNear(area, 36 * Math.PI);
    isNear(volume, 36 * Math.PI);
  });

  it('take a contour for a sphere with the mean distance from the mean point', () => {
    const { center, radius, area } = geometry(
      'SOMA_SIMPLE_CONTOUR',
      [3, 1, 0, 1],
      [1, 3, 0, 1],
      [-1, 1, 0, 1],
      [1, -1, 0, 1],
    );
    assert.deepEqual(center, [1, 1, 0]);
    isNear(radius, 2);
    isNear(area, 16 * Math.PI);
  });

  it('add up cylinders', () => {
    const { center, radius, area, volume } = geometry('SOMA_CYLINDERS', [0, 0, 0, 4], [0, 2, 0, 4], [0, 4, 0, 4]);
    assert.deepEqual(center, [0, 0, 0]);
    isNear(area, 2 * Math.PI * 2 * 4);
    isNear(volume, Math.PI * 4 * 4);
    // A sphere with that area.
    isNear(4 * Math.PI * radius ** 2, area);
  });

  it('take three points for the cylinder of NeuroMorpho', () => {
    const { center, radius, area, volume } = geometry(
      'SOMA_NEUROMORPHO_THREE_POINT_CYLINDERS',
      [0, 0, 0, 6],
      [0, -3, 0, 6],
      [0, 3, 0, 6],
    );
    assert.deepEqual(center, [0, 0, 0]);
    isNear(radius, 3);
    isNear(area, 36 * Math.PI);
    isNear(volume, 54 * Math.PI);
  });

  it('give an undefined soma no size, and its first point as centre', () => {
    assert.deepEqual(geometry('SOMA_UNDEFINED', [1, 2, 3, 4], [5, 6, 7, 8]), {
      center: [1, 2, 3],
      radius: 0,
      area: 0,
      volume: 0,
    });
    assert.equal(geometry('SOMA_UNDEFINED').center, undefined);
  });

  it('have NeuroM’s names', () => {
    assert.deepEqual(Object.keys(measureSoma(minimalMorphology([]).soma)), [
      'radius',
      'area',
      'volume',
      'center',
      'class',
      'points',
      'soma_radius',
      'soma_surface_area',
      'soma_volume',
    ]);
    assert.equal(measureSoma(minimalMorphology([]).soma).class, 'Soma');
  });
});
