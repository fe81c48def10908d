/** A morphology and all that is made of it for drawing. What is not needed at once is made on first use. */
import type { Morphology } from '../../../formats/morphology/model';
import type { Palette } from '../palette';
import type { KeptState } from '../state';
import type { Bounds } from './bounds';
import { boundsOf } from './bounds';
import type { Colours } from './colouring';
import { coloursOf } from './colouring';
import { rgbOf } from './cssColor';
import type { SegmentIndices } from './levelOfDetail';
import { allSegments, segmentCount, thinnedSegments, TURNING_SEGMENTS, visibleSections } from './levelOfDetail';
import { PickIndex } from './picking';
import type { SomaShape } from './somaShape';
import { somaShape } from './somaShape';

/** The type under which markers are hidden: no section has it. */
export const MARKERS_TYPE = 256;

export class SceneModel {
  readonly bounds: Bounds;
  readonly soma: SomaShape;
  /** [sections]: 1 where shown. */
  visible: Uint8Array = new Uint8Array(0);
  segments = 0;
  somaVisible = true;
  markersVisible = true;
  colours: Colours = { table: [], ofPoint: new Uint16Array(0), range: undefined };
  #thinned: SegmentIndices | undefined;
  #all: SegmentIndices | undefined;
  #pickIndex: PickIndex | undefined;

  constructor(readonly morphology: Morphology) {
    this.bounds = boundsOf(morphology);
    this.soma = somaShape(morphology.soma);
  }

  hide({ hiddenTypes, hiddenNeurites }: Pick<KeptState, 'hiddenTypes' | 'hiddenNeurites'>): void {
    this.visible = visibleSections(this.morphology, hiddenTypes, hiddenNeurites);
    this.segments = segmentCount(this.morphology.sections.offsets, this.visible);
    this.somaVisible = !hiddenTypes.includes(1);
    this.markersVisible = !hiddenTypes.includes(MARKERS_TYPE);
    this.#thinned = undefined;
    this.#all = undefined;
  }

  colour({ colouring }: Pick<KeptState, 'colouring'>, palette: Palette): void {
    this.colours = coloursOf(this.morphology, colouring, palette);
  }

  get thinned(): SegmentIndices {
    return (this.#thinned ??= thinnedSegments(this.morphology, this.visible, TURNING_SEGMENTS));
  }

  get all(): SegmentIndices {
    return (this.#all ??= allSegments(this.morphology, this.visible));
  }

  get pickIndex(): PickIndex {
    return (this.#pickIndex ??= new PickIndex(this.morphology));
  }

  /** Colour of a section in the middle of it, as CSS. */
  colourOf(section: number): string {
    const { offsets } = this.morphology.sections;
    const middle = ((offsets[section] ?? 0) + (offsets[section + 1] ?? 0)) >> 1;
    return this.colours.table[this.colours.ofPoint[middle] ?? 0] ?? '';
  }
}

/**
 * [points, 4]: red, green, blue, and 255 where the segment from this point to the next is shown: 0 at the last point of
 * a section and in hidden ones.
 */
export function pointTints({ morphology, colours, visible }: SceneModel): Uint8Array {
  const { sections, diameters } = morphology;
  const tints = new Uint8Array(diameters.length * 4);
  const packed = Uint32Array.from(colours.table, (color) => {
    const { red, green, blue } = rgbOf(color);
    return (red << 16) | (green << 8) | blue;
  });
  for (let section = 0; section < sections.count; section++) {
    const end = sections.offsets[section + 1] ?? 0;
    const alpha = visible[section] ? 255 : 0;
    for (let point = sections.offsets[section] ?? 0; point < end; point++) {
      const color = packed[colours.ofPoint[point] ?? 0] ?? 0;
      const at = point * 4;
      tints[at] = color >> 16;
      tints[at + 1] = (color >> 8) & 255;
      tints[at + 2] = color & 255;
      tints[at + 3] = point < end - 1 ? alpha : 0;
    }
  }
  return tints;
}

/**
 * [points, 4]: unit vectors along the section, as bytes (−127 to 127), the fourth being padding: at an inner point the
 * mean of both sides, so that tubes meet without gaps.
 */
export function pointTangents({ points, sections, diameters }: Morphology): Int8Array {
  const tangents = new Int8Array(diameters.length * 4);
  for (let section = 0; section < sections.count; section++) {
    const start = sections.offsets[section] ?? 0;
    const last = (sections.offsets[section + 1] ?? 0) - 1;
    for (let point = start; point <= last; point++) {
      const from = Math.max(start, point - 1) * 3;
      const to = Math.min(last, point + 1) * 3;
      let x = (points[to] ?? 0) - (points[from] ?? 0);
      let y = (points[to + 1] ?? 0) - (points[from + 1] ?? 0);
      let z = (points[to + 2] ?? 0) - (points[from + 2] ?? 0);
      let length = Math.hypot(x, y, z);
      if (!(length > 0 && length < Infinity)) [x, y, z, length] = [0, 0, 1, 1];
      tangents[point * 4] = Math.round((127 * x) / length);
      tangents[point * 4 + 1] = Math.round((127 * y) / length);
      tangents[point * 4 + 2] = Math.round((127 * z) / length);
    }
  }
  return tangents;
}
