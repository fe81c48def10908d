/** Sections in another order, with their points. */
import type { Sections } from '../model';

export interface SectionPoints {
  /** [n, 3]. */
  readonly points: Float32Array;
  /** [n]. */
  readonly diameters: Float32Array;
  /** [n]. */
  readonly perimeters: Float32Array | undefined;
}

/** @param order [count]: for each place the index of the section that comes there */
export function arranged(
  sections: Sections,
  values: SectionPoints,
  order: Uint32Array,
): { readonly sections: Sections; readonly values: SectionPoints } {
  const { count } = sections;
  const placeOf = new Uint32Array(count);
  for (let place = 0; place < count; place++) placeOf[order[place] ?? 0] = place;
  const offsets = new Uint32Array(count + 1);
  const types = new Uint8Array(count);
  const parents = new Int32Array(count);
  const points = new Float32Array(values.points.length);
  const diameters = new Float32Array(values.diameters.length);
  const ownPerimeters = values.perimeters;
  const perimeters = ownPerimeters && new Float32Array(ownPerimeters.length);
  let at = 0;
  for (let place = 0; place < count; place++) {
    const section = order[place] ?? 0;
    const start = sections.offsets[section] ?? 0;
    const end = sections.offsets[section + 1] ?? start;
    const parent = sections.parents[section] ?? -1;
    offsets[place] = at;
    types[place] = sections.types[section] ?? 0;
    parents[place] = parent < 0 ? -1 : (placeOf[parent] ?? -1);
    points.set(values.points.subarray(3 * start, 3 * end), 3 * at);
    diameters.set(values.diameters.subarray(start, end), at);
    if (ownPerimeters) perimeters?.set(ownPerimeters.subarray(start, end), at);
    at += end - start;
  }
  offsets[count] = at;
  return { sections: { count, offsets, types, parents }, values: { points, diameters, perimeters } };
}
