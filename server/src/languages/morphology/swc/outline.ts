import type { Morphology } from '../../../../../formats/morphology/model';
import { sectionTypeTitle } from '../../../../../formats/morphology/sectionTypes';
import type { Span } from '../../../../../formats/text/span';
import type { FoldingEntry, OutlineEntry } from '../../language';
import { counted, length, neuritesOf, type Neurite } from '../names';
import type { MorphologyTree } from '../tree';
import { commentsOf } from './comments';

/** So many neurites of a type are listed: a cell has some tens. */
const NEURITE_LIMIT = 500;

/** The soma, then the neurites by type in the order in which the types come. */
export function outline(tree: MorphologyTree): readonly OutlineEntry[] {
  const { morphology } = tree.reading;
  if (!morphology) return [];
  const byType = new Map<number, Neurite[]>();
  for (const neurite of neuritesOf(morphology)) {
    const same = byType.get(neurite.type);
    if (same) same.push(neurite);
    else byType.set(neurite.type, [neurite]);
  }
  return [
    ...somaEntry(tree, morphology),
    ...[...byType].map(([type, neurites]) => typeEntry(tree, sectionTypeTitle(type, morphology.family), neurites)),
  ];
}

function somaEntry(tree: MorphologyTree, { soma }: Morphology): OutlineEntry[] {
  if (soma.lines.length === 0) return [];
  let first = Infinity;
  let last = 0;
  for (const line of soma.lines) {
    first = Math.min(first, line);
    last = Math.max(last, line);
  }
  const detail = counted(soma.lines.length, 'sample');
  const selection = tree.wordsOfLine(first);
  return [{ name: 'soma', detail, kind: 'section', range: linesSpan(tree, first, last), selection, children: [] }];
}

function typeEntry(tree: MorphologyTree, title: string, neurites: readonly Neurite[]): OutlineEntry {
  const points = sum(neurites, (neurite) => neurite.points);
  const total = length(sum(neurites, (neurite) => neurite.length));
  const first = neurites.reduce((line, neurite) => Math.min(line, neurite.firstLine), Infinity);
  const last = neurites.reduce((line, neurite) => Math.max(line, neurite.lastLine), 0);
  return {
    name: title,
    detail: `${counted(neurites.length, 'neurite')} · ${counted(points, 'sample')} · ${total}`,
    kind: 'section',
    range: linesSpan(tree, first, last),
    selection: tree.wordsOfLine(first),
    children: neurites.slice(0, NEURITE_LIMIT).map((neurite, index): OutlineEntry => ({
      name: `${title} ${index + 1}`,
      detail: `${counted(neurite.sections, 'section')} · ${counted(neurite.points, 'sample')} · ${length(neurite.length)}`,
      kind: 'key',
      range: linesSpan(tree, neurite.firstLine, neurite.lastLine),
      selection: tree.wordsOfLine(neurite.firstLine),
      children: [],
    })),
  };
}

function sum(neurites: readonly Neurite[], value: (neurite: Neurite) => number): number {
  return neurites.reduce((total, neurite) => total + value(neurite), 0);
}

function linesSpan(tree: MorphologyTree, first: number, last: number): Span {
  return { start: tree.wordsOfLine(first).start, end: tree.wordsOfLine(last).end };
}

/** Comments on lines that follow each other, as the header. */
export function folding(tree: MorphologyTree): readonly FoldingEntry[] {
  const runs: { start: number; end: number; lastLine: number; count: number }[] = [];
  for (const { start, end } of commentsOf(tree)) {
    const line = tree.lines.lineOf(start);
    const run = runs.at(-1);
    if (run?.lastLine === line - 1) {
      run.end = end;
      run.lastLine = line;
      run.count++;
    } else runs.push({ start, end, lastLine: line, count: 1 });
  }
  return runs
    .filter(({ count }) => count > 1)
    .map(({ start, end }): FoldingEntry => ({ range: { start, end }, kind: 'comment' }));
}
