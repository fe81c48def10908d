/** What can be mended in a morphology without knowing the cell. */
import type { MorphologyProblem } from '../../../../formats/morphology/problem';
import { APICAL_DENDRITE, AXON, BASAL_DENDRITE, sectionTypeTitle } from '../../../../formats/morphology/sectionTypes';
import { lineBreakOf, skipBlanksBack } from '../../../../formats/text/layout';
import type { Span } from '../../../../formats/text/span';
import { lineFeedFix } from '../../diagnostics/lineEndings';
import type { Fix } from '../../diagnostics/rule';
import { quoted } from '../../diagnostics/wording';
import type { MorphologyTree } from './tree';

type MakeFixes = (tree: MorphologyTree, span: Span) => readonly Fix[];

const FIXES: ReadonlyMap<string, MakeFixes> = new Map<string, MakeFixes>([
  ['morph/carriage-returns', ({ text }) => [lineFeedFix(text)]],
  ['morph/byte-order-mark', byteOrderMark],
  ['morph/unsupported-section-type', sectionType],
  ['morph/split-number', wholeNumber],
  ['morph/lost-text', lineBreak],
  ['morph/trailing-text', strayParentheses],
]);

export function fixesOf(tree: MorphologyTree, { code }: MorphologyProblem, span: Span): readonly Fix[] {
  return FIXES.get(code)?.(tree, span) ?? [];
}

function byteOrderMark({ text }: MorphologyTree): Fix[] {
  if (!text.startsWith('\ufeff')) return [];
  const changes = [{ span: { start: 0, end: 1 }, newText: '' }];
  return [{ title: 'Remove the byte order mark', changes, preferred: true, safe: true }];
}

/** Which of them it is, nobody but the tracer knows. */
function sectionType({ format, text }: MorphologyTree, span: Span): Fix[] {
  if (format !== 'swc' || !/^[-+]?\d+$/.test(text.slice(span.start, span.end))) return [];
  return [AXON, BASAL_DENDRITE, APICAL_DENDRITE].map((type) => ({
    title: `Change the type to ${type} (${sectionTypeTitle(type)})`,
    changes: [{ span, newText: String(type) }],
  }));
}

/** `3.0` where a whole number stands. */
function wholeNumber({ text }: MorphologyTree, span: Span): Fix[] {
  const whole = /^([-+]?\d+)\.0*$/.exec(text.slice(span.start, span.end))?.[1];
  if (whole === undefined) return [];
  return [{ title: `Change to ${quoted(whole)}`, changes: [{ span, newText: whole }], preferred: true }];
}

function lineBreak({ text }: MorphologyTree, { start }: Span): Fix[] {
  const change = { span: { start: skipBlanksBack(text, start), end: start }, newText: lineBreakOf(text) };
  return [{ title: 'Begin a new line here', changes: [change], preferred: true }];
}

function strayParentheses({ text }: MorphologyTree, span: Span): Fix[] {
  const stray = text.slice(span.start, span.end);
  if (!/^\)+$/.test(stray)) return [];
  return [{ title: `Remove ${quoted(stray)}`, changes: [{ span, newText: '' }] }];
}
