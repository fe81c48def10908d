/** What a scene does for the rest of the view, and what tests see of it. */
import type { Part } from '../part';
import type { Vector } from './bounds';
import type { StandardView } from './cameraState';
import type { Picked } from './picking';
import type { Drawn } from './picture';

/** What tests see of a scene. */
export interface SceneProbe extends Drawn {
  readonly frames: number;
  readonly isResting: boolean;
  /** Drawn without WebGL while it moves. */
  readonly isQuick: boolean;
  readonly visibleSegments: number;
  readonly glyphs: number;
  /** CSS colour of a section. */
  colorOf(section: number): string;
  /** Where a point is drawn, in CSS pixels of the scene. */
  placeOf(point: number): { readonly x: number; readonly y: number } | undefined;
  pick(x: number, y: number): Picked | undefined;
}

export interface ScenePart extends Part {
  /** The whole cell, from where the camera looks. */
  fit(): void;
  /** The whole cell, from the front. */
  resetView(): void;
  view(side: StandardView): void;
  toggleProjection(): void;
  /** @param radius of what is to be seen around the point, µm */
  flyTo(point: Vector, radius: number): void;
  /** The picture with its scale bar, `scale` times as fine as on the screen. */
  png(scale?: number): Promise<Uint8Array>;
  probe(): SceneProbe;
}
