/** What draws the cell: WebGL, or a plain canvas where there is none. */
import type { Palette } from '../palette';
import type { CameraView } from './cameraState';
import type { Detail } from './levelOfDetail';
import type { SceneModel } from './sceneModel';

export interface Picture {
  readonly canvas: HTMLCanvasElement;
  setModel(model: SceneModel | undefined, palette: Palette): void;
  /** Colours, the palette or what is hidden changed. */
  refresh(palette: Palette): void;
  /** @param ratio pixels of the drawing in a CSS pixel */
  resize(width: number, height: number, ratio: number): void;
  /** @param isMoving the next frame follows soon: it must be quick */
  draw(view: CameraView, isMoving: boolean): void;
  /** Draws better than before, if it can; resolves when that is drawn, or was given up for a newer frame. */
  refine(view: CameraView): Promise<void>;
  /** Draws as well as it does at rest, at once: for a picture that is kept. */
  drawBest(view: CameraView): void;
  /** What the last frame was drawn with. */
  readonly drawn: Drawn;
  dispose(): void;
}

export interface Drawn {
  readonly detail: Detail | 'canvas';
  readonly segments: number;
  /** Milliseconds that frames of each detail took. */
  readonly times: Readonly<Record<string, number>>;
}
