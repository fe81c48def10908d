/** The controls that lie on the picture: what is shown, by which colour, and from where. */
import type { Morphology } from '../../../formats/morphology/model';
import { SOMA_TYPE } from '../../../formats/morphology/sectionTypes';
import { topologyOf } from '../../../formats/morphology/topology';
import type { PartContext } from '../part';
import type { Colouring } from '../state';
import type { StandardView } from './cameraState';
import { COLOURINGS, rangeLabels, typesOf } from './colouring';
import type { Colours } from './colouring';
import { MARKERS_TYPE } from './sceneModel';

export interface SceneActions {
  fit(): void;
  resetView(): void;
  view(side: StandardView): void;
  toggleProjection(): void;
}

export class SceneControls {
  readonly top = element('div', 'scene-top');
  readonly side = element('div', 'scene-views');
  readonly #types = element('div', 'scene-types');
  readonly #neurites = element('div', 'scene-neurites');
  readonly #colouring = element('select', 'scene-colouring');
  readonly #ramp = element('div', 'scene-ramp');
  readonly #projection: HTMLButtonElement;
  readonly #context: PartContext;
  readonly #endings: (() => void)[] = [];
  #morphology: Morphology | undefined;

  constructor(context: PartContext, actions: SceneActions) {
    this.#context = context;
    this.#types.setAttribute('role', 'group');
    this.#types.setAttribute('aria-label', 'Shown types');
    const label = element('label', 'scene-label');
    label.append('Colour by', this.#colouring);
    for (const { id, title } of COLOURINGS) this.#colouring.add(new Option(title, id));
    this.#colouring.addEventListener('change', () => {
      context.state.update({ colouring: this.#colouring.value as Colouring });
    });
    const right = element('div', 'scene-colours');
    right.append(label, this.#ramp);
    this.top.append(this.#types, this.#neurites, right);
    this.side.setAttribute('role', 'toolbar');
    this.side.setAttribute('aria-label', 'View');
    this.#projection = button('', 'Perspective (P)', () => actions.toggleProjection(), 'symbol-misc');
    this.side.append(
      button('XY', 'Look along z: x to the right, y up (1)', () => actions.view('xy')),
      button('XZ', 'Look along y: x to the right, z up (2)', () => actions.view('xz')),
      button('YZ', 'Look along x: y to the right, z up (3)', () => actions.view('yz')),
      this.#projection,
      button('', 'Fit the whole cell (F)', () => actions.fit(), 'screen-full'),
      button('', 'Back to the first view (Home)', () => actions.resetView(), 'home'),
    );
    const { state } = context;
    this.#endings.push(
      state.follow(['colouring'], ({ colouring }) => {
        this.#colouring.value = colouring;
        // By anything else, no neurite has the colour of its type.
        this.#types.classList.toggle('is-plain', colouring !== 'type');
      }),
      state.follow(['projection'], ({ projection }) => {
        const isParallel = projection === 'orthographic';
        setIcon(this.#projection, isParallel ? 'symbol-method' : 'symbol-field');
        const title = isParallel
          ? 'Orthographic: change to perspective (P)'
          : 'Perspective: change to orthographic (P)';
        this.#projection.title = title;
        this.#projection.setAttribute('aria-label', title);
      }),
      state.follow(['hiddenTypes', 'hiddenNeurites', 'selection'], () => this.#showHidden()),
      context.palette.subscribe(() => this.#showTypes()),
    );
  }

  show(morphology: Morphology | undefined): void {
    this.#morphology = morphology;
    this.#showTypes();
  }

  /** The legend of a ramp; nothing by type and by section, whose colours are no numbers. */
  showColours({ range, table }: Colours): void {
    this.#ramp.hidden = !range;
    if (!range) return;
    const [minimum, maximum] = rangeLabels(range);
    const bar = element('span', 'scene-ramp-bar');
    const stops = Array.from({ length: 9 }, (_, i) => table[Math.round((i * (table.length - 1)) / 8)] ?? '');
    bar.style.background = `linear-gradient(to right, ${stops.join(', ')})`;
    this.#ramp.replaceChildren(text(minimum), bar, text(maximum));
    this.#ramp.setAttribute('role', 'img');
    this.#ramp.setAttribute('aria-label', `${range.title} from ${minimum} to ${maximum}`);
  }

  dispose(): void {
    for (const end of this.#endings) end();
  }

  #showTypes(): void {
    const morphology = this.#morphology;
    const { palette, state } = this.#context;
    const types: { type: number; title: string }[] = morphology ? [...typesOf(morphology)] : [];
    if (morphology && morphology.markers.length > 0) types.push({ type: MARKERS_TYPE, title: 'markers' });
    // The focused one is made anew: the focus stays where it was.
    const focused = this.#types.contains(document.activeElement) ? document.activeElement : null;
    const focusedType = focused instanceof HTMLElement ? focused.dataset['type'] : undefined;
    this.#types.replaceChildren(
      ...types.map(({ type, title }) => {
        const swatch = element('span', 'scene-swatch');
        swatch.classList.toggle('is-neurite', type !== MARKERS_TYPE && type !== SOMA_TYPE);
        swatch.style.backgroundColor = type === MARKERS_TYPE ? palette.value.muted : palette.value.typeColor(type);
        const toggle = button('', `Show or hide ${title}`, () => {
          const { hiddenTypes } = state.value;
          const isHidden = hiddenTypes.includes(type);
          state.update({
            hiddenTypes: isHidden ? hiddenTypes.filter((each) => each !== type) : [...hiddenTypes, type],
          });
        });
        toggle.dataset['type'] = String(type);
        toggle.removeAttribute('aria-label');
        toggle.append(swatch, title);
        return toggle;
      }),
    );
    this.#showHidden();
    if (focusedType !== undefined) {
      this.#types.querySelector<HTMLElement>(`[data-type="${focusedType}"]`)?.focus();
    }
  }

  #showHidden(): void {
    const { hiddenTypes } = this.#context.state.value;
    for (const toggle of this.#types.querySelectorAll<HTMLButtonElement>('button')) {
      toggle.setAttribute('aria-pressed', String(!hiddenTypes.includes(Number(toggle.dataset['type']))));
    }
    this.#showNeurites();
  }

  /** Hides the neurite of the selected section, and shows all again: each only where it does something. */
  #showNeurites(): void {
    const { state } = this.#context;
    const { hiddenNeurites, selection } = state.value;
    const actions: HTMLButtonElement[] = [];
    if (selection && this.#morphology && selection.section < this.#morphology.sections.count) {
      actions.push(button('', 'Hide the neurite of the selected section (H)', () => this.hideNeurite(), 'eye-closed'));
    }
    if (hiddenNeurites.length > 0) {
      const title = hiddenNeurites.length === 1 ? '1 neurite hidden' : `${hiddenNeurites.length} neurites hidden`;
      const show = button('', `${title}: show all (Shift+H)`, () => this.showNeurites(), 'eye');
      show.append(title);
      actions.push(show);
    }
    this.#neurites.replaceChildren(...actions);
  }

  hideNeurite(): void {
    const { state } = this.#context;
    const { selection, hiddenNeurites } = state.value;
    if (!selection || !this.#morphology) return;
    const root = topologyOf(this.#morphology.sections).rootOf[selection.section];
    if (root === undefined || hiddenNeurites.includes(root)) return;
    state.update({ hiddenNeurites: [...hiddenNeurites, root], selection: null });
  }

  showNeurites(): void {
    this.#context.state.update({ hiddenNeurites: [] });
  }
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  return made;
}

function text(content: string): HTMLSpanElement {
  const made = element('span', 'scene-number');
  made.textContent = content;
  return made;
}

function button(content: string, title: string, act: () => void, icon?: string): HTMLButtonElement {
  const made = element('button', 'scene-button');
  made.type = 'button';
  made.title = title;
  made.setAttribute('aria-label', title);
  if (icon === undefined) made.textContent = content;
  else setIcon(made, icon);
  made.addEventListener('click', act);
  return made;
}

function setIcon(target: HTMLButtonElement, icon: string): void {
  const made = element('span', `codicon codicon-${icon}`);
  made.setAttribute('aria-hidden', 'true');
  target.replaceChildren(made);
}
