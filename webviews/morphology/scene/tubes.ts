/**
 * Segments as tubes with their true radii: one open tube with few sides, drawn once for each pair of neighbouring points.
 * An instance reads its point and the next one from the same buffers, so a point costs 24 bytes and no geometry is made.
 */
import {
  BufferAttribute,
  DoubleSide,
  InstancedBufferGeometry,
  InstancedInterleavedBuffer,
  InterleavedBufferAttribute,
  Mesh,
  ShaderMaterial,
  Vector4,
} from 'three';
import type { TypedArray } from 'three';

const VERTEX = /* glsl */ `
  attribute vec3 start;
  attribute vec3 end;
  attribute float startDiameter;
  attribute float endDiameter;
  attribute vec4 startTangent;
  attribute vec4 endTangent;
  attribute vec4 startTint;
  attribute vec4 endTint;
  uniform float pixelScale;
  uniform float thinnest;
  uniform float widening;
  uniform vec4 paint;
  varying vec4 color;
  varying vec3 facing;

  void main() {
    if (startTint.a < 0.5) {
      // Outside of the picture: no tube from one section to the next.
      gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
      return;
    }
    float along = position.z;
    vec3 centre = mix(start, end, along);
    vec3 tangent = normalize(mix(startTangent.xyz, endTangent.xyz, along));
    vec3 helper = abs(tangent.x) < 0.6 ? vec3(1.0, 0.0, 0.0) : vec3(0.0, 1.0, 0.0);
    vec3 first = normalize(cross(tangent, helper));
    vec3 second = cross(tangent, first);
    vec3 outward = first * position.x + second * position.y;
    float distance = (projectionMatrix * (modelViewMatrix * vec4(centre, 1.0))).w;
    float radius = max(0.5 * widening * mix(startDiameter, endDiameter, along), thinnest * distance / pixelScale);
    gl_Position = projectionMatrix * (modelViewMatrix * vec4(centre + outward * radius, 1.0));
    color = paint.a > 0.5 ? paint : vec4(mix(startTint.rgb, endTint.rgb, along), 1.0);
    facing = (viewMatrix * vec4(outward, 0.0)).xyz;
  }
`;

/** Lit from the eye: what faces it is bright, edges are darker. */
const FRAGMENT = /* glsl */ `
  uniform float relief;
  varying vec4 color;
  varying vec3 facing;

  void main() {
    float light = 1.0 - relief * (1.0 - abs(normalize(facing).z));
    gl_FragColor = vec4(color.rgb * light, 1.0);
  }
`;

/** What tubes are made from; all arrays by point. */
export interface TubePoints {
  /** [n, 3], µm. */
  readonly points: Float32Array;
  /** [n], µm. */
  readonly diameters: Float32Array;
  /** [n, 4], see `pointTangents`. */
  readonly tangents: Int8Array;
  /** [n, 4], see `pointTints`. */
  readonly tints: Uint8Array;
}

export class Tubes {
  readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  #tints: InstancedInterleavedBuffer;

  constructor({ points, diameters, tangents, tints }: TubePoints, sides: number) {
    const geometry = new InstancedBufferGeometry();
    const { ring, indices } = openTube(sides);
    geometry.setAttribute('position', new BufferAttribute(ring, 3));
    geometry.setIndex(indices);
    pairs(geometry, ['start', 'end'], points, 3, 3, false);
    pairs(geometry, ['startDiameter', 'endDiameter'], diameters, 1, 1, false);
    pairs(geometry, ['startTangent', 'endTangent'], tangents, 4, 4, true);
    this.#tints = pairs(geometry, ['startTint', 'endTint'], tints, 4, 4, true);
    geometry.instanceCount = Math.max(0, diameters.length - 1);
    this.mesh = new Mesh(geometry, tubeMaterial());
    this.mesh.frustumCulled = false;
  }

  setTints(tints: Uint8Array): void {
    this.#tints.array = tints;
    this.#tints.needsUpdate = true;
  }

  /** @param pixelScale pixels of the drawing buffer for a µm where w is 1 */
  setPixelScale(pixelScale: number): void {
    const { uniforms } = this.mesh.material;
    if (uniforms['pixelScale']) uniforms['pixelScale'].value = pixelScale;
  }

  set(name: 'thinnest' | 'widening' | 'relief', value: number): void {
    const uniform = this.mesh.material.uniforms[name];
    if (uniform) uniform.value = value;
  }

  /** One colour for all; components from 0 to 1. */
  paint(red: number, green: number, blue: number): void {
    (this.mesh.material.uniforms['paint']?.value as Vector4 | undefined)?.set(red, green, blue, 1);
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}

function tubeMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    side: DoubleSide,
    uniforms: {
      pixelScale: { value: 1 },
      thinnest: { value: 0.6 },
      widening: { value: 1 },
      relief: { value: 0.55 },
      paint: { value: new Vector4(0, 0, 0, 0) },
    },
  });
}

/** Two attributes over one buffer: an element, and the one after it. */
function pairs(
  geometry: InstancedBufferGeometry,
  [start, end]: readonly [string, string],
  array: TypedArray,
  stride: number,
  size: number,
  isNormalized: boolean,
): InstancedInterleavedBuffer {
  const buffer = new InstancedInterleavedBuffer(array, stride);
  geometry.setAttribute(start, new InterleavedBufferAttribute(buffer, size, 0, isNormalized));
  geometry.setAttribute(end, new InterleavedBufferAttribute(buffer, size, stride, isNormalized));
  return buffer;
}

/** A ring at 0 and one at 1, of (cosine, sine, end). */
function openTube(sides: number): { readonly ring: Float32Array; readonly indices: number[] } {
  const ring = new Float32Array(sides * 6);
  const indices: number[] = [];
  for (let side = 0; side < sides; side++) {
    const angle = (2 * Math.PI * side) / sides;
    ring.set([Math.cos(angle), Math.sin(angle), 0, Math.cos(angle), Math.sin(angle), 1], side * 6);
    const [here, next] = [side * 2, ((side + 1) % sides) * 2];
    indices.push(here, next, here + 1, next, next + 1, here + 1);
  }
  return { ring, indices };
}
