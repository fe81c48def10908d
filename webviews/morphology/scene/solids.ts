/** The soma and the markers as objects of three.js. */
import {
  BufferAttribute,
  BufferGeometry,
  CylinderGeometry,
  DoubleSide,
  Group,
  LineBasicMaterial,
  LineLoop,
  LineSegments,
  Mesh,
  Points,
  PointsMaterial,
  ShaderMaterial,
  SphereGeometry,
  Vector3,
} from 'three';
import type { Object3D } from 'three';
import type { Marker } from '../../../formats/morphology/model';
import type { Rgb } from './cssColor';
import type { Frustum, SomaShape } from './somaShape';
import { markerLines } from './markerLines';

const VERTEX = /* glsl */ `
  varying vec3 facing;

  void main() {
    facing = normalMatrix * normal;
    gl_Position = projectionMatrix * (modelViewMatrix * vec4(position, 1.0));
  }
`;

const FRAGMENT = /* glsl */ `
  uniform vec3 color;
  uniform float opacity;
  uniform float relief;
  varying vec3 facing;

  void main() {
    float light = 1.0 - relief * (1.0 - abs(normalize(facing).z));
    gl_FragColor = vec4(color * light, opacity);
  }
`;

/** @param relief how much darker edges are, 0 to 1 */
export function somaObject(shape: SomaShape, color: Rgb, relief: number): Object3D {
  const group = new Group();
  switch (shape.kind) {
    case 'none':
      break;
    case 'points':
      group.add(new Points(lineGeometry(shape.points.flat()), dots(color)));
      break;
    case 'sphere': {
      const sphere = new Mesh(new SphereGeometry(shape.radius, 32, 24), solid(color, relief, 1));
      sphere.position.set(...shape.centre);
      group.add(sphere);
      break;
    }
    case 'frusta':
      for (const frustum of shape.frusta) group.add(frustumObject(frustum, solid(color, relief, 1)));
      break;
    case 'contour': {
      const outline = lineGeometry(shape.points.flat());
      group.add(new LineLoop(outline, new LineBasicMaterial(flat(color))));
      const filling = lineGeometry(shape.points.flat());
      filling.setIndex([...shape.triangles]);
      filling.computeVertexNormals();
      group.add(new Mesh(filling, solid(color, 0, 0.35)));
      break;
    }
  }
  return group;
}

/** Contours and points that a tracer put beside the cell: thin outlines. */
export function markersObject(markers: readonly Marker[], color: Rgb): Object3D {
  const group = new Group();
  const { segments, points } = markerLines(markers);
  if (segments.length > 0) group.add(new LineSegments(lineGeometry(segments), new LineBasicMaterial(flat(color))));
  if (points.length > 0) group.add(new Points(lineGeometry(points), dots(color)));
  return group;
}

/** Frees what an object and those below it hold. */
export function disposeObject(object: Object3D): void {
  object.traverse((each) => {
    if (each instanceof Mesh || each instanceof LineSegments || each instanceof LineLoop || each instanceof Points) {
      const { geometry, material } = each as Mesh<BufferGeometry, ShaderMaterial>;
      geometry.dispose();
      material.dispose();
    }
  });
}

/** Round, and of the size of a mark, however near. */
function dots(color: Rgb): PointsMaterial {
  const material = new PointsMaterial({ ...flat(color), size: 6, sizeAttenuation: false });
  material.onBeforeCompile = (shader) => {
    const start = 'void main() {';
    const round = `${start} if (length(gl_PointCoord - 0.5) > 0.5) discard;`;
    shader.fragmentShader = shader.fragmentShader.replace(start, round);
  };
  return material;
}

function frustumObject({ from, to, fromRadius, toRadius }: Frustum, material: ShaderMaterial): Object3D {
  const start = new Vector3(...from);
  const along = new Vector3(...to).sub(start);
  const mesh = new Mesh(new CylinderGeometry(toRadius, fromRadius, along.length(), 24), material);
  mesh.position.copy(start).addScaledVector(along, 0.5);
  mesh.quaternion.setFromUnitVectors(new Vector3(0, 1, 0), along.normalize());
  return mesh;
}

function lineGeometry(coordinates: readonly number[]): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(coordinates), 3));
  return geometry;
}

function solid(color: Rgb, relief: number, opacity: number): ShaderMaterial {
  return new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    side: DoubleSide,
    transparent: opacity < 1,
    depthWrite: opacity === 1,
    uniforms: {
      color: { value: new Vector3(color.red, color.green, color.blue).divideScalar(255) },
      opacity: { value: opacity },
      relief: { value: relief },
    },
  });
}

function flat({ red, green, blue }: Rgb): { readonly color: number } {
  return { color: (red << 16) | (green << 8) | blue };
}
