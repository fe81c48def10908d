/** The bars that are drawn and listed, from the barcode of a morphology. */
import type { Barcode } from '../../../formats/morphology/persistence/barcode';

export type Distance = 'radial_distances' | 'path_distances';

export interface Bar {
  /** The section that ends in the tip. */
  readonly tip: number;
  readonly root: number;
  /** µm at the tip. */
  readonly birth: number;
  /** µm at the fork; 0 for the last of a neurite. */
  readonly death: number;
}

/** The shortest bar first. @param root only of this neurite @param isShown whether neurites of a type are shown */
export function barsOf(
  barcode: Barcode,
  distance: Distance,
  root: number | undefined,
  isShown: (root: number) => boolean,
): readonly Bar[] {
  const bars: Bar[] = [];
  for (const neurite of Object.values(barcode).flat()) {
    if (root === undefined ? !isShown(neurite.root) : neurite.root !== root) continue;
    const { values, tips } = neurite[distance];
    for (const [index, tip] of tips.entries()) {
      bars.push({ tip, root: neurite.root, birth: values[2 * index] ?? 0, death: values[2 * index + 1] ?? 0 });
    }
  }
  return bars.sort((a, b) => lengthOf(a) - lengthOf(b) || a.tip - b.tip);
}

export function lengthOf({ birth, death }: Bar): number {
  return Math.abs(birth - death);
}
