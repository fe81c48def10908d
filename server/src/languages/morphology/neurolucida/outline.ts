import type { AscBlock, AscBlockKind } from '../../../../../formats/morphology/asc/outline';
import { grouped } from '../../../../../formats/text/counts';
import type { FoldingEntry, OutlineEntry } from '../../language';
import { counted, length, neuritesOf, type Neurite } from '../names';
import type { MorphologyTree } from '../tree';
import { outlineOf } from './blocks';

/** So many blocks are listed: a slice may have thousands of contours. */
const BLOCK_LIMIT = 2000;

const TITLES: Readonly<Record<AscBlockKind, string>> = {
  soma: 'soma',
  axon: 'axon',
  dendrite: 'basal dendrite',
  apical: 'apical dendrite',
  contour: 'contour',
  marker: 'marker',
  list: 'list',
};

/** The blocks in the order of the file; neurites with what was read of them. */
export function outline(tree: MorphologyTree): readonly OutlineEntry[] {
  const { morphology } = tree.reading;
  const neurites = morphology ? neuritesOf(morphology) : [];
  const counts = new Map<AscBlockKind, number>();
  let next = 0;
  return outlineOf(tree)
    .blocks.slice(0, BLOCK_LIMIT)
    .map((block) => {
      const number = (counts.get(block.kind) ?? 0) + 1;
      counts.set(block.kind, number);
      const last = tree.lines.lineOf(block.end);
      const first = tree.lines.lineOf(block.start);
      // Both stand in the order of the text.
      while ((neurites[next]?.firstLine ?? Infinity) < first) next++;
      const neurite = neurites[next];
      const isNeurite = block.kind === 'axon' || block.kind === 'dendrite' || block.kind === 'apical';
      const isRead = isNeurite && neurite !== undefined && neurite.lastLine <= last;
      if (isRead) next++;
      return entryOf(block, number, isRead ? neurite : undefined);
    });
}

function entryOf(block: AscBlock, number: number, neurite: Neurite | undefined): OutlineEntry {
  const { kind, name, start, end, nameRange, pointCount } = block;
  const isNamed = kind === 'contour' || kind === 'marker' || kind === 'list';
  const points = counted(pointCount, 'point');
  const details = [
    ...(isNamed && name !== '' && kind !== 'list' ? [TITLES[kind]] : []),
    ...(neurite ? [counted(neurite.sections, 'section')] : []),
    ...(kind === 'list' ? [] : [points]),
    ...(neurite ? [length(neurite.length)] : []),
  ];
  return {
    name: isNamed ? name || TITLES[kind] : kind === 'soma' ? TITLES[kind] : `${TITLES[kind]} ${grouped(number)}`,
    ...(details.length > 0 && { detail: details.join(' · ') }),
    kind: isNamed ? 'key' : 'section',
    range: { start, end },
    selection: nameRange,
    children: [],
  };
}

/** Blocks, their branches, and comments of several lines. */
export function folding(tree: MorphologyTree): readonly FoldingEntry[] {
  const { blocks, branches, comments } = outlineOf(tree);
  const isFolded = ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
    tree.lines.lineOf(start) < tree.lines.lineOf(end);
  return [
    ...[...blocks, ...branches]
      .filter(isFolded)
      .map(({ start, end }): FoldingEntry => ({ range: { start, end }, kind: 'region' })),
    ...comments.filter(isFolded).map((range): FoldingEntry => ({ range, kind: 'comment' })),
  ].sort((a, b) => a.range.start - b.range.start);
}
