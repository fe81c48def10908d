/**
 * The camera as plain data and how it moves. The perspective camera stands so far away that at the target it sees as much
 * as the parallel one: both frame alike.
 */
import { Matrix4, OrthographicCamera, PerspectiveCamera, Quaternion, Vector3 } from 'three';
import type { CameraState } from '../state';
import type { Bounds, Vector } from './bounds';
import { centreOf, diagonalOf } from './bounds';
import type { Projector } from './picking';

export type Projection = 'perspective' | 'orthographic';
export type StandardView = 'xy' | 'xz' | 'yz';

/** Between the lower and the upper edge of the picture. */
const FIELD_OF_VIEW = 30;
const SLOPE = Math.tan((FIELD_OF_VIEW / 2) * (Math.PI / 180));
/** Half heights in µm beyond which nothing can be told apart. */
const SMALLEST = 0.01;
const GREATEST = 1e7;
/** Room around what is framed. */
const MARGIN = 1.12;

/** To the eye, and up, for each view along an axis: the first letter goes right, the second up. */
const VIEWS: Readonly<Record<StandardView, { readonly toEye: Vector; readonly up: Vector }>> = {
  xy: { toEye: [0, 0, 1], up: [0, 1, 0] },
  xz: { toEye: [0, -1, 0], up: [0, 0, 1] },
  yz: { toEye: [1, 0, 0], up: [0, 0, 1] },
};

/** What a picture is drawn and picked with. */
export interface CameraView extends Projector {
  readonly camera: PerspectiveCamera | OrthographicCamera;
  readonly projection: Projection;
  readonly state: CameraState;
}

/** The whole of some bounds from one of the standard sides. */
export function framed(bounds: Bounds, aspect: number, view: StandardView): CameraState {
  const { toEye, up } = VIEWS[view];
  return refit(stateOf(new Vector3(...centreOf(bounds)), new Vector3(...toEye), new Vector3(...up), 1), bounds, aspect);
}

/** The whole of some bounds from where the camera looks now. */
export function refit(state: CameraState, { minimum, maximum }: Bounds, aspect: number): CameraState {
  const { toEye, up, right } = axesOf(state);
  const centre = new Vector3(...centreOf({ minimum, maximum }));
  let halfHeight = 0;
  for (let corner = 0; corner < 8; corner++) {
    const offset = new Vector3(
      corner & 1 ? maximum[0] : minimum[0],
      corner & 2 ? maximum[1] : minimum[1],
      corner & 4 ? maximum[2] : minimum[2],
    ).sub(centre);
    const needed = Math.max(Math.abs(offset.dot(up)), Math.abs(offset.dot(right)) / aspect);
    // What is nearer to the eye than the target looks larger.
    halfHeight = Math.max(halfHeight, needed + Math.max(0, offset.dot(toEye)) * SLOPE);
  }
  return stateOf(centre, toEye, up, (halfHeight || 10) * MARGIN);
}

/** A ball in the middle of the picture, seen from where the camera looks now. */
export function centred(state: CameraState, point: Vector, radius: number): CameraState {
  const { toEye, up } = axesOf(state);
  return stateOf(new Vector3(...point), toEye, up, Math.max(radius, SMALLEST) * 1.6);
}

/** Looks from a standard side at the same target, as near as before. */
export function seenFrom(state: CameraState, view: StandardView): CameraState {
  const { toEye, up } = VIEWS[view];
  return stateOf(new Vector3(...state.target), new Vector3(...toEye), new Vector3(...up), state.halfHeight);
}

/** Turns around the target, in radians: to the right around the vertical of the picture, then up. */
export function turned(state: CameraState, right: number, up: number): CameraState {
  const axes = axesOf(state);
  const turn = new Quaternion()
    .setFromAxisAngle(axes.up, -right)
    .multiply(new Quaternion().setFromAxisAngle(axes.right, up));
  return stateOf(
    new Vector3(...state.target),
    axes.toEye.applyQuaternion(turn),
    axes.up.applyQuaternion(turn),
    state.halfHeight,
  );
}

/** Moves sideways; 1 is half the height of the picture. */
export function panned(state: CameraState, right: number, up: number): CameraState {
  const axes = axesOf(state);
  const target = new Vector3(...state.target)
    .addScaledVector(axes.right, right * state.halfHeight)
    .addScaledVector(axes.up, up * state.halfHeight);
  return stateOf(target, axes.toEye, axes.up, state.halfHeight);
}

/**
 * Shows more (factor above 1) or less, while what is under a place stays there.
 * @param right of that place, from the middle, in half heights
 */
