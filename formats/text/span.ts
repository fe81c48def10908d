/** A stretch of a text: UTF-16 offsets, `end` not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A word of a text, and where it stands. */
export interface Word extends Span {
  readonly text: string;
}

/** Whether an offset lies in a span or touches its end, as a cursor does. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** The span that holds an offset or ends at it, of spans that stand one after the other. */
export function spanAt<Item extends Span>(spans: readonly Item[], offset: number): Item | undefined {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (!span) return undefined;
    if (offset < span.start) high = middle - 1;
    else if (offset > span.end) low = middle + 1;
    else return span;
  }
  return undefined;
}
