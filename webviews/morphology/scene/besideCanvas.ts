/**
 * Drawing beside the canvas: many lines a part at a time, so that a turning camera need not wait for all, and tubes with
 * smooth edges.
 */
import { Mesh, OrthographicCamera, PlaneGeometry, Scene, ShaderMaterial, WebGLRenderTarget } from 'three';
import type { BufferGeometry, WebGLRenderer } from 'three';
import type { FrameClock } from './frameClock';

/** So many segments are drawn without a pause. */
const PART = 60_000;

const VERTEX = /* glsl */ `
  varying vec2 place;

  void main() {
    place = uv;
    gl_Position = vec4(position.xy * 2.0, 0.0, 1.0);
  }
`;

const FRAGMENT = /* glsl */ `
  uniform sampler2D picture;
  varying vec2 place;

  void main() {
    gl_FragColor = vec4(texture2D(picture, place).rgb, 1.0);
  }
`;

/**
 * Draws a geometry of lines in parts, then all on the canvas at once.
 * @param render draws the scene with the camera
 * @param isOver whether a newer frame has made this one useless: then the canvas stays as it is
 * @returns the milliseconds that it took; undefined where it was given up
 */
export async function drawGradually(
  renderer: WebGLRenderer,
  clock: FrameClock,
  geometry: BufferGeometry,
  render: () => void,
  isOver: () => boolean,
): Promise<number | undefined> {
  const { width, height } = renderer.domElement;
  const target = new WebGLRenderTarget(width, height);
  const all = geometry.index?.count ?? 0;
  let time = 0;
  try {
    for (let start = 0; start < all; start += 2 * PART) {
      time += await clock.time(() => {
        geometry.setDrawRange(start, 2 * PART);
        renderer.autoClear = start === 0;
        renderer.setRenderTarget(target);
        render();
        renderer.setRenderTarget(null);
        renderer.autoClear = true;
        geometry.setDrawRange(0, Infinity);
      });
      if (isOver()) return undefined;
    }
    copyToCanvas(renderer, target);
    return time;
  } finally {
    target.dispose();
  }
}

/** Draws with smooth edges on a canvas that has none of its own. */
export function drawSmoothly(renderer: WebGLRenderer, render: () => void): void {
  const { width, height } = renderer.domElement;
  const target = new WebGLRenderTarget(width, height, { samples: 4 });
  renderer.setRenderTarget(target);
  render();
  renderer.setRenderTarget(null);
  copyToCanvas(renderer, target);
  target.dispose();
}

function copyToCanvas(renderer: WebGLRenderer, target: WebGLRenderTarget): void {
  const material = new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: { picture: { value: target.texture } },
    depthTest: false,
  });
  const sheet = new Mesh(new PlaneGeometry(1, 1), material);
  sheet.frustumCulled = false;
  const scene = new Scene();
  scene.add(sheet);
  renderer.render(scene, new OrthographicCamera());
  sheet.geometry.dispose();
  material.dispose();
}
