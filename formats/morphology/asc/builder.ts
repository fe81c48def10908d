import type { Marker, Morphology, Soma } from '../model';
import { NO_SOMA } from '../model';

/** Numbers of points in arrays that grow by doubling. */
class PointBuffer {
  points: Float32Array;
  diameters: Float32Array;
  lines: Uint32Array;
  count = 0;

  constructor(capacity: number) {
    this.points = new Float32Array(3 * capacity);
    this.diameters = new Float32Array(capacity);
    this.lines = new Uint32Array(capacity);
  }

  push(x: number, y: number, z: number, diameter: number, line: number): void {
    const at = this.count++;
    if (at === this.diameters.length) this.#grow();
    this.points[3 * at] = x;
    this.points[3 * at + 1] = y;
    this.points[3 * at + 2] = z;
    this.diameters[at] = diameter;
    this.lines[at] = line;
  }

  #grow(): void {
    const capacity = 2 * this.diameters.length;
    const [points, diameters, lines] = [
      new Float32Array(3 * capacity),
      new Float32Array(capacity),
      new Uint32Array(capacity),
    ];
    points.set(this.points);
    diameters.set(this.diameters);
    lines.set(this.lines);
    this.points = points;
    this.diameters = diameters;
    this.lines = lines;
  }
}

/** A point of an ASC file takes at least some 20 bytes, mostly 40. */
const BYTES_PER_POINT = 40;

/**
 * Sections, soma and markers as they are read. Points of the section that is being read stand at the end of the
 * neurites' buffer; those of a contour or marker are loose until it ends, and one may stand within another.
 */
export class AscBuilder {
  readonly #neurites: PointBuffer;
  readonly #loose = new PointBuffer(64);
  readonly #offsets: number[] = [0];
  readonly #types: number[] = [];
  readonly #parents: number[] = [];
  readonly markers: Marker[] = [];
  soma: Soma = NO_SOMA;

  constructor(byteCount: number) {
    this.#neurites = new PointBuffer(16 + Math.ceil(byteCount / BYTES_PER_POINT));
  }

  get sectionCount(): number {
    return this.#types.length;
  }

  get looseCount(): number {
    return this.#loose.count;
  }

  /** Whether the section that is being read has a point. */
  get hasPending(): boolean {
    return this.#neurites.count > (this.#offsets[this.sectionCount] ?? 0);
  }

  /**
   * A point of a section. The first of a section below another is preceded by that one's last point, with the diameter
   * of its own first, unless it is that point.
   */
  addPoint(x: number, y: number, z: number, diameter: number, line: number, parent: number): void {
    const buffer = this.#neurites;
    if (parent >= 0 && !this.hasPending) {
      const last = (this.#offsets[parent + 1] ?? 0) - 1;
      const { points } = buffer;
      const [lastX = 0, lastY = 0, lastZ = 0] = points.subarray(3 * last, 3 * last + 3);
      if (lastX !== Math.fround(x) || lastY !== Math.fround(y) || lastZ !== Math.fround(z)) {
        buffer.push(lastX, lastY, lastZ, diameter, buffer.lines[last] ?? line);
      }
    }
    buffer.push(x, y, z, diameter, line);
  }

  addLoosePoint(x: number, y: number, z: number, diameter: number, line: number): void {
    this.#loose.push(x, y, z, diameter, line);
  }

  /**
   * Ends the section that is being read.
   * @param firstMarker markers from this one on may stand in it
   * @returns its index; the parent's where it was that one's last point alone, which is no section
   */
  endSection(type: number, parent: number, firstMarker: number): number {
    const section = this.sectionCount;
    const start = this.#offsets[section] ?? 0;
    if (parent >= 0 && this.#neurites.count - start === 1) {
      this.#neurites.count = start;
      for (let i = firstMarker; i < this.markers.length; i++) {
        const marker = this.markers[i];
        if (marker?.section === section) this.markers[i] = { ...marker, section: parent };
      }
      return parent;
    }
    this.#offsets.push(this.#neurites.count);
    this.#types.push(type);
    this.#parents.push(parent);
    return section;
  }

  /** Ends a contour: takes the loose points from one on. */
  endLoose(start: number): Soma {
    const { points, diameters, lines, count } = this.#loose;
    this.#loose.count = start;
    return {
      type: 'SOMA_UNDEFINED',
      points: points.slice(3 * start, 3 * count),
      diameters: diameters.slice(start, count),
      lines: lines.slice(start, count),
    };
  }

  finish(): Morphology {
    const { points, diameters, lines } = this.#neurites;
    const sections = this.sectionCount;
    const count = this.#offsets[sections] ?? 0;
    return {
      format: 'asc',
      version: ['asc', 1, 0],
      family: 'neuron',
      points: points.slice(0, 3 * count),
      diameters: diameters.slice(0, count),
      sections: {
        count: sections,
        offsets: Uint32Array.from(this.#offsets),
        types: Uint8Array.from(this.#types),
        parents: Int32Array.from(this.#parents),
      },
      soma: this.soma.diameters.length >= 3 ? { ...this.soma, type: 'SOMA_SIMPLE_CONTOUR' } : this.soma,
      markers: this.markers.map((marker) => (marker.section < sections ? marker : { ...marker, section: -1 })),
      organelles: {},
      metadata: [],
      lines: lines.slice(0, count),
    };
  }
}