export function zoomed(state: CameraState, factor: number, right = 0, up = 0): CameraState {
  const halfHeight = Math.min(GREATEST, Math.max(SMALLEST, state.halfHeight * factor));
  const kept = 1 - halfHeight / state.halfHeight;
  const { target, toEye, up: upward } = withTarget(panned(state, right * kept, up * kept));
  return stateOf(target, toEye, upward, halfHeight);
}

/** Between two cameras; `fraction` from 0 to 1. Sizes are passed through in equal ratios, directions on a circle. */
export function between(from: CameraState, to: CameraState, fraction: number): CameraState {
  const orientation = orientationOf(from).slerp(orientationOf(to), fraction);
  const target = new Vector3(...from.target).lerp(new Vector3(...to.target), fraction);
  const halfHeight = from.halfHeight * (to.halfHeight / from.halfHeight) ** fraction;
  return stateOf(
    target,
    new Vector3(0, 0, 1).applyQuaternion(orientation),
    new Vector3(0, 1, 0).applyQuaternion(orientation),
    halfHeight,
  );
}

/** Whether a kept state can be used: it came from storage. */
export function isUsable({ position, target, up, halfHeight }: CameraState): boolean {
  const numbers = [...position, ...target, ...up, halfHeight];
  return numbers.length === 10 && numbers.every((each) => Number.isFinite(each)) && halfHeight > 0;
}

/** @param bounds of what is drawn: nothing of it is cut off */
export function viewOf(
  state: CameraState,
  projection: Projection,
  width: number,
  height: number,
  bounds: Bounds,
): CameraView {
  const { target, toEye, up } = withTarget(state);
  const distance = state.halfHeight / SLOPE;
  const eye = target.clone().addScaledVector(toEye, distance);
  const reach = diagonalOf(bounds) / 2 + target.distanceTo(new Vector3(...centreOf(bounds)));
  const aspect = width / height;
  const far = distance + reach + state.halfHeight;
  let camera: PerspectiveCamera | OrthographicCamera;
  if (projection === 'perspective') {
    camera = new PerspectiveCamera(FIELD_OF_VIEW, aspect, Math.max(distance - reach * 1.01, distance / 200), far);
  } else {
    const h = state.halfHeight;
    camera = new OrthographicCamera(-h * aspect, h * aspect, h, -h, distance - reach - h, far);
  }
  camera.position.copy(eye);
  camera.up.copy(up);
  camera.lookAt(target);
  camera.updateMatrixWorld();
  const matrix = new Matrix4().multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse).elements;
  const pixelScale = (height / 2) * (projection === 'perspective' ? 1 / SLOPE : 1 / state.halfHeight);
  return { camera, projection, state, matrix, width, height, pixelScale };
}

/** Unit vectors of the picture, in the space of the morphology. */
export function axesOf(state: CameraState): {
  readonly right: Vector3;
  readonly up: Vector3;
  readonly toEye: Vector3;
} {
  const { toEye, up } = withTarget(state);
  const right = up.clone().cross(toEye).normalize();
  return { right, up: toEye.clone().cross(right), toEye };
}

function withTarget(state: CameraState): { target: Vector3; toEye: Vector3; up: Vector3 } {
  const target = new Vector3(...state.target);
  const toEye = new Vector3(...state.position).sub(target);
  if (toEye.lengthSq() === 0) toEye.set(0, 0, 1);
  const up = new Vector3(...state.up);
  toEye.normalize();
  // A kept `up` may lie along the line of sight.
  if (up.lengthSq() === 0 || up.clone().cross(toEye).lengthSq() < 1e-12) {
    up.set(0, Math.abs(toEye.y) < 0.9 ? 1 : 0, Math.abs(toEye.y) < 0.9 ? 0 : 1);
  }
  return { target, toEye, up: up.normalize() };
}

function orientationOf(state: CameraState): Quaternion {
  const { right, up, toEye } = axesOf(state);
  return new Quaternion().setFromRotationMatrix(new Matrix4().makeBasis(right, up, toEye));
}

function stateOf(target: Vector3, toEye: Vector3, up: Vector3, halfHeight: number): CameraState {
  const direction = toEye.clone().normalize();
  const right = up.clone().cross(direction).normalize();
  return {
    target: target.toArray(),
    position: target
      .clone()
      .addScaledVector(direction, halfHeight / SLOPE)
      .toArray(),
    up: direction.cross(right).toArray(),
    halfHeight,
  };
}
