/** The syntax tree of a BlueConfig or CircuitConfig. A value of one file; any text has one. */
import { spanAt, type Span, type Word } from '../../../../formats/text/span';

export interface Value extends Word {
  /** All of the line after the key, inline comment included: what neurodamus' HOC reader keeps. */
  readonly raw: Word;
  /** From `#` to the end of the line; absent where there is no inline comment. */
  readonly inlineComment?: Span;
}

export interface Entry extends Span {
  readonly key: Word;
  readonly value?: Value;
}

export interface Header extends Span {
  readonly type: Word;
  /** What follows the type: one name in a sound file. */
  readonly names: readonly Word[];
}

export interface Block extends Span {
  readonly header: Header;
  readonly entries: readonly Entry[];
  /** The opening brace; absent where it is missing. */
  readonly open?: Span;
  /** The opening brace stands at the end of the header line. */
  readonly braceOnHeader: boolean;
  /** Blank lines and comments between the header and its brace. */
  readonly gap?: Span;
  /** The closing brace; absent where the block is not closed. */
  readonly close?: Span;
  /** The `}` behind the last value where the closing brace is missing. The value ends before it. */
  readonly braceInValue?: Span;
}

/** A block that a comment above its brace switches off. */
export interface DisabledBlock extends Span {
  readonly comment: Span;
  /** `Report soma` of `#Report soma`; absent where the comment is a mere remark. */
  readonly header?: string;
  readonly open: Span;
  readonly close?: Span;
}

export interface BlueConfigTree extends Span {
  /** In the order of the text; none reaches into another. */
  readonly blocks: readonly Block[];
  readonly disabled: readonly DisabledBlock[];
  /** Whole-line comments, those inside blocks included; not those of disabled blocks. */
  readonly comments: readonly Span[];
  /** Runs of lines that belong to no block: text, braces. */
  readonly stray: readonly Span[];
}

const firstEntries = new WeakMap<Block, ReadonlyMap<string, Entry>>();

/** The first entry of a key. Every entry of a block may ask for others: the block is gone through once. */
export function entryOf(block: Block, key: string): Entry | undefined {
  let entries = firstEntries.get(block);
  if (!entries) {
    entries = new Map([...block.entries].reverse().map((entry) => [entry.key.text, entry]));
    firstEntries.set(block, entries);
  }
  return entries.get(key);
}

export function valueOf(block: Block, key: string): Value | undefined {
  return entryOf(block, key)?.value;
}

export function blocksOf(tree: BlueConfigTree, type: string): readonly Block[] {
  return tree.blocks.filter((block) => block.header.type.text === type);
}

export function nameOf(block: Block): Word | undefined {
  return block.header.names[0];
}

/** The first `Run` block, whatever its name. */
export function runBlock(tree: BlueConfigTree): Block | undefined {
  return blocksOf(tree, 'Run')[0];
}

export function blockAt(tree: BlueConfigTree, offset: number): Block | undefined {
  return spanAt(tree.blocks, offset);
}
