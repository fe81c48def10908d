/** The syntax tree of a `.target` file. A value of one file; any text has one. */
import type { TargetBody, TargetType } from '../../../../formats/target/model';
import { spanAt, type Span, type Word } from '../../../../formats/text/span';

export interface Target extends Span {
  /** `Target`, or a near miss as `target`. */
  readonly keyword: Word;
  readonly type: Word | undefined;
  readonly name: Word | undefined;
  /** Words between the name and the brace. */
  readonly extra: readonly Word[];
  /** From the keyword to the last word before the brace. */
  readonly header: Span;
  readonly open: Span | undefined;
  /** The closing brace; absent where it is missing. */
  readonly close: Span | undefined;
  /** What `type` says; Cell where it says nothing known. */
  readonly targetType: TargetType;
  /** Between the braces; what {@link body} counts from. */
  readonly inside: Span;
  readonly body: TargetBody;
}

/** Braces that belong to no header. All readers pass over them. */
export interface Orphan extends Span {
  /** The line of text before the brace. */
  readonly line?: Word;
}

export interface TargetTree extends Span {
  readonly targets: readonly Target[];
  /** Comments outside bodies. */
  readonly comments: readonly Span[];
  readonly orphans: readonly Orphan[];
  /** Bodies by type and text, so that an edit reads only the body that it changed. */
  readonly bodies: ReadonlyMap<string, TargetBody>;
}

/** Moves a place of a body to where it stands in the file. */
export function placed<T extends Span>(target: Target, span: T): T {
  return { ...span, ...placedSpan(target, span) };
}

/** {@link placed} of which only the place is wanted. */
export function placedSpan({ inside }: Target, { start, end }: Span): Span {
  return { start: start + inside.start, end: end + inside.start };
}

export function targetAt(tree: TargetTree, offset: number): Target | undefined {
  return spanAt(tree.targets, offset);
}
