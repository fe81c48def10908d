/**
 * What Connection blocks do to each other. Blocks without delay apply from top to bottom; a later one replaces the
 * values of an earlier one on the synapses that both mean. Source: neurodamus/core/configuration.py,
 * check_connections_configure.
 */
import type { RuleContext } from '../../diagnostics/rule';
import type { Scope } from '../../workspace/scope';
import { TargetSets, targetSpec, type Relation, type TargetSpec } from './targetSets';
import { blocksOf, entryOf, nameOf, valueOf, type Block, type BlueConfigTree, type Entry } from './tree';

/** Keys whose values a later block replaces; snippets of `SynapseConfigure` are added up instead. */
const REPLACED_KEYS = [
  'Weight',
  'SpontMinis',
  'ModOverride',
  'SynDelayOverride',
  'NeuromodStrength',
  'NeuromodDtc',
] as const;

/** Pairs of blocks compared in a file. Beyond it each block is compared with those near to it only. */
const PAIR_LIMIT = 200_000;

/** Blocks beside the two that a chain is about. */
const CHAIN_LIMIT = 20;

interface Connection {
  readonly block: Block;
  readonly name: string;
  readonly source: TargetSpec;
  readonly destination: TargetSpec;
  readonly delay: number;
  readonly weight: number | undefined;
  /** Only synapses of this type; undefined: all. */
  readonly synapses: string | undefined;
  /** What it sets, by key. */
  readonly settings: ReadonlyMap<string, Entry>;
}

/** A value of an earlier block, and what a later one says in its place. */
export interface Replacement {
  readonly key: string;
  readonly earlier: Connection;
  readonly earlierEntry: Entry;
  readonly later: Connection;
  readonly laterEntry: Entry;
  /** Of the later block to the earlier one. */
  readonly relation: Relation;
}

interface ChainLink {
  readonly connection: Connection;
  readonly entry: Entry;
}

/** A block of weight 0 at the start, and the delayed blocks that concern its synapses. */
interface ZeroWeight {
  readonly connection: Connection;
  readonly weight: Entry;
  readonly delayed: readonly Connection[];
  /** A block sets the weight of exactly the same pathway later on. */
  readonly fullyOverridden: boolean;
  /** A block surely or possibly sets the weight of some of the synapses. */
  readonly maybeOverridden: boolean;
}

export interface ConnectionAnalysis {
  readonly connections: readonly Connection[];
  /** For each value the first later block that replaces it everywhere. */
  readonly shadowed: readonly Replacement[];
  /** Values of which a later block replaces some, where each block reaches beyond the other. */
  readonly crossing: readonly Replacement[];
  /** The blocks that set the key for synapses of either block, these two among them, in the order in which they apply. */
  readonly chainOf: (replacement: Replacement) => readonly ChainLink[];
  readonly zeroWeights: readonly ZeroWeight[];
  /** Delayed blocks that surely concern no block of weight 0. */
  readonly delayedWithoutZero: readonly Connection[];
}

interface Known {
  readonly scope: Scope | undefined;
  readonly analysis: ConnectionAnalysis;
}

const analyses = new WeakMap<BlueConfigTree, Known>();
const setsByScope = new WeakMap<Scope, TargetSets>();

/** The analysis of a config, shared by the rules that ask for it. */
export function analyseConnections({ tree, scopes }: RuleContext<BlueConfigTree>): ConnectionAnalysis {
  const [scope] = scopes;
  const known = analyses.get(tree);
  if (known && known.scope === scope) return known.analysis;
  const analysis = scope ? analyse(connectionsOf(tree), setsOf(scope)) : NOTHING;
  analyses.set(tree, { scope, analysis });
  return analysis;
}

const NOTHING: ConnectionAnalysis = {
  connections: [],
  shadowed: [],
  crossing: [],
  chainOf: () => [],
  zeroWeights: [],
  delayedWithoutZero: [],
};

function setsOf(scope: Scope): TargetSets {
  let sets = setsByScope.get(scope);
  if (!sets) {
    sets = new TargetSets(scope);
    setsByScope.set(scope, sets);
  }
  return sets;
}

function analyse(connections: readonly Connection[], sets: TargetSets): ConnectionAnalysis {
  const atStart = connections.filter(({ delay }) => delay === 0);
  return {
    connections,
    ...replacements(atStart, sets),
    ...zeroWeights(connections, sets),
    chainOf: (replacement) => chainOf(replacement, atStart, sets),
  };
}

/** Blocks that say where they apply and when; what is wrong with the others is said elsewhere. */
function connectionsOf(tree: BlueConfigTree): readonly Connection[] {
  return blocksOf(tree, 'Connection').flatMap((block): Connection[] => {
    const source = specIn(block, 'Source');
    const destination = specIn(block, 'Destination');
    const delay = delayOf(block);
    if (!source || !destination || delay === undefined) return [];
    const settings = new Map<string, Entry>();
    for (const key of REPLACED_KEYS) {
      const entry = entryOf(block, key);
      if (entry?.value && entry.value.text !== '') settings.set(key, entry);
    }
    const weight = numberIn(block, 'Weight');
    const synapses = valueOf(block, 'SynapseID')?.text;
    return [{ block, name: nameOf(block)?.text ?? '', source, destination, delay, weight, synapses, settings }];
  });
}

function specIn(block: Block, key: string): TargetSpec | undefined {
  const value = valueOf(block, key);
  return value && value.text !== '' ? targetSpec(value) : undefined;
}

/** A number is what the value starts with, as for the simulator; undefined where it starts with none. */
function numberIn(block: Block, key: string): number | undefined {
  const number = parseFloat(valueOf(block, key)?.text ?? '');
  return Number.isNaN(number) ? undefined : number;
}

