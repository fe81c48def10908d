/** The tree of sweeps with its boxes: space checks, shift checks from the last row on. */
import type { Sweep } from '../../../formats/recording/model';
import { element, icon } from '../../common/dom';
import { formatCount } from '../../common/numbers';
import { TreeList } from '../../common/treeList';
import { MOST_EXPANDED, type ViewState } from '../state';
import { sweepRows, type SweepRow } from './sweepTree';

interface SweepList {
  readonly element: HTMLElement;
  show(sweeps: readonly Sweep[], chosen: ReadonlySet<string>): void;
  refresh(): void;
  dispose(): void;
}

export function createSweepList(state: ViewState, choose: (ids: readonly string[]) => void): SweepList {
  let sweeps: readonly Sweep[] = [];
  let chosen: ReadonlySet<string> = new Set();
  let rows: readonly SweepRow[] = [];
  let anchor: number | undefined;

  const checked = (row: SweepRow): boolean | 'mixed' => {
    const count = row.sweeps.filter(({ id }) => chosen.has(id)).length;
    return count === 0 ? false : count === row.sweeps.length ? true : 'mixed';
  };
  const check = (index: number, extend: boolean): void => {
    const row = rows[index];
    if (!row) return;
    const next = new Set(chosen);
    const isOn = extend || checked(row) !== true;
    const from = extend && anchor !== undefined ? Math.min(anchor, index) : index;
    const to = extend && anchor !== undefined ? Math.max(anchor, index) : index;
    for (const each of rows.slice(from, to + 1)) {
      // A range takes the sweeps in it, not all of a group whose title lies in it.
      if (from !== to && each.kind !== 'sweep') continue;
      for (const { id } of each.sweeps) {
        if (isOn) next.add(id);
        else next.delete(id);
      }
    }
    if (!extend) anchor = index;
    choose(sweeps.filter(({ id }) => next.has(id)).map(({ id }) => id));
  };
  const list = new TreeList({
    label: 'Sweeps',
    row: (index) => {
      const row = rows[index];
      if (!row) return undefined;
      const trace = row.kind === 'sweep' ? row.sweeps[0]?.mode : undefined;
      return {
        ...row,
        expanded: row.kind === 'sweep' ? undefined : row.isOpen,
        checked: checked(row),
        title: row.title,
        content: [
          row.kind === 'sweep' ? '' : icon(row.kind === 'protocol' ? 'beaker' : 'history'),
          element('span', { class: 'tree-name' }, row.title),
          element(
            'span',
            { class: 'tree-detail' },
            row.kind === 'sweep' ? (row.sweeps[0]?.electrode ?? trace ?? '') : formatCount(row.sweeps.length),
          ),
        ],
      };
    },
    toggle: (index) => {
      const key = rows[index]?.key;
      if (key === undefined) return;
      const { toggled } = state.value;
      const others = toggled.filter((each) => each !== key);
      state.update({ toggled: others.length < toggled.length ? others : [...toggled, key].slice(-MOST_EXPANDED) });
      renew();
    },
    parent: (index) => {
      const level = rows[index]?.level ?? 1;
      const above = rows.findLastIndex((row, at) => at < index && row.level < level);
      return above < 0 ? undefined : above;
    },
    // A click shows this alone; space and the box add to what is shown.
    pick: (index) => {
      anchor = index;
      choose((rows[index]?.sweeps ?? []).map(({ id }) => id));
    },
    check,
    find: (text, from) => {
      for (let step = 0; step < rows.length; step++) {
        const index = (from + step) % rows.length;
        if (rows[index]?.title.toLowerCase().startsWith(text)) return index;
      }
      return undefined;
    },
  });
  const renew = (): void => {
    rows = sweepRows(sweeps, new Set(state.value.toggled));
    list.setCount(rows.length);
  };
  return {
    element: list.element,
    show: (given, ids) => {
      const isSame = given === sweeps;
      sweeps = given;
      chosen = ids;
      if (isSame) list.refresh();
      else renew();
    },
    refresh: () => {
      list.refresh();
    },
    dispose: () => {
      list.dispose();
    },
  };
}
