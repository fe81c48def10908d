/** One way of looking at a dataset. Made anew for each dataset; what it keeps is in the state. */
import type { Hdf5Dataset, Hdf5Selection } from '../../../formats/hdf5/api';
import type { MenuItem } from '../../common/menu';
import type { PartContext } from '../part';

export interface DatasetContext extends PartContext {
  readonly dataset: Hdf5Dataset;
  readonly shape: readonly number[];
  /** "counts-line": what a file of this view is called. */
  readonly name: string;
}

export interface DatasetView {
  readonly element: HTMLElement;
  /** Controls of its own, beside the choice of views. */
  readonly controls: readonly HTMLElement[];
  /** The state of the dataset has changed: slices, zoom. */
  update(): void;
  /** What is shown, for a snippet. */
  selection(): Hdf5Selection;
  exports(): readonly MenuItem[];
  dispose(): void;
}
