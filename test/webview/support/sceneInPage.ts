/** Runs in the page of `scenePage.ts`: the scene alone, with a context that the tests drive. */
import { NO_SOMA, type Morphology } from '../../../formats/morphology/model';
import type { MorphologyContent } from '../../../protocol/morphologyView';
import { Observed } from '../../../webviews/common/signal';
import { createScene } from '../../../webviews/morphology/scene/scene';
import type { ScenePart } from '../../../webviews/morphology/scene/scenePart';
import { ViewState } from '../../../webviews/morphology/state';
import { observedPalette } from '../../../webviews/morphology/themePalette';
import { syntheticMorphology } from '../../support/syntheticMorphology';

export interface SceneTest {
  readonly scene: ScenePart;
  readonly state: ViewState;
  /** What the scene asked of the extension. */
  readonly said: readonly (readonly unknown[])[];
  show(morphology: Morphology, changes?: Partial<MorphologyContent>): void;
  /** Resolves when the picture is as good as it gets. */
  rested(): Promise<void>;
  readonly synthetic: typeof syntheticMorphology;
  readonly noSoma: typeof NO_SOMA;
}

declare global {
  interface Window {
    sceneTest: SceneTest;
  }
}

const said: unknown[][] = [];
const say =
  (name: string) =>
  (...words: unknown[]): void => {
    said.push([name, ...words]);
  };
const { palette } = observedPalette();
const empty: MorphologyContent = {
  name: 'cell.swc',
  path: '/data/cell.swc',
  format: 'swc',
  size: 0,
  morphology: undefined,
  refused: false,
  problems: [],
  source: 'disk',
  settings: { colors: {}, levels: {} },
};
const content = new Observed(empty);
const state = new ViewState();
const scene = createScene({
  content,
  state,
  palette,
  host: {
    content: () => Promise.resolve(content.value),
    export: () => Promise.resolve(null),
    pickSection: say('pickSection'),
    pickLine: say('pickLine'),
    openText: say('openText'),
    openAsData: say('openAsData'),
    copy: say('copy'),
  },
});
document.body.append(scene.element);

window.sceneTest = {
  scene,
  state,
  said,
  show: (morphology, changes) => {
    content.set({ ...empty, morphology, ...changes });
    scene.show(morphology);
  },
  rested: async () => {
    while (!scene.probe().isResting) await new Promise((resolve) => requestAnimationFrame(resolve));
  },
  synthetic: syntheticMorphology,
  noSoma: NO_SOMA,
};
