/** Views that would read too much show a slice first, and say so. */
import { button, element } from '../../common/dom';
import { formatCount } from '../../common/numbers';
import type { Range } from '../host';
import { sizeText } from '../size';
import { GATE_BYTES } from './selection';

/** A line is read piece by piece, and only least and greatest values are kept: what bounds it is how long one waits. */
export const LINE_GATE_BYTES = 256 * 1024 * 1024;

/** The part of a range that a view may read unasked. */
export function gatedRange(range: Range, bytesPerElement: number, gateBytes = GATE_BYTES): Range {
  const most = Math.max(1, Math.floor(gateBytes / Math.max(1, bytesPerElement)));
  return range.end - range.start <= most ? range : { start: range.start, end: range.start + most };
}

/** "This view would read 3.1 GB: it shows elements 0 to 4 194 303." */
export function gateNote(wanted: Range, shown: Range, bytesPerElement: number, readAll: () => void): HTMLElement {
  const all = sizeText((wanted.end - wanted.start) * bytesPerElement);
  const text = `This view would read ${all}: it shows ${formatCount(shown.start)} to ${formatCount(shown.end - 1)} of ${formatCount(wanted.end)}. `;
  return element('p', { class: 'view-note', role: 'status' }, text, button(`Read ${all}`, readAll));
}
