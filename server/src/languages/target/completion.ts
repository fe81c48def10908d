import { TARGET_TYPES, type TargetType } from '../../../../formats/target/model';
import { cellCount } from '../../../../formats/text/counts';
import { lineStart } from '../../../../formats/text/layout';
import type { Span } from '../../../../formats/text/span';
import type { CompletionEntry, FeatureContext } from '../language';
import { targetAround, wordAt } from './cursor';
import { hasKnownType } from './header';
import { findTarget } from './lookup';
import { SUBSET_MEANINGS, TARGET_TYPE_SCHEMAS } from './schema';
import { Sizes } from './sizes';
import type { Target, TargetTree } from './tree';

/** More than these nobody looks through; letters narrow them. */
const LIMIT = 500;

const RANK = { subset: 0, sameFile: 1, otherFile: 2, skipped: 3, deprecated: 4 } as const;

export function completion(
  { document, scopes }: FeatureContext<TargetTree>,
  offset: number,
): Promise<readonly CompletionEntry[]> {
  return Promise.resolve(entries(document, scopes, offset));
}

type Document = FeatureContext<TargetTree>['document'];
type Scopes = FeatureContext<TargetTree>['scopes'];

function entries(document: Document, scopes: Scopes, offset: number): readonly CompletionEntry[] {
  const { text, tree } = document;
  const before = text.slice(lineStart(text, offset), offset);
  // What a comment says is up to its writer.
  if (/(^|\s)#/.test(before)) return [];
  const target = targetAround(tree, text, offset);
  if (target) return hasKnownType(target) ? inBody(document, scopes, target, offset) : [];
  const word = wordAt(text, tree, offset);
  if (/^[ \t\ufeff]*\w*$/.test(before)) return newTargets(word);
  return /^[ \t\ufeff]*Target[ \t]+\w*$/.test(before) ? types(word) : [];
}

function newTargets(span: Span): CompletionEntry[] {
  return TARGET_TYPES.map((type) => {
    const { meaning, members, body } = TARGET_TYPE_SCHEMAS[type];
    return {
      ...typeEntry(type, span),
      label: `Target ${type}`,
      kind: 'section',
      detail: 'new target',
      documentation: `${meaning}\n\n${members}`,
      insertText: [`Target ${type} \${1:Name}`, '{', ...body, '}'].join('\n'),
      snippet: true,
    };
  });
}

function types(span: Span): CompletionEntry[] {
  return TARGET_TYPES.map((type) => typeEntry(type, span));
}

function typeEntry(type: TargetType, { start, end }: Span): CompletionEntry {
  const { meaning, members, deprecated } = TARGET_TYPE_SCHEMAS[type];
  return {
    label: type,
    kind: 'value',
    documentation: [meaning, members, ...(deprecated === undefined ? [] : [`**Deprecated.** ${deprecated}`])].join(
      '\n\n',
    ),
    span: { start, end },
    insertText: type,
    deprecated: deprecated !== undefined,
    rank: deprecated === undefined ? RANK.subset : RANK.deprecated,
  };
}

function inBody(document: Document, scopes: Scopes, target: Target, offset: number): readonly CompletionEntry[] {
  const { text } = document;
  const end = target.close ? target.inside.end : Math.max(target.inside.end, offset);
  const word = wordAt(text, { start: target.inside.start, end }, offset);
  if (target.targetType === 'Cell' || target.targetType === 'Synapse')
    return targets(document, scopes, target, word, offset);
  // In a line the first word is the member, the second may be a subset, and numbers follow.
  const line = text.slice(Math.max(lineStart(text, offset), target.inside.start), word.start).trim();
  if (line === '') return targets(document, scopes, target, word, offset);
  return /\s/.test(line) ? [] : subsets(word);
}

function subsets({ start, end }: Span): CompletionEntry[] {
  return Object.entries(SUBSET_MEANINGS).map(([word, meaning]) => ({
    label: word,
    kind: 'value',
    detail: meaning,
    span: { start, end },
    insertText: word,
    rank: RANK.subset,
  }));
}

function targets(document: Document, scopes: Scopes, around: Target, word: Span, offset: number): CompletionEntry[] {
  const typed = document.text.slice(word.start, offset).toLowerCase();
  const own = new Set(document.facts.definitions.map(({ name }) => name));
  const names = [...new Set(scopes.flatMap((scope) => scope.names('target')))].filter(
    (name) => name !== around.name?.text,
  );
  const isMatch = (name: string): boolean => name.toLowerCase().includes(typed);
  // Where not all can be shown, those that go with what is typed; and those of this file first.
  const fitting = names.length > LIMIT ? names.filter(isMatch) : names;
  const ordered = [...fitting.filter((name) => own.has(name)), ...fitting.filter((name) => !own.has(name))].slice(
    0,
    LIMIT,
  );
  const sizes = new Sizes(scopes);
  return ordered.flatMap((name) => {
    const type = findTarget(scopes, name)?.content?.type;
    if (!type) return [];
    const count = sizes.of(name);
    const isSkipped = !TARGET_TYPE_SCHEMAS[around.targetType].nests.includes(type);
    return {
      label: name,
      kind: 'target',
      detail: count === undefined ? type : `${type} · ${cellCount(count)}`,
      span: { start: word.start, end: word.end },
      insertText: name,
      rank: isSkipped ? RANK.skipped : own.has(name) ? RANK.sameFile : RANK.otherFile,
    };
  });
}
