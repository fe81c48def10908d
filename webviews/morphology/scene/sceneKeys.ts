/** Keys of the scene, beside those that move the camera. */
import type { PartContext } from '../part';
import type { Step } from './navigation';
import type { SceneActions, SceneControls } from './sceneControls';

/** Does what a key stands for; false where it stands for nothing. */
export function actByKey(
  { key, shiftKey }: KeyboardEvent,
  { state, host }: PartContext,
  scene: SceneActions,
  controls: SceneControls,
  step: (step: Step) => void,
): boolean {
  const { selection } = state.value;
  const actions: Readonly<Partial<Record<string, () => void>>> = {
    f: () => scene.fit(),
    home: () => scene.resetView(),
    1: () => scene.view('xy'),
    2: () => scene.view('xz'),
    3: () => scene.view('yz'),
    p: () => scene.toggleProjection(),
    n: () => step(shiftKey ? 'previous' : 'next'),
    '[': () => step('parent'),
    ']': () => step('child'),
    h: () => (shiftKey ? controls.showNeurites() : controls.hideNeurite()),
    ...(selection && {
      escape: () => state.update({ selection: null }),
      enter: () => host.pickSection(selection.section, selection.point, true),
    }),
  };
  const action = actions[key.toLowerCase()];
  action?.();
  return action !== undefined;
}
