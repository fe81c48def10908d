/** Segments as lines: one buffer of points, and a list of pairs for each level of detail. */
import { BufferAttribute, BufferGeometry, LineSegments, ShaderMaterial } from 'three';
import type { SegmentIndices } from './levelOfDetail';

const VERTEX = /* glsl */ `
  attribute vec4 tint;
  varying vec3 color;

  void main() {
    color = tint.rgb;
    gl_Position = projectionMatrix * (modelViewMatrix * vec4(position, 1.0));
  }
`;

const FRAGMENT = /* glsl */ `
  varying vec3 color;

  void main() {
    gl_FragColor = vec4(color, 1.0);
  }
`;

export class Lines {
  readonly thinned: LineSegments<BufferGeometry, ShaderMaterial>;
  readonly all: LineSegments<BufferGeometry, ShaderMaterial>;
  readonly #tints: BufferAttribute;
  readonly #material = new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    depthTest: false,
    depthWrite: false,
  });

  constructor(points: Float32Array, tints: Uint8Array) {
    const position = new BufferAttribute(points, 3);
    this.#tints = new BufferAttribute(tints, 4, true);
    this.thinned = this.#object(position);
    this.all = this.#object(position);
  }

  setTints(tints: Uint8Array): void {
    this.#tints.array = tints;
    this.#tints.needsUpdate = true;
  }

  static setSegments({ geometry }: LineSegments, indices: SegmentIndices): void {
    // A geometry whose index changes its length needs a new buffer.
    geometry.dispose();
    geometry.setIndex(new BufferAttribute(indices, 1));
  }

  dispose(): void {
    this.thinned.geometry.dispose();
    this.all.geometry.dispose();
    this.#material.dispose();
  }

  #object(position: BufferAttribute): LineSegments<BufferGeometry, ShaderMaterial> {
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', position);
    geometry.setAttribute('tint', this.#tints);
    const object = new LineSegments(geometry, this.#material);
    object.frustumCulled = false;
    object.visible = false;
    return object;
  }
}
