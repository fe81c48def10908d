/** From a section to its neighbours, by key. */
import type { Sections } from '../../../formats/morphology/model';
import { childrenOf, topologyOf } from '../../../formats/morphology/topology';

export type Step = 'next' | 'previous' | 'parent' | 'child';

/** The section that a step leads to; the same where there is none that is shown; null where none is shown at all. */
export function stepFrom(sections: Sections, visible: Uint8Array, section: number | null, step: Step): number | null {
  if (section === null) {
    const found = step === 'previous' ? visible.lastIndexOf(1) : visible.indexOf(1);
    return found < 0 ? null : found;
  }
  switch (step) {
    case 'next': {
      const found = visible.indexOf(1, section + 1);
      return found < 0 ? section : found;
    }
    case 'previous': {
      const found = section > 0 ? visible.lastIndexOf(1, section - 1) : -1;
      return found < 0 ? section : found;
    }
    case 'parent': {
      const parent = sections.parents[section] ?? -1;
      return parent >= 0 && visible[parent] ? parent : section;
    }
    case 'child':
      return childrenOf(topologyOf(sections), section).find((child) => visible[child] === 1) ?? section;
  }
}
