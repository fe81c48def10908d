import type { Morphology } from '../../../../formats/morphology/model';
import { pointCount } from '../../../../formats/morphology/model';
import { topologyOf } from '../../../../formats/morphology/topology';
import type { DocumentSummary } from '../language';
import { counted, length, neuritesOf } from './names';
import type { MorphologyTree } from './tree';

/** "6 neurites · 131 sections · 4 567 points"; MorphIO's counts, which repeat the points at forks. */
export function status({ reading }: MorphologyTree): DocumentSummary {
  const { morphology, refused } = reading;
  const severity = refused ? 'warning' : 'information';
  if (!morphology) return { text: 'No morphology', detail: refused ? REFUSED : '', severity };
  const text = [
    counted(topologyOf(morphology.sections).roots.length, 'neurite'),
    counted(morphology.sections.count, 'section'),
    counted(pointCount(morphology), 'point'),
  ].join(' · ');
  return { text, detail: refused ? REFUSED : totalLength(morphology), severity };
}

const REFUSED = 'MorphIO refuses this file: see its problems';

function totalLength(morphology: Morphology): string {
  return `Total length ${length(neuritesOf(morphology).reduce((total, neurite) => total + neurite.length, 0))}`;
}
