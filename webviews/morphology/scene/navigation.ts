/** From a section to its neighbours, by key; and from one that is gone to none. */
import type { Morphology, Sections } from '../../../formats/morphology/model';
import { childrenOf, topologyOf } from '../../../formats/morphology/topology';
import type { ViewState } from '../state';

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

/** What was selected may be gone after an edit. */
export function dropLost(state: ViewState, { sections, diameters }: Morphology): void {
  const { selection } = state.value;
  if (state.hover.value !== null && state.hover.value >= sections.count) state.hover.set(null);
  if (!selection) return;
  if (selection.section >= sections.count) state.update({ selection: null });
  else if ((selection.point ?? 0) >= diameters.length) state.update({ selection: { section: selection.section } });
}
