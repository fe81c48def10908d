import type { LineIndex } from '../../../formats/text/lines';
import type { Span } from '../../../formats/text/span';
import type { Finding } from './rule';
import { clipped } from './wording';

/** No rule lists more places than this in a file; the last one says how many more there are. */
export const PLACES_LIMIT = 50;

/** A net below the rules, which cut the words that they name: an editor shows no longer message. */
const MESSAGE_LIMIT = 1000;

/** So many are gathered before those beyond the limit are dropped. */
const GATHERED = 20 * PLACES_LIMIT;

interface Place {
  readonly start: number;
  readonly make: () => Finding;
}

/** What a rule finds in a file: the first places, and a count of the others, of which there may be a million. */
export class Findings {
  #places: Place[] = [];
  #count = 0;
  /** Places from here on are counted only: the list is full of earlier ones. */
  #full = Infinity;

  add(finding: Finding): void {
    this.#count += finding.further ?? 0;
    this.addAt(finding.span, () => finding);
  }

  /** What is said of a place is made only if it is shown. */
  addAt({ start }: Span, make: () => Finding): void {
    this.#count++;
    if (start >= this.#full) return;
    this.#places.push({ start, make });
    if (this.#places.length >= GATHERED) this.#drop();
  }

  shown(lines: LineIndex): readonly Finding[] {
    const isAll = this.#count <= PLACES_LIMIT;
    if (!isAll) this.#drop();
    const shown = this.#places.map(({ make }) => withShortWords(make()));
    const last = shown.at(-1);
    if (isAll || !last) return shown;
    const line = lines.lineOf(last.span.start) + 1;
    const ending = ` (${this.#count - shown.length} more below line ${line})`;
    shown[shown.length - 1] = { ...last, message: clipped(last.message, MESSAGE_LIMIT - ending.length) + ending };
    return shown;
  }

  #drop(): void {
    this.#places = this.#places.sort((a, b) => a.start - b.start).slice(0, PLACES_LIMIT);
    if (this.#places.length === PLACES_LIMIT) this.#full = this.#places.at(-1)?.start ?? Infinity;
  }
}

function withShortWords(finding: Finding): Finding {
  const { message, related, fixes } = finding;
  return {
    ...finding,
    message: clipped(message, MESSAGE_LIMIT),
    ...(related && { related: related.map((each) => ({ ...each, message: clipped(each.message, MESSAGE_LIMIT) })) }),
    ...(fixes && { fixes: () => fixes().map((fix) => ({ ...fix, title: clipped(fix.title, MESSAGE_LIMIT) })) }),
  };
}
