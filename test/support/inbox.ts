/** What arrived, in order; whoever waits takes the first thing that he wants, come or to come. */
export class Inbox<Item> {
  readonly #items: Item[] = [];
  readonly #waiting: {
    readonly wanted: (item: Item) => boolean;
    readonly take: (item: Item) => void;
    readonly giveUp: (error: Error) => void;
  }[] = [];
  #closed: Error | undefined;
  /** How many ever arrived. */
  count = 0;

  push(item: Item): void {
    this.count++;
    const at = this.#waiting.findIndex(({ wanted }) => wanted(item));
    if (at < 0) this.#items.push(item);
    else this.#waiting.splice(at, 1)[0]?.take(item);
  }

  next(wanted: (item: Item) => boolean = () => true): Promise<Item> {
    const at = this.#items.findIndex(wanted);
    if (at >= 0) return Promise.resolve(this.#items.splice(at, 1)[0] as Item);
    if (this.#closed) return Promise.reject(this.#closed);
    return new Promise((take, giveUp) => this.#waiting.push({ wanted, take, giveUp }));
  }

  /** Nothing more will come. */
  close(reason: Error): void {
    this.#closed = reason;
    for (const { giveUp } of this.#waiting.splice(0)) giveUp(reason);
  }
}
