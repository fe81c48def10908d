/** A part of the morphology view: the scene, a tab, the card. All are made with one context and never meet otherwise. */
import type { Morphology } from '../../formats/morphology/model';
import type { Observable } from '../common/signal';
import type { Host } from './host';
import type { Palette } from './palette';
import type { ViewState } from './state';
import type { MorphologyContent } from '../../protocol/morphologyView';

export interface PartContext {
  readonly content: Observable<MorphologyContent>;
  readonly state: ViewState;
  readonly host: Host;
  /** Colours of the theme and of section types; changes with the theme. */
  readonly palette: Observable<Palette>;
}

export interface Part {
  readonly element: HTMLElement;
  /** A new morphology; the part keeps what it can of what it showed. */
  show(morphology: Morphology): void;
  /** Told when the part's tab is opened and closed: nothing is computed for what is not seen. */
  setVisible?(visible: boolean): void;
  dispose(): void;
}
