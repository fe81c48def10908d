/** The tree of an HDF5 file: names by pages, what a row shows only for rows in sight. */
import type { TreeRow } from '../../../protocol/dataView';
import { element, icon } from '../../common/dom';
import { formatCount } from '../../common/numbers';
import { TreeList, type TreeListRow } from '../../common/treeList';
import { debounce } from '../../common/webview';
import type { PartContext } from '../part';
import { MOST_EXPANDED } from '../state';
import { TreeModel, type TreeNode } from './model';
import { detailText, iconOf } from './rowText';

/** Names that are asked for at once. */
const PAGE = 200;
/** Rows whose details are remembered. */
const MOST_ROWS = 5000;
/** ms that rows must stay in sight before they are asked for. */
const REST = 60;
/** Groups that are opened at first, one in the other. */
const DEEPEST_OPENING = 6;

export interface Hdf5Tree {
  readonly element: HTMLElement;
  reload(): void;
  setVisible(visible: boolean): void;
  dispose(): void;
}

export function createTree({ host, state }: PartContext): Hdf5Tree {
  let model = new TreeModel();
  let details = new Map<string, TreeRow>();
  const asked = new Set<string>();
  let abort = new AbortController();
  let sight = { first: 0, end: 0 };
  let isStarted = false;
  let selected: string | undefined;
  const note = element('p', { class: 'tree-note', role: 'status', hidden: true });

  const fail = (error: unknown): void => {
    if (abort.signal.aborted) return;
    note.hidden = false;
    note.textContent = error instanceof Error ? error.message : String(error);
  };

  async function loadPage(node: TreeNode, start: number): Promise<void> {
    const key = `${node.path}\n${start}`;
    if (asked.has(key)) return;
    asked.add(key);
    const { signal } = abort;
    try {
      const { total, children } = await host.children(node.path, { start, end: start + PAGE }, signal);
      if (signal.aborted) return;
      model.setChildren(node, total, start, children);
      list.setCount(model.rowCount);
    } catch (error) {
      asked.delete(key);
      fail(error);
    }
  }

  async function open(node: TreeNode): Promise<void> {
    if (node.total === undefined) await loadPage(node, 0);
    if (node.total === undefined) return;
    model.setOpen(node, true);
    list.setCount(model.rowCount);
  }

  const keepExpanded = (node: TreeNode): void => {
    const others = state.value.expanded.filter((path) => path !== node.path);
    state.update({ expanded: node.isOpen ? [...others, node.path].slice(-MOST_EXPANDED) : others });
  };

  const askDetails = debounce(() => {
    const paths: string[] = [];
    for (let row = sight.first; row < sight.end && paths.length < 200; row++) {
      const { parent, index, node } = model.placeAt(row);
      if (!node && parent) void loadPage(parent, Math.floor(index / PAGE) * PAGE);
      if (node && !details.has(node.path)) paths.push(node.path);
    }
    if (paths.length > 0) void loadDetails(paths);
  }, REST);

  async function loadDetails(paths: readonly string[]): Promise<void> {
    const { signal } = abort;
    try {
      const rows = await host.rows(paths, signal);
      if (signal.aborted) return;
      for (const row of rows) details.set(row.path, row);
      for (const old of details.keys()) {
        if (details.size <= MOST_ROWS) break;
        details.delete(old);
      }
      list.refresh();
    } catch (error) {
      fail(error);
    }
  }

  const list = new TreeList({
    label: 'Contents of the file',
    row: (row) => rowOf(model, details, row),
    toggle: (row) => {
      const { node } = model.placeAt(row);
      if (!node) return;
      if (node.isOpen) {
        model.setOpen(node, false);
        list.setCount(model.rowCount);
        keepExpanded(node);
      } else {
        void open(node).then(() => {
          keepExpanded(node);
        });
      }
    },
    parent: (row) => {
      const { parent } = model.placeAt(row);
      return parent && model.rowOf(parent);
    },
    pick: (row) => {
      const { node } = model.placeAt(row);
      if (!node) return;
      // The list has it in sight already.
      select(node.path);
      state.update({ path: node.path });
    },
    find: (text, from) => {
      const count = Math.min(model.rowCount, 200_000);
      for (let step = 0; step < count; step++) {
        const row = (from + step) % count;
        if (model.placeAt(row).node?.name.toLowerCase().startsWith(text)) return row;
      }
      return undefined;
    },
    inSight: (first, end) => {
      if (first === sight.first && end === sight.end && !hasGaps(model, details, first, end)) return;
      sight = { first, end };
      askDetails.later();
    },
  });

  const select = (path: string | undefined, row?: number): void => {
    selected = path;
    list.select(path, row);
  };
  // Links, references and found objects choose as well.
  const unfollow = state.kept.subscribe(({ path }) => {
    if (isStarted && path !== null && path !== selected) void reveal(path);
  });

  /** Opens all groups on the way and selects. */
  async function reveal(path: string): Promise<void> {
    selected = path;
    let node = model.root;
    while (node.path !== path) {
      await open(node);
      const next = await childToward(node, path);
      if (!next) break;
      node = next;
    }
    select(path, model.rowOf(node));
  }

  /** Looks through further pages of a long group only for the way to a path. */
  async function childToward(node: TreeNode, path: string): Promise<TreeNode | undefined> {
    for (let start = 0; start < Math.min(node.total ?? 0, 20_000); start += PAGE) {
      await loadPage(node, start);
      // A name may hold what looks like a longer path: the longest that fits is the one.
      let found: TreeNode | undefined;
      for (const child of node.children.values()) {
        const fits = path === child.path || path.startsWith(`${child.path}/`);
        if (fits && (!found || child.path.length > found.path.length)) found = child;
      }
      if (found) return found;
    }
    return undefined;
  }

  /** Opens what was open; at first, groups down to the first dataset. */
  async function start(): Promise<void> {
    await open(model.root);
    for (const path of [...state.value.expanded].sort((a, b) => a.length - b.length)) {
      const node = model.find(path);
      if (node) await open(node);
    }
    const { path } = state.value;
    if (path !== null) {
      await reveal(path);
      return;
    }
    let node = model.root;
    for (let depth = 0; depth < DEEPEST_OPENING; depth++) {
      const children = [...node.children.values()];
      const dataset = children.find(({ child }) => child.kind === 'dataset');
      const group = children.find(({ child }) => child.kind === 'group');
      if (dataset || !group) {
        node = dataset ?? node;
        break;
      }
      node = group;
      await open(node);
      keepExpanded(node);
    }
    // The reader may have chosen in the meantime.
    if (state.value.path === null) state.update({ path: node.path });
    select(state.value.path ?? undefined, model.rowOf(node));
  }

  return {
    element: element('div', { class: 'tree-holder' }, note, list.element),
    reload: () => {
      abort.abort();
      abort = new AbortController();
      model = new TreeModel();
      details = new Map();
      asked.clear();
      note.hidden = true;
      if (isStarted) void start();
    },
    setVisible: (visible) => {
      if (!visible || isStarted) return;
      isStarted = true;
      void start();
    },
    dispose: () => {
      unfollow();
      abort.abort();
      list.dispose();
    },
  };
}

