/** A part of the data view. All are made with one context and never meet otherwise. */
import type { DataContent } from '../../protocol/dataView';
import type { MenuItem } from '../common/menu';
import type { Observable, Observed } from '../common/signal';
import type { Host } from './host';
import type { ViewState } from './state';

export interface PartContext {
  /** Of the file as it is now. */
  readonly content: Observable<DataContent>;
  readonly state: ViewState;
  readonly host: Host;
  /** What went wrong beside the views, such as an export; null: nothing. */
  readonly message: Observed<string | null>;
}

export interface Part {
  readonly element: HTMLElement;
  /** The file has changed: everything is asked for again. */
  reload(): void;
  /** Told when the part comes in sight and leaves it: nothing is read for what is not seen. */
  setVisible(visible: boolean): void;
  /** What can be saved and copied of what is shown. */
  exports(): readonly MenuItem[];
  dispose(): void;
}
