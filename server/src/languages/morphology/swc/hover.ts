import { pointAtLine } from '../../../../../formats/morphology/places';
import { sectionTypeTitle } from '../../../../../formats/morphology/sectionTypes';
import { inlineCode } from '../../../../../formats/text/markdown';
import { touches, type Word } from '../../../../../formats/text/span';
import type { FeatureContext, HoverContent } from '../../language';
import { placeText, width } from '../names';
import type { MorphologyTree } from '../tree';
import { COLUMNS } from './columns';
import { childCount, columnsOf, ID_COLUMN, lineOfId, PARENT_COLUMN, RADIUS_COLUMN, TYPE_COLUMN } from './samples';

/** The sample of a line, and what the column under the cursor means. */
export function hover({ document }: FeatureContext<MorphologyTree>, offset: number): HoverContent | undefined {
  const { tree, lines } = document;
  const line = lines.lineOf(offset);
  const columns = columnsOf(tree, line);
  const index = columns.findIndex((word) => touches(word, offset));
  const word = columns[index];
  const column = COLUMNS[index];
  if (!word || !column) return undefined;
  const markdown = [
    sampleText(tree, line, columns),
    `Column ${index + 1}: **${column.name}** ${inlineCode(word.text)} – ${column.meaning}${meaningOf(index, word)}`,
  ].join('\n\n');
  return { span: { start: word.start, end: word.end }, markdown };
}

function meaningOf(column: number, { text }: Word): string {
  const value = Number(text);
  return column === TYPE_COLUMN && Number.isInteger(value) && value >= 0 ? `; ${sectionTypeTitle(value)}` : '';
}

/** `sample 42 · basal dendrite · section 7 · order 3 · path distance 123.4 µm · radius 0.52 µm (diameter 1.04 µm) · parent 41 (line 44)` */
function sampleText(tree: MorphologyTree, line: number, columns: readonly Word[]): string {
  const radius = Number(columns[RADIUS_COLUMN]?.text ?? NaN);
  return [
    `**sample ${inlineCode(columns[ID_COLUMN]?.text ?? '')}**`,
    ...placeOf(tree, line, columns[TYPE_COLUMN]),
    ...(Number.isFinite(radius) ? [`radius ${width(radius)} (diameter ${width(2 * radius)})`] : []),
    ...relatives(tree, columns),
  ].join(' · ');
}

function placeOf({ reading }: MorphologyTree, line: number, type: Word | undefined): string[] {
  const { morphology } = reading;
  const found = morphology && pointAtLine(morphology, line);
  if (found && morphology.lines[found.point] === line) return [placeText(morphology, found.section, found.point)];
  // The soma is no section, and what was not read has none.
  const value = Number(type?.text ?? NaN);
  return Number.isInteger(value) && value >= 0 ? [sectionTypeTitle(value)] : [];
}

function relatives(tree: MorphologyTree, columns: readonly Word[]): string[] {
  const parent = Number(columns[PARENT_COLUMN]?.text ?? NaN);
  const children = childCount(tree, Number(columns[ID_COLUMN]?.text ?? NaN));
  const childText = children === 0 ? 'no children' : children === 1 ? '1 child' : `${children} children`;
  if (!Number.isInteger(parent)) return [childText];
  if (parent < 0) return ['no parent', childText];
  const line = lineOfId(tree, parent);
  return [`parent ${parent} (${line === undefined ? 'not in this file' : `line ${line + 1}`})`, childText];
}
