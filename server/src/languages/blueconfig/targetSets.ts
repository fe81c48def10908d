/** How the cells of two targets lie to each other. */
import { gidOf } from '../../../../formats/target/model';
import type { Word } from '../../../../formats/text/span';
import type { Scope } from '../../workspace/scope';
import { targetReference } from './values';

/**
 * Of a to b: `inside`: all of a is in b and b has more; `contains`: the other way round; `crossing`: they share some and
 * each has others; `apart`: none in common; `unknown`: cannot be told from the files that are here.
 */
export type Relation = 'equal' | 'inside' | 'contains' | 'crossing' | 'apart' | 'unknown';

/** A target of a config as neurodamus compares them. Source: neurodamus/target_manager.py, TargetSpec. */
export interface TargetSpec {
  /** Equal for equal targets. */
  readonly id: string;
  readonly population: string | undefined;
  /** `Mosaic` where all is meant. */
  readonly name: string;
}

/** Stands for every cell, as does no name at all. */
const FULL = 'Mosaic';

/** Cells looked at for a scope before the rest counts as unknown: some tenths of a second. */
const BUDGET = 50_000_000;

/** undefined where the value is no target: more than one colon. */
export function targetSpec(value: Word): TargetSpec | undefined {
  const { population, target } = targetReference(value);
  if (target.text.includes(':')) return undefined;
  const name = target.text || FULL;
  return { id: `${population?.text ?? ''}:${name}`, population: population?.text, name };
}

/** Compares targets of a scope, each pair once. */
export class TargetSets {
  readonly #scope: Scope;
  readonly #relations = new Map<string, Map<string, Relation>>();
  readonly #cells = new Map<string, Uint32Array | undefined>();
  #budget = BUDGET;

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  relation(a: TargetSpec, b: TargetSpec): Relation {
    if (a.id === b.id) return 'equal';
    const known = this.#relations.get(a.id) ?? new Map<string, Relation>();
    this.#relations.set(a.id, known);
    let relation = known.get(b.id);
    if (!relation) {
      relation = this.#compare(a, b);
      known.set(b.id, relation);
    }
    return relation;
  }

  #compare(a: TargetSpec, b: TargetSpec): Relation {
    // A target without population may be of the very population that the other one names.
    if (a.population !== b.population) return a.population && b.population ? 'apart' : 'unknown';
    const cellsOfA = this.#cellsOf(a);
    const cellsOfB = this.#cellsOf(b);
    const bySets = cellsOfA && cellsOfB ? this.#compareCells(cellsOfA, cellsOfB) : 'unknown';
    if (a.name !== FULL && b.name !== FULL) return bySets;
    // The simulator takes Mosaic for everything without a look at its cells.
    if (bySets === 'apart' || bySets === 'crossing') return 'unknown';
    if (bySets !== 'unknown') return bySets;
    return a.name === FULL ? 'contains' : 'inside';
  }

  /** undefined where they are not all known; a target without cells says nothing either. */
  #cellsOf({ name }: TargetSpec): Uint32Array | undefined {
    if (this.#cells.has(name)) return this.#cells.get(name);
    const cells = this.#resolve(name);
    this.#cells.set(name, cells);
    return cells;
  }

  #resolve(name: string): Uint32Array | undefined {
    const gid = gidOf(name);
    if (gid !== undefined) return Uint32Array.of(gid);
    const { cells, undefinedNames, cycle } = this.#scope.resolve(name);
    return undefinedNames.length > 0 || cycle || cells.length === 0 ? undefined : cells;
  }

  #compareCells(a: Uint32Array, b: Uint32Array): Relation {
    let inA = 0;
    let inB = 0;
    let both = false;
    let onlyA = false;
    let onlyB = false;
    while (inA < a.length && inB < b.length && !(both && onlyA && onlyB)) {
      if (this.#budget-- <= 0) return 'unknown';
      const difference = (a[inA] ?? 0) - (b[inB] ?? 0);
      if (difference < 0) {
        onlyA = true;
        inA++;
      } else if (difference > 0) {
        onlyB = true;
        inB++;
      } else {
        both = true;
        inA++;
        inB++;
      }
    }
    if (inA < a.length) onlyA = true;
    if (inB < b.length) onlyB = true;
    if (!both) return 'apart';
    if (onlyA) return onlyB ? 'crossing' : 'contains';
    return onlyB ? 'inside' : 'equal';
  }
}
