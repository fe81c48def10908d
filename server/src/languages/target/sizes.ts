/** Numbers of cells for a list of targets, without the time that many large ones would take. */
import type { Scope } from '../../workspace/scope';
import { findTarget, memberNames } from './lookup';

/** What one list may cost: a gid counts 1, a target on the way 20. */
const BUDGET = 2_000_000;
const COST_OF_TARGET = 20;

/** Resolves targets as long as the budget lasts; after that only small ones. */
export class Sizes {
  readonly #scopes: readonly Scope[];
  #left = BUDGET;

  constructor(scopes: readonly Scope[]) {
    this.#scopes = scopes;
  }

  /** The cells of a target; undefined where it would take too long to count them. */
  of(name: string): number | undefined {
    const scope = this.#scopes.find((each) => each.find('target', name).length > 0);
    if (!scope) return undefined;
    const cost = this.#costOf(scope, name);
    this.#left -= Math.min(cost, this.#left);
    return this.#left > 0 ? scope.resolve(name).cells.length : undefined;
  }

  #costOf(scope: Scope, start: string): number {
    const seen = new Set([start]);
    let cost = 0;
    for (const name of seen) {
      const content = findTarget([scope], name)?.content;
      if (!content) continue;
      cost += COST_OF_TARGET + content.body.gids.length;
      if (cost >= this.#left) return cost;
      for (const each of memberNames(content)) seen.add(each);
    }
    return cost;
  }
}
