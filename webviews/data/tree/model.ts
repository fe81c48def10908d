/** The rows of a tree whose groups are read piece by piece: what is open, how many rows that is, which row is what. */
import type { Hdf5Child } from '../../../formats/hdf5/api';

export interface TreeNode {
  readonly path: string;
  readonly name: string;
  /** 0: the root. */
  readonly depth: number;
  readonly parent: TreeNode | undefined;
  /** Place among its siblings. */
  readonly index: number;
  readonly child: Hdf5Child;
  isOpen: boolean;
  /** Children; undefined until they are asked for. */
  total: number | undefined;
  readonly children: Map<number, TreeNode>;
  /** Places of the open children, rising. */
  open: readonly number[];
  /** Rows beneath it. */
  size: number;
}

/** A row whose name was not read yet has no node. */
export interface TreePlace {
  readonly parent: TreeNode | undefined;
  readonly index: number;
  readonly node: TreeNode | undefined;
}

function childPath(parent: string, name: string): string {
  return parent === '/' ? `/${name}` : `${parent}/${name}`;
}

export class TreeModel {
  readonly root: TreeNode = makeNode(undefined, 0, { name: '/', kind: 'group' });

  /** Rows that can be seen, the root among them. */
  get rowCount(): number {
    return 1 + this.root.size;
  }

  setChildren(node: TreeNode, total: number, start: number, children: readonly Hdf5Child[]): void {
    node.total = total;
    for (const [offset, child] of children.entries()) {
      const index = start + offset;
      if (!node.children.has(index)) node.children.set(index, makeNode(node, index, child));
    }
    resize(node);
  }

  setOpen(node: TreeNode, isOpen: boolean): void {
    if (node.isOpen === isOpen) return;
    node.isOpen = isOpen;
    const { parent } = node;
    if (parent) {
      parent.open = isOpen
        ? [...parent.open, node.index].sort((a, b) => a - b)
        : parent.open.filter((index) => index !== node.index);
    }
    resize(node);
  }

  placeAt(row: number): TreePlace {
    if (row <= 0) return { parent: undefined, index: 0, node: this.root };
    let node = this.root;
    let offset = row - 1;
    for (;;) {
      const found = within(node, offset);
      if (!found.inside) return { parent: node, index: found.index, node: node.children.get(found.index) };
      offset = found.offset;
      node = found.inside;
    }
  }

  /** The row of a node whose groups are all open. */
  rowOf(node: TreeNode): number {
    let row = 0;
    for (let at: TreeNode = node; at.parent; at = at.parent) {
      const { parent, index } = at;
      row += 1 + index;
      for (const open of parent.open) if (open < index) row += parent.children.get(open)?.size ?? 0;
    }
    return row;
  }

  /** The node of a path, as far as it was read. */
  find(path: string): TreeNode | undefined {
    let node: TreeNode | undefined = this.root;
    while (node && node.path !== path) {
      const prefix: string = node.path === '/' ? '/' : `${node.path}/`;
      if (!path.startsWith(prefix)) return undefined;
      let next: TreeNode | undefined;
      for (const child of node.children.values()) {
        // A name may hold what looks like a longer path: the longest that fits is the one.
        const fits = path === child.path || path.startsWith(`${child.path}/`);
        if (fits && (!next || child.path.length > next.path.length)) next = child;
      }
      node = next;
    }
    return node;
  }
}

function makeNode(parent: TreeNode | undefined, index: number, child: Hdf5Child): TreeNode {
  return {
    path: parent ? childPath(parent.path, child.name) : '/',
    name: child.name,
    depth: parent ? parent.depth + 1 : 0,
    parent,
    index,
    child,
    isOpen: false,
    total: undefined,
    children: new Map(),
    open: [],
    size: 0,
  };
}

/** Rows beneath a node, and so beneath all in which it lies. */
function resize(node: TreeNode): void {
  for (let at: TreeNode | undefined = node; at; at = at.parent) {
    let size = 0;
    if (at.isOpen) {
      size = at.total ?? 0;
      for (const index of at.open) size += at.children.get(index)?.size ?? 0;
    }
    at.size = size;
  }
}

/** Which child a row beneath a node is, or in which open child it lies. */
function within(
  node: TreeNode,
  offset: number,
): { readonly index: number; readonly inside: TreeNode | undefined; readonly offset: number } {
  let rows = 0;
  for (const index of node.open) {
    const at = index + rows;
    if (offset <= at) break;
    const child = node.children.get(index);
    if (child && offset <= at + child.size) return { index, inside: child, offset: offset - at - 1 };
    rows += child?.size ?? 0;
  }
  return { index: offset - rows, inside: undefined, offset };
}
