import { ascOutline, type AscOutline } from '../../../../../formats/morphology/asc/outline';
import type { MorphologyTree } from '../tree';

const known = new WeakMap<MorphologyTree, AscOutline>();

/** The text's blocks, branches and comments; made once a text. */
export function outlineOf(tree: MorphologyTree): AscOutline {
  let outline = known.get(tree);
  if (!outline) {
    outline = ascOutline(tree.text);
    known.set(tree, outline);
  }
  return outline;
}
