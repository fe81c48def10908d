/** Contents for the morphology view, from made-up morphologies. */
import type { Morphology } from '../../../formats/morphology/model';
import type { MorphologyContent } from '../../../protocol/morphologyView';

/** Content that an extension would send for a morphology. */
export function contentOf(morphology: Morphology, changes: Partial<MorphologyContent> = {}): MorphologyContent {
  return {
    name: 'made-up.swc',
    path: '/data/made-up.swc',
    format: morphology.format,
    size: 1000,
    morphology,
    refused: false,
    problems: [],
    source: 'disk',
    settings: { colors: {}, levels: {} },
    ...changes,
  };
}