function hasGaps(model: TreeModel, details: ReadonlyMap<string, TreeRow>, first: number, end: number): boolean {
  for (let row = first; row < end; row++) {
    const { node } = model.placeAt(row);
    if (!node || !details.has(node.path)) return true;
  }
  return false;
}

function rowOf(model: TreeModel, details: ReadonlyMap<string, TreeRow>, row: number): TreeListRow | undefined {
  const { node } = model.placeAt(row);
  if (!node) return undefined;
  const known = details.get(node.path);
  const isGroup = node.child.kind === 'group';
  const isBroken = known?.entity.kind === 'unresolved' || (node.child.kind === 'link' && known === undefined);
  const text = detailText(node.child, known);
  return {
    key: node.path,
    level: node.depth + 1,
    expanded: isGroup && node.total !== 0 ? node.isOpen : undefined,
    position: node.index,
    siblings: node.parent?.total ?? 1,
    title: `${node.path}${text === '' ? '' : `\n${text}`}`,
    class: isBroken ? 'broken' : '',
    content: [
      icon(iconOf(node.child, known)),
      element('span', { class: 'tree-name' }, node.name),
      element('span', { class: 'tree-detail' }, text),
      known && known.attributeCount > 0
        ? element('span', { class: 'tree-attributes' }, `@${formatCount(known.attributeCount)}`)
        : '',
    ],
  };
}
