/** From a sample to its parent and its children: they name each other by ids in the first and the last column. */
import { touches, type Span } from '../../../../../formats/text/span';
import type { SourceDocument } from '../../../workspace/document';
import type { LinkedPlaces } from '../../language';
import type { MorphologyTree } from '../tree';
import { columnsOf, ID_COLUMN, lineOfId, linesOfChildren, PARENT_COLUMN } from './samples';

/** A soma may be the parent of many neurites; of no sample are there more uses to look at. */
const USES_LIMIT = 10_000;

export function linkedPlaces(
  { tree, lines }: SourceDocument<MorphologyTree>,
  offset: number,
): LinkedPlaces | undefined {
  const columns = columnsOf(tree, lines.lineOf(offset));
  const column = columns.findIndex((word) => touches(word, offset));
  if (column !== ID_COLUMN && column !== PARENT_COLUMN) return undefined;
  const id = Number(columns[column]?.text);
  if (!Number.isInteger(id) || id < 0) return undefined;
  const line = lineOfId(tree, id);
  return {
    definition: line === undefined ? undefined : columnOf(tree, line, ID_COLUMN),
    uses: linesOfChildren(tree, id)
      .slice(0, USES_LIMIT)
      .flatMap((each) => columnOf(tree, each, PARENT_COLUMN) ?? []),
  };
}

function columnOf(tree: MorphologyTree, line: number, column: number): Span | undefined {
  const word = columnsOf(tree, line)[column];
  return word && { start: word.start, end: word.end };
}
