import { LineIndex } from '../../../../formats/text/lines';
import type { Span } from '../../../../formats/text/span';
import type { FoldingEntry, OutlineEntry } from '../language';
import { keySchema, sectionSchema } from './schema';
import { nameOf, type Block, type BlueConfigTree, type Entry } from './tree';

/** Values are cut here: an outline is narrow. */
const VALUE_LIMIT = 60;

/** Blocks by their names, with their keys; disabled blocks are not there. */
export function outline(tree: BlueConfigTree): readonly OutlineEntry[] {
  return tree.blocks.map(blockEntry);
}

function blockEntry(block: Block): OutlineEntry {
  const { type } = block.header;
  const name = nameOf(block);
  const deprecated = sectionSchema(type.text)?.deprecated !== undefined;
  return {
    name: name?.text ?? type.text,
    ...(name && { detail: type.text }),
    kind: 'section',
    range: spanOf(block),
    selection: spanOf(name ?? type),
    ...(deprecated && { deprecated }),
    children: block.entries.map((entry) => keyEntry(block, entry)),
  };
}

function keyEntry(block: Block, entry: Entry): OutlineEntry {
  const value = entry.value?.text ?? '';
  const deprecated = keySchema(block.header.type.text, entry.key.text)?.deprecated !== undefined;
  return {
    name: entry.key.text,
    ...(value !== '' && { detail: value.length > VALUE_LIMIT ? `${value.slice(0, VALUE_LIMIT)}…` : value }),
    kind: 'key',
    range: spanOf(entry),
    selection: spanOf(entry.key),
    ...(deprecated && { deprecated }),
    children: [],
  };
}

/** Blocks from header to closing brace, disabled ones from their comment, and comments of several lines. */
export function folding(tree: BlueConfigTree, text: string): readonly FoldingEntry[] {
  const lines = new LineIndex(text);
  const isFoldable = ({ start, end }: Span): boolean => lines.lineOf(start) < lines.lineOf(end);
  const regions = [...tree.blocks, ...tree.disabled].filter(isFoldable);
  return [
    ...regions.map((region): FoldingEntry => ({ range: spanOf(region), kind: 'region' })),
    ...commentRuns(tree, lines).map((range): FoldingEntry => ({ range, kind: 'comment' })),
  ].sort((a, b) => a.range.start - b.range.start);
}

/** Comments on lines that follow one another, two or more. */
function commentRuns(tree: BlueConfigTree, lines: LineIndex): Span[] {
  const runs: { start: number; end: number; first: number; last: number }[] = [];
  for (const { start, end } of [...tree.comments].sort((a, b) => a.start - b.start)) {
    const line = lines.lineOf(start);
    const run = runs.at(-1);
    if (run && run.last + 1 === line) {
      run.end = end;
      run.last = line;
    } else runs.push({ start, end, first: line, last: line });
  }
  return runs.filter(({ first, last }) => first < last).map(spanOf);
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
