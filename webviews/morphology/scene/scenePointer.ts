/** What is under the pointer: found, named beside it, and selected by a click. */
import { sectionTypeTitle } from '../../../formats/morphology/sectionTypes';
import type { PartContext } from '../part';
import type { CameraView } from './cameraState';
import { GLYPH_SIZE } from './overlay';
import type { Picked } from './picking';
import { pick, project } from './picking';
import type { Glyph } from './problemGlyphs';
import type { SceneModel } from './sceneModel';

/** What it moves over. */
export interface Pointed {
  readonly model: SceneModel | undefined;
  readonly glyphs: readonly Glyph[];
  /** As the picture is seen now. */
  seen(): CameraView;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Pixels around the pointer in which a section is found. */
const TOLERANCE = 6;

export class ScenePointer {
  /** The words beside the pointer. */
  readonly tip = document.createElement('div');
  readonly #context: PartContext;
  readonly #pointed: Pointed;
  #place: Place | undefined;
  #isStale = false;

  constructor(context: PartContext, pointed: Pointed) {
    this.#context = context;
    this.#pointed = pointed;
    this.tip.className = 'scene-tip';
    this.tip.hidden = true;
  }

  hover(place: Place | undefined): void {
    this.#place = place;
    this.#isStale = true;
  }

  click(x: number, y: number): void {
    const picked = this.pick(x, y);
    const selection = this.#glyphAt(x, y)?.selection ?? (picked && { section: picked.section, point: picked.point });
    this.#context.state.update({ selection: selection ?? null });
  }

  doubleClick(x: number, y: number): void {
    const picked = this.pick(x, y);
    if (picked) this.#context.host.pickSection(picked.section, picked.point, true);
  }

  pick(x: number, y: number): Picked | undefined {
    const { model } = this.#pointed;
    return model && pick(model.pickIndex, this.#pointed.seen(), model.visible, x, y, TOLERANCE);
  }

  /**
   * Called once a frame.
   * @param isBusy nothing is under the pointer while it turns the picture
   */
  look(view: CameraView, isBusy: boolean): void {
    if (!this.#isStale) return;
    this.#isStale = false;
    const place = isBusy ? undefined : this.#place;
    const glyph = place && this.#glyphAt(place.x, place.y);
    const section = glyph?.selection.section ?? (place && this.pick(place.x, place.y)?.section);
    this.#context.state.hover.set(section ?? null);
    this.tip.hidden = !place || section === undefined;
    if (!place || section === undefined) return;
    this.tip.textContent = glyph?.message ?? `Section ${section} · ${this.titleOf(section)}`;
    const x = Math.min(place.x + 14, Math.max(0, view.width - this.tip.offsetWidth - 4));
    const y = Math.min(place.y + 16, Math.max(0, view.height - this.tip.offsetHeight - 4));
    this.tip.style.transform = `translate(${x}px, ${y}px)`;
  }

  get isOverSection(): boolean {
    return !this.tip.hidden;
  }

  /** The name of a section's type. */
  titleOf(section: number): string {
    const morphology = this.#pointed.model?.morphology;
    return sectionTypeTitle(morphology?.sections.types[section] ?? 0, morphology?.family);
  }

  #glyphAt(x: number, y: number): Glyph | undefined {
    const { glyphs } = this.#pointed;
    if (glyphs.length === 0) return undefined;
    const view = this.#pointed.seen();
    return glyphs.findLast(({ position }) => {
      const place = project(view, ...position);
      return place && Math.hypot(place.x - x, place.y - y) <= GLYPH_SIZE + 2;
    });
  }
}
