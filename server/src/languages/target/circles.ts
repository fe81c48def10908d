/** Targets that contain themselves, found in one walk over the names of a scope; never followed twice. */
import type { Scope } from '../../workspace/scope';
import { memberNames } from './lookup';

/** Names that contain each other; a single one contains itself. */
export interface Knot {
  readonly names: ReadonlySet<string>;
}

const NO_NAMES: readonly string[] = [];

const known = new WeakMap<Scope, readonly Knot[]>();

/** All knots of a scope: sets of targets of which each leads to each. */
export function knotsOf(scope: Scope): readonly Knot[] {
  let knots = known.get(scope);
  if (!knots) {
    knots = new KnotSearch(scope).run();
    known.set(scope, knots);
  }
  return knots;
}

/** The shortest way from a target of a knot back to itself: `[a, b, a]`. */
export function circleThrough(scope: Scope, { names }: Knot, start: string): readonly string[] {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const name of queue) {
    for (const next of namesIn(scope, name)) {
      if (next === start) return wayBack(cameFrom, start, name);
      if (!names.has(next) || cameFrom.has(next)) continue;
      cameFrom.set(next, name);
      queue.push(next);
    }
  }
  return [start, start];
}

function wayBack(cameFrom: ReadonlyMap<string, string>, start: string, last: string): string[] {
  const way = [start];
  for (let at: string | undefined = last; at !== undefined && at !== start; at = cameFrom.get(at)) way.push(at);
  return [...way, start].reverse();
}

function namesIn(scope: Scope, name: string): ReadonlySet<string> | readonly string[] {
  const content = scope.find('target', name)[0]?.content;
  return content ? memberNames(content) : NO_NAMES;
}

interface Visit {
  readonly name: string;
  readonly next: Iterator<string, undefined>;
}

/** Strongly connected components after Tarjan, with a stack of its own: chains may be deeper than the call stack. */
class KnotSearch {
  readonly #scope: Scope;
  readonly #defined: ReadonlySet<string>;
  readonly #order = new Map<string, number>();
  readonly #lowest = new Map<string, number>();
  readonly #open: string[] = [];
  readonly #isOpen = new Set<string>();
  readonly #visits: Visit[] = [];
  readonly #selfContained = new Set<string>();
  readonly #knots: Knot[] = [];

  constructor(scope: Scope) {
    this.#scope = scope;
    this.#defined = new Set(scope.names('target'));
  }

  run(): readonly Knot[] {
    for (const name of this.#defined) {
      if (!this.#order.has(name)) this.#enter(name);
      for (let visit = this.#visits.at(-1); visit; visit = this.#visits.at(-1)) this.#step(visit);
    }
    return this.#knots;
  }

  #enter(name: string): void {
    this.#lowest.set(name, this.#order.size);
    this.#order.set(name, this.#order.size);
    this.#open.push(name);
    this.#isOpen.add(name);
    this.#visits.push({ name, next: namesIn(this.#scope, name)[Symbol.iterator]() });
  }

  #step({ name, next }: Visit): void {
    const { done, value } = next.next();
    if (done) this.#leave(name);
    else if (!this.#defined.has(value)) return;
    else if (value === name) this.#selfContained.add(name);
    else if (!this.#order.has(value)) this.#enter(value);
    else if (this.#isOpen.has(value)) this.#lower(name, this.#order.get(value) ?? 0);
  }

  #leave(name: string): void {
    this.#visits.pop();
    const lowest = this.#lowest.get(name) ?? 0;
    const parent = this.#visits.at(-1);
    if (parent) this.#lower(parent.name, lowest);
    if (lowest !== this.#order.get(name)) return;
    const names = this.#open.splice(this.#open.lastIndexOf(name));
    for (const each of names) this.#isOpen.delete(each);
    if (names.length > 1) this.#knots.push({ names: new Set(names) });
    for (const each of names) if (this.#selfContained.has(each)) this.#knots.push({ names: new Set([each]) });
  }

  #lower(name: string, order: number): void {
    this.#lowest.set(name, Math.min(this.#lowest.get(name) ?? order, order));
  }
}
