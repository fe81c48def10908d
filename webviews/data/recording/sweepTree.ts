/** Protocol, repetition, sweep: which rows there are, and which sweeps a row stands for. */
import type { Sweep } from '../../../formats/recording/model';

export type SweepRow =
  | {
      readonly kind: 'protocol' | 'repetition';
      readonly key: string;
      readonly title: string;
      readonly level: number;
      readonly isOpen: boolean;
      readonly sweeps: readonly Sweep[];
      readonly position: number;
      readonly siblings: number;
    }
  | {
      readonly kind: 'sweep';
      readonly key: string;
      readonly title: string;
      readonly level: number;
      readonly sweeps: readonly Sweep[];
      readonly position: number;
      readonly siblings: number;
    };

interface Protocol {
  readonly name: string;
  readonly sweeps: readonly Sweep[];
  readonly repetitions: readonly { readonly name: string; readonly sweeps: readonly Sweep[] }[];
}

function protocolsOf(sweeps: readonly Sweep[]): readonly Protocol[] {
  return [...groupBy(sweeps, ({ protocol }) => protocol)].map(([name, all]) => ({
    name,
    sweeps: all,
    repetitions: [...groupBy(all, ({ repetition }) => repetition)].map(([repetition, some]) => ({
      name: repetition,
      sweeps: some,
    })),
  }));
}

function groupBy(sweeps: readonly Sweep[], key: (sweep: Sweep) => string): Map<string, Sweep[]> {
  const groups = new Map<string, Sweep[]>();
  for (const sweep of sweeps) {
    const group = groups.get(key(sweep));
    if (group) group.push(sweep);
    else groups.set(key(sweep), [sweep]);
  }
  return groups;
}

/** The sweeps of the first protocol's first repetition. */
export function firstRepetition(sweeps: readonly Sweep[]): readonly Sweep[] {
  return protocolsOf(sweeps)[0]?.repetitions[0]?.sweeps ?? [];
}

/**
 * @param toggled keys of groups that are not as they are at first: there, protocols are closed but the first, and
 * repetitions are open. A protocol of one repetition without a name has no row for it.
 */
export function sweepRows(sweeps: readonly Sweep[], toggled: ReadonlySet<string>): readonly SweepRow[] {
  const protocols = protocolsOf(sweeps);
  const rows: SweepRow[] = [];
  for (const [position, { name, sweeps: all, repetitions }] of protocols.entries()) {
    const key = `p ${name}`;
    const isOpen = (position === 0) !== toggled.has(key);
    const siblings = protocols.length;
    const title = name === '' ? 'no protocol' : name;
    rows.push({ kind: 'protocol', key, title, level: 1, isOpen, sweeps: all, position, siblings });
    if (!isOpen) continue;
    const [only] = repetitions;
    if (repetitions.length === 1 && only?.name === '') addSweeps(rows, only.sweeps, 2);
    else addRepetitions(rows, name, repetitions, toggled);
  }
  return rows;
}

function addRepetitions(
  rows: SweepRow[],
  protocol: string,
  repetitions: Protocol['repetitions'],
  toggled: ReadonlySet<string>,
): void {
  const siblings = repetitions.length;
  for (const [position, { name, sweeps }] of repetitions.entries()) {
    const key = `r ${protocol}\n${name}`;
    const isOpen = !toggled.has(key);
    const title = name === '' ? 'no repetition' : name;
    rows.push({ kind: 'repetition', key, title, level: 2, isOpen, sweeps, position, siblings });
    if (isOpen) addSweeps(rows, sweeps, 3);
  }
}

function addSweeps(rows: SweepRow[], sweeps: readonly Sweep[], level: number): void {
  for (const [position, sweep] of sweeps.entries()) {
    const { id, name } = sweep;
    rows.push({
      kind: 'sweep',
      key: `s ${id}`,
      title: name,
      level,
      sweeps: [sweep],
      position,
      siblings: sweeps.length,
    });
  }
}
