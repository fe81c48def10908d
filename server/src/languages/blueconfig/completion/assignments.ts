import type { CompletionEntry } from '../../language';
import { attributesOf } from '../attributes';
import { parseConfigureSnippet, type SnippetLanguage } from '../configureSnippet';
import type { ValuePlace } from './place';

const OBJECT = '%s.';
const ASSIGNED = 100;

/** Left sides of assignments: the attributes that synapses are known to have. */
export function assignmentEntries({ block, value, offset }: ValuePlace, language: SnippetLanguage): CompletionEntry[] {
  const before = value.text.slice(0, offset - value.start);
  const after = value.text.slice(offset - value.start);
  const left = /(?:%s\.|%s|%)?\w*$/.exec(before)?.[0] ?? '';
  if (!isLeftSide(before.slice(0, before.length - left.length), language)) return [];
  // After the dot only the attribute is replaced.
  const kept = left.startsWith(OBJECT) ? OBJECT : '';
  const right = /^[%\w.]*/.exec(after)?.[0] ?? '';
  const span = { start: offset - left.length + kept.length, end: offset + right.length };
  const prefix = kept === '' ? OBJECT : '';
  // The attributes of sections are those of mechanisms, which no table lists.
  if (language === 'section')
    return kept === '' ? [{ label: OBJECT, kind: 'value', span, insertText: OBJECT, rank: 0 }] : [];
  const hasOperator = /^\s*[*+\-/]?=/.test(after.slice(right.length));
  const assigned = new Set(parseConfigureSnippet(value, language).assignments.map(({ attribute }) => attribute.text));
  return attributesOf(block).map(({ name, unit, meaning }, index) => ({
    label: `${prefix}${name}`,
    kind: 'value',
    ...(unit !== undefined && { detail: unit }),
    documentation: `${meaning}.`,
    span,
    ...(hasOperator
      ? { insertText: `${prefix}${name}` }
      : { insertText: `${prefix}${name} \${1|=,*=|} `, snippet: true }),
    rank: index + (assigned.has(name) ? ASSIGNED : 0),
  }));
}

/** Whether a new assignment may start after a text. */
function isLeftSide(before: string, language: SnippetLanguage): boolean {
  const text = before.trimEnd();
  if (text === '') return true;
  if (language === 'section') return text.endsWith(';');
  if (text === before) return false;
  const { assignments } = parseConfigureSnippet({ start: 0, end: text.length, text }, language);
  return assignments.at(-1)?.end === text.length;
}