/** When a block takes effect, in ms; undefined where that cannot be read. */
export function delayOf(block: Block): number | undefined {
  return entryOf(block, 'Delay') ? numberIn(block, 'Delay') : 0;
}

/** Of a pathway to another. */
function pathwayRelation(a: Connection, b: Connection, sets: TargetSets): Relation {
  if (a.synapses !== b.synapses) return 'unknown';
  const source = sets.relation(a.source, b.source);
  if (source === 'apart') return 'apart';
  const destination = sets.relation(a.destination, b.destination);
  if (destination === 'apart') return 'apart';
  if (source === 'unknown' || destination === 'unknown') return 'unknown';
  if (source === destination || destination === 'equal') return source;
  return source === 'equal' ? destination : 'crossing';
}

function samePathway(a: Connection, b: Connection): boolean {
  return a.source.id === b.source.id && a.destination.id === b.destination.id;
}

function replacements(
  atStart: readonly Connection[],
  sets: TargetSets,
): Pick<ConnectionAnalysis, 'shadowed' | 'crossing'> {
  const reach = Math.max(20, Math.floor(PAIR_LIMIT / Math.max(1, atStart.length)));
  const shadowed: Replacement[] = [];
  const crossing: Replacement[] = [];
  atStart.forEach((earlier, index) => {
    const open = new Map(earlier.settings);
    for (const later of atStart.slice(index + 1, index + 1 + reach)) {
      if (open.size === 0) break;
      if (![...open.keys()].some((key) => later.settings.has(key))) continue;
      const relation = pathwayRelation(later, earlier, sets);
      if (relation === 'apart' || relation === 'unknown' || relation === 'inside') continue;
      for (const [key, earlierEntry] of open) {
        const laterEntry = later.settings.get(key);
        if (!laterEntry || isSame(key, earlierEntry, laterEntry)) continue;
        const replacement = { key, earlier, earlierEntry, later, laterEntry, relation };
        if (relation === 'crossing') {
          if (!isSettled(replacement, atStart.slice(index + 1, index + 1 + reach), sets)) crossing.push(replacement);
        } else shadowed.push(replacement);
        // What follows replaces the later value, not this one.
        open.delete(key);
      }
    }
  });
  return { shadowed, crossing };
}

function chainOf(
  { key, earlier, later }: Replacement,
  atStart: readonly Connection[],
  sets: TargetSets,
): readonly ChainLink[] {
  const others: ChainLink[] = [];
  const both: ChainLink[] = [];
  for (const connection of atStart) {
    const entry = connection.settings.get(key);
    if (!entry) continue;
    if (connection === earlier || connection === later) both.push({ connection, entry });
    else if (others.length < CHAIN_LIMIT && [earlier, later].some((each) => meet(connection, each, sets)))
      others.push({ connection, entry });
  }
  return [...others, ...both].sort((a, b) => a.entry.start - b.entry.start);
}

/** Whether two blocks surely have synapses in common. */
function meet(a: Connection, b: Connection, sets: TargetSets): boolean {
  const relation = pathwayRelation(a, b, sets);
  return relation !== 'apart' && relation !== 'unknown';
}

/** Whether a block after both says what holds exactly where they meet. */
function isSettled({ key, earlier, later }: Replacement, following: readonly Connection[], sets: TargetSets): boolean {
  const both = [earlier, later];
  const covers = (third: Connection, end: 'source' | 'destination'): boolean =>
    both.some((each) => ['equal', 'contains'].includes(sets.relation(third[end], each[end])));
  return following
    .slice(following.indexOf(later) + 1)
    .some(
      (third) =>
        third.settings.has(key) &&
        both.every((each) => pathwayRelation(third, each, sets) === 'inside') &&
        covers(third, 'source') &&
        covers(third, 'destination'),
    );
}

/** Whether nothing changes. */
function isSame(key: string, a: Entry, b: Entry): boolean {
  const before = a.value?.text ?? '';
  const after = b.value?.text ?? '';
  if (before === after) return true;
  if (key === 'ModOverride') return false;
  const number = parseFloat(after);
  // A transmission delay of 0 is none at all.
  return number === parseFloat(before) || (key === 'SynDelayOverride' && number === 0);
}

function zeroWeights(
  connections: readonly Connection[],
  sets: TargetSets,
): Pick<ConnectionAnalysis, 'zeroWeights' | 'delayedWithoutZero'> {
  const zeros = connections.filter(({ delay, weight }) => delay === 0 && weight === 0);
  const delayed = connections.filter(({ delay }) => delay > 0);
  if (zeros.length * connections.length > PAIR_LIMIT) return { zeroWeights: [], delayedWithoutZero: [] };
  const overriding = new Set<Connection>();
  const found = zeros.flatMap((connection): ZeroWeight[] => {
    const weight = connection.settings.get('Weight');
    if (!weight) return [];
    const concerned = delayed.flatMap((each) => {
      const relation = pathwayRelation(each, connection, sets);
      if (relation !== 'apart') overriding.add(each);
      return relation === 'apart' ? [] : [{ each, relation }];
    });
    const after = connections.slice(connections.indexOf(connection) + 1);
    const raised = after.filter((each) => each.delay === 0 && each.weight !== undefined && each.weight !== 0);
    return [
      {
        connection,
        weight,
        delayed: concerned.flatMap(({ each, relation }) => (relation === 'unknown' ? [] : [each])),
        fullyOverridden: [...delayed, ...after].some((each) => samePathway(each, connection)),
        maybeOverridden:
          concerned.length > 0 || raised.some((each) => pathwayRelation(each, connection, sets) !== 'apart'),
      },
    ];
  });
  return { zeroWeights: found, delayedWithoutZero: delayed.filter((each) => !overriding.has(each)) };
}
