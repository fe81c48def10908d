import type { Morphology } from '../../../../../formats/morphology/model';
import { firstOwnPoint } from '../../../../../formats/morphology/places';
import type { Span } from '../../../../../formats/text/span';
import type { FeatureContext, HoverContent } from '../../language';
import { placeText, width } from '../names';
import type { MorphologyTree } from '../tree';

/** The numbers of a point, at most with the name of its slice. */
const POINT = /\(\s*[-+]?\d[^()"|;]*\)/g;

/** A longer line is no line of points that somebody reads. */
const LINE_LIMIT = 10_000;

/** The point under the cursor. */
export function hover({ document }: FeatureContext<MorphologyTree>, offset: number): HoverContent | undefined {
  const { tree, lines, text } = document;
  const { morphology } = tree.reading;
  const line = lines.lineOf(offset);
  const start = lines.lineStart(line);
  if (!morphology || lines.lineEnd(line) - start > LINE_LIMIT) return undefined;
  const groups = pointsOf(text.slice(start, lines.lineEnd(line)), start);
  const index = groups.findIndex((group) => group.start <= offset && offset <= group.end);
  const group = groups[index];
  const markdown = group && pointText(morphology, line, index, groups.length);
  return group && markdown !== undefined ? { span: group, markdown } : undefined;
}

function pointsOf(line: string, start: number): Span[] {
  const comment = /^(?:[^";]|"[^"]*")*;/.exec(line)?.[0].length;
  const code = comment === undefined ? line : line.slice(0, comment - 1);
  return [...code.matchAll(POINT)].map(({ 0: found, index }) => ({
    start: start + index,
    end: start + index + found.length,
  }));
}

/** Points of a line are told apart by their order: nothing is said where the line has others than the morphology. */
function pointText(morphology: Morphology, line: number, index: number, count: number): string | undefined {
  const { diameters, soma } = morphology;
  const points = pointsAt(morphology, line);
  const found = points[index];
  if (found && points.length === count) {
    const place = placeText(morphology, found.section, found.point);
    return `**point** · ${place} · ${diameterText(diameters[found.point])}`;
  }
  const somaPoint = soma.lines.indexOf(line) + index;
  if (soma.lines[somaPoint] === line && points.length === 0) {
    return `**soma** · point ${somaPoint + 1} of ${soma.lines.length} · ${diameterText(soma.diameters[somaPoint])}`;
  }
  return undefined;
}

function diameterText(diameter = NaN): string {
  return `diameter ${width(diameter)} (radius ${width(diameter / 2)})`;
}

/** Those that the file gives on a line. */
function pointsAt(morphology: Morphology, line: number): { readonly section: number; readonly point: number }[] {
  const { lines, sections } = morphology;
  const found: { section: number; point: number }[] = [];
  for (let section = 0; section < sections.count; section++) {
    const end = sections.offsets[section + 1] ?? 0;
    for (let point = firstOwnPoint(morphology, section); point < end; point++) {
      if (lines[point] === line) found.push({ section, point });
    }
  }
  return found;
}
