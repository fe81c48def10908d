import type { Morphology } from '../../../formats/morphology/model';
import type { MorphologyContent } from '../../../protocol/morphologyView';
import { contentOf } from './content';

/**
 * A cell whose every number can be worked out by hand: an axon straight down, and a basal dendrite that forks once.
 * Section 0: axon, 30 µm. Section 1: basal, 10 µm, with the children 2 (20 µm, up) and 3 (5 µm, right). As SWC:
 *
 *     # a cell of four sections
 *     1 1 0 0 0 5 -1
 *     2 2 0 -10 0 0.5 1
 *     3 2 0 -25 0 0.5 2
 *     4 2 0 -40 0 0.5 3
 *     5 3 10 0 0 1 1
 *     6 3 20 0 0 1 5
 *     7 3 20 20 0 0.5 6
 *     8 3 25 0 0 0.5 6
 */
export function smallCell(): Morphology {
  return {
    format: 'swc',
    version: ['swc', 1, 0],
    family: 'neuron',
    points: Float32Array.from(
      [
        [0, -10, 0, 0, -25, 0, 0, -40, 0],
        [10, 0, 0, 20, 0, 0],
        [20, 0, 0, 20, 20, 0],
        [20, 0, 0, 25, 0, 0],
      ].flat(),
    ),
    diameters: Float32Array.of(1, 1, 1, 2, 2, 2, 1, 2, 1),
    sections: {
      count: 4,
      offsets: Uint32Array.of(0, 3, 5, 7, 9),
      types: Uint8Array.of(2, 3, 3, 3),
      parents: Int32Array.of(-1, -1, 1, 1),
    },
    soma: {
      type: 'SOMA_SINGLE_POINT',
      points: Float32Array.of(0, 0, 0),
      diameters: Float32Array.of(10),
      lines: Uint32Array.of(1),
    },
    markers: [],
    organelles: {},
    metadata: [],
    lines: Uint32Array.of(2, 3, 4, 5, 6, 6, 7, 6, 8),
  };
}

export function smallContent(changes: Partial<MorphologyContent> = {}): MorphologyContent {
  return contentOf(smallCell(), { name: 'small.swc', path: '/data/small.swc', ...changes });
}

/** The same with the axon only: what is left when the dendrite is deleted in the text. */
export function axonOnly(): Morphology {
  const cell = smallCell();
  return {
    ...cell,
    points: cell.points.slice(0, 9),
    diameters: cell.diameters.slice(0, 3),
    lines: cell.lines.slice(0, 3),
    sections: {
      count: 1,
      offsets: Uint32Array.of(0, 3),
      types: Uint8Array.of(2),
      parents: Int32Array.of(-1),
    },
  };
}
