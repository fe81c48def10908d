/** A list of numbers that grows; a JavaScript array would take several times the space. */
export class GrowingList {
  #values: Uint32Array;
  #length = 0;

  constructor(capacity = 16) {
    this.#values = new Uint32Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Uint32Array(Math.max(16, this.#values.length * 2));
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  /** Its values in an array of their own, just large enough. */
  toArray(): Uint32Array {
    return this.#values.slice(0, this.#length);
  }

  toBytes(): Uint8Array {
    return Uint8Array.from(this.#values.subarray(0, this.#length));
  }
}
