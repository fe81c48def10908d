/** A value that tells when it changes. */
export interface Observable<Value> {
  readonly value: Value;
  /** Calls back after each change; the answer ends it. */
  subscribe(listener: (value: Value, before: Value) => void): () => void;
}

export class Observed<Value> implements Observable<Value> {
  #value: Value;
  readonly #listeners = new Set<(value: Value, before: Value) => void>();

  constructor(value: Value) {
    this.#value = value;
  }

  get value(): Value {
    return this.#value;
  }

  set(value: Value): void {
    const before = this.#value;
    if (Object.is(before, value)) return;
    this.#value = value;
    for (const listener of [...this.#listeners]) listener(value, before);
  }

  subscribe(listener: (value: Value, before: Value) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
