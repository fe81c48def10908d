/** Tree and dataset of an HDF5 file, side by side. */
import { element } from '../common/dom';
import { createDatasetPane } from './dataset/pane';
import type { Part, PartContext } from './part';
import { createSearch } from './tree/search';
import { createTree } from './tree/tree';

interface Explorer extends Part {
  search(): void;
  copyPath(): void;
  copySnippet(): void;
}

export function createExplorer(context: PartContext): Explorer {
  const { state, host } = context;
  const tree = createTree(context);
  const show = (path: string): void => {
    state.update({ path });
  };
  const pane = createDatasetPane(context, show, () => {
    tree.reload();
  });
  const search = createSearch(host, show, (isSearching) => {
    tree.element.hidden = isSearching;
  });
  return {
    element: element(
      'div',
      { class: 'explorer' },
      element('nav', { class: 'contents', 'aria-label': 'Contents' }, search.element, search.results, tree.element),
      pane.element,
    ),
    reload: () => {
      tree.reload();
      pane.reload();
    },
    setVisible: (visible) => {
      tree.setVisible(visible);
    },
    exports: () => pane.exports(),
    search: () => {
      search.focus();
    },
    copyPath: () => {
      pane.copyPath();
    },
    copySnippet: () => {
      pane.copySnippet();
    },
    dispose: () => {
      tree.dispose();
      search.dispose();
      pane.dispose();
    },
  };
}
