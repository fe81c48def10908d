/** The samples of an SWC as they are written, for what the reader's morphology does not hold: ids and parents. */
import { HAS_PARENT, type Samples } from '../../../../../formats/morphology/swc/samples';
import { scanSamples } from '../../../../../formats/morphology/swc/scan';
import type { Word } from '../../../../../formats/text/span';
import type { MorphologyTree } from '../tree';

export const ID_COLUMN = 0;
export const TYPE_COLUMN = 1;
export const RADIUS_COLUMN = 5;
export const PARENT_COLUMN = 6;

const known = new WeakMap<MorphologyTree, Samples>();

function samplesOf(tree: MorphologyTree): Samples {
  let samples = known.get(tree);
  if (!samples) {
    samples = scanSamples(tree.bytes, 0).samples;
    known.set(tree, samples);
  }
  return samples;
}

/** 0-based line of the first sample with an id; undefined where there is none. */
export function lineOfId(tree: MorphologyTree, id: number): number | undefined {
  const samples = samplesOf(tree);
  const index = samples.ids.subarray(0, samples.count).indexOf(id);
  return index < 0 ? undefined : lineOf(tree, samples, index);
}

/** How many samples have a parent. */
export function childCount(tree: MorphologyTree, parent: number): number {
  return childrenOf(samplesOf(tree), parent).length;
}

/** 0-based lines of the samples with a parent, ascending. */
export function linesOfChildren(tree: MorphologyTree, parent: number): readonly number[] {
  const samples = samplesOf(tree);
  return childrenOf(samples, parent).map((index) => lineOf(tree, samples, index));
}

function childrenOf({ count, parents, flags }: Samples, parent: number): number[] {
  const found: number[] = [];
  for (let index = 0; index < count; index++) {
    if (parents[index] === parent && ((flags[index] ?? 0) & HAS_PARENT) !== 0) found.push(index);
  }
  return found;
}

function lineOf({ lines, offsets }: MorphologyTree, { starts }: Samples, index: number): number {
  return lines.lineOf(offsets.offsetOf(starts[index] ?? 0));
}

const HASH = 35;

/** The seven columns of a line, as far as they are there; none in comments. */
export function columnsOf({ text, lines }: MorphologyTree, line: number): readonly Word[] {
  const columns: Word[] = [];
  const end = lines.lineEnd(line);
  for (let at = lines.lineStart(line); columns.length <= PARENT_COLUMN;) {
    while (at < end && isBlank(text, at)) at++;
    if (at >= end || (columns.length === 0 && text.charCodeAt(at) === HASH)) break;
    const start = at;
    while (at < end && !isBlank(text, at)) at++;
    columns.push({ start, end: at, text: text.slice(start, at) });
  }
  return columns;
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 9 || code === 13;
}
