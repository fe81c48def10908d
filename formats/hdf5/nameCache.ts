/** Names of the groups that were listed: views ask for one page after the other. */

/** So many names are kept. */
const NAME_LIMIT = 2_000_000;

interface Listed {
  readonly names: readonly string[];
  set?: ReadonlySet<string>;
}

export class NameCache {
  readonly #groups = new Map<string, Listed>();
  #count = 0;

  list(key: string, read: () => readonly string[]): readonly string[] {
    const before = this.#groups.get(key);
    if (before) {
      // The one that was used last stands last.
      this.#groups.delete(key);
      this.#groups.set(key, before);
      return before.names;
    }
    const names = read();
    this.#groups.set(key, { names });
    this.#count += names.length + 1;
    for (const [oldest, { names: old }] of this.#groups) {
      if (this.#count <= NAME_LIMIT || oldest === key) break;
      this.#groups.delete(oldest);
      this.#count -= old.length + 1;
    }
    return names;
  }

  /** Of a group that was just listed. */
  has(key: string, name: string): boolean {
    const listed = this.#groups.get(key);
    if (!listed) return false;
    listed.set ??= new Set(listed.names);
    return listed.set.has(name);
  }
}
