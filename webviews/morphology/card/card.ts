/** The column beside the scene: the selected section, or the cell where none is selected. */
import { element, iconButton } from '../../common/dom';
import type { Morphology } from '../../../formats/morphology/model';
import type { Part, PartContext } from '../part';
import { cellFacts } from './cell';
import { sectionFacts } from './section';

export function createCard(context: PartContext): Part {
  const { state, palette } = context;
  let morphology: Morphology | undefined;
  const title = element('h2', { class: 'card-title' });
  const clear = iconButton('close', 'Clear the selection', () => {
    state.update({ selection: null });
  });
  const body = element('div', { class: 'card-body' });
  const render = (): void => {
    if (!morphology) return;
    const { selection } = state.value;
    const isSection = selection !== null && selection.section < morphology.sections.count;
    clear.hidden = !isSection;
    title.textContent = isSection ? `Section ${selection.section}` : 'Whole cell';
    body.replaceChildren(
      ...(isSection ? sectionFacts(context, morphology, selection) : cellFacts(context, morphology)),
    );
  };
  const subscriptions = [state.follow(['selection'], render), palette.subscribe(render)];
  return {
    element: element(
      'section',
      { class: 'card', 'aria-label': 'Selection' },
      element('div', { class: 'card-head', 'aria-live': 'polite' }, title, clear),
      body,
    ),
    show: (given) => {
      morphology = given;
      render();
    },
    dispose: () => {
      for (const end of subscriptions) end();
    },
  };
}
