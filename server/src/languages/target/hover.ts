import { gidOf, type TargetBody, type TargetType } from '../../../../formats/target/model';
import type { TargetRow } from '../../../../formats/target/rows';
import { cellCount, grouped } from '../../../../formats/text/counts';
import { inlineCode } from '../../../../formats/text/markdown';
import { touches, type Word } from '../../../../formats/text/span';
import { baseName } from '../../workspace/paths';
import type { PlacedDefinition, Scope } from '../../workspace/scope';
import type { FeatureContext, HoverContent } from '../language';
import { rowAt, wordAt } from './cursor';
import { hasKnownType } from './header';
import { isSubset, SUBSET_MEANINGS, TARGET_TYPE_SCHEMAS } from './schema';
import { placed, targetAt, type Target, type TargetTree } from './tree';

/** Members and names that are listed. */
const SHOWN = 10;

export function hover({ document, scopes }: FeatureContext<TargetTree>, offset: number): HoverContent | undefined {
  const { tree, text } = document;
  const target = targetAt(tree, offset);
  if (!target) return undefined;
  const { type, name, open, inside, targetType } = target;
  if (type && touches(type, offset)) return hasKnownType(target) ? at(type, typeText(targetType)) : undefined;
  if (name && touches(name, offset)) return at(name, open && targetText(scopes, name.text));
  if (!open || offset < inside.start || offset > inside.end || isInComment(target, offset)) return undefined;
  if (targetType === 'Cell') {
    const word = wordAt(text, inside, offset);
    return at(word, memberText(scopes, word.text));
  }
  const row = rowAt(target.body.rows, offset - inside.start);
  return row && inRow(scopes, target, row, offset);
}

function at({ start, end }: Word, markdown: string | undefined): HoverContent | undefined {
  return markdown === undefined ? undefined : { span: { start, end }, markdown };
}

function isInComment({ body, inside }: Target, offset: number): boolean {
  return body.oddities.some(
    ({ kind, start, end }) => kind === 'comment' && start + inside.start <= offset && offset <= end + inside.start,
  );
}

function typeText(type: TargetType): string {
  const { meaning, members, deprecated } = TARGET_TYPE_SCHEMAS[type];
  return [
    `**Target ${type}**`,
    meaning,
    members,
    ...(deprecated === undefined ? [] : [`**Deprecated.** ${deprecated}`]),
  ].join('\n\n');
}

function inRow(scopes: readonly Scope[], target: Target, row: TargetRow, offset: number): HoverContent | undefined {
  const touched = (words: readonly Word[]): Word | undefined =>
    words.map((word) => placed(target, word)).find((word) => touches(word, offset));
  const member = touched([row.member, ...row.extra]);
  if (member) return at(member, memberText(scopes, member.text));
  const subset = touched(row.subsets);
  if (subset)
    return at(subset, isSubset(subset.text) ? `\`${subset.text}\`: ${SUBSET_MEANINGS[subset.text]}` : undefined);
  const value = touched(row.values);
  return value && at(value, valueText(target.targetType, value.text, row.subsets[0]?.text));
}

function valueText(type: TargetType, value: string, subset: string | undefined): string | undefined {
  switch (type) {
    case 'Compartment':
      return `Position ${inlineCode(value)} along each selected section: 0 is its start, 1 its end.`;
    case 'Section':
      return `Section ${inlineCode(subset === undefined ? value : `${subset}[${value}]`)} of each cell; indices count from 0.`;
    case 'Synapse':
      return `Synapse ${inlineCode(value)} of the cell.`;
    case 'Cell':
      return undefined;
  }
}

function memberText(scopes: readonly Scope[], word: string): string | undefined {
  const gid = gidOf(word);
  if (gid !== undefined) return `Cell with gid ${gid} (SONATA node id ${gid - 1})`;
  return word === '' ? undefined : targetText(scopes, word);
}

/** A target in at most 15 lines; every word of the file as code. */
function targetText(scopes: readonly Scope[], name: string): string | undefined {
  for (const scope of scopes) {
    const [definition, ...others] = scope.find('target', name);
    if (definition?.content) return described(scope, definition, definition.content.body, others);
  }
  return undefined;
}

function described(
  scope: Scope,
  { name, uri, content }: PlacedDefinition,
  { gids, names }: TargetBody,
  others: readonly PlacedDefinition[],
): string {
  const { cells, undefinedNames, cycle } = scope.resolve(name);
  const parts = [...new Set(names.map((word) => word.text))];
  const written = [
    ...(gids.length > 0 ? [`${grouped(gids.length)} ${gids.length === 1 ? 'gid' : 'gids'}`] : []),
    ...(parts.length > 0
      ? [`${parts.length === 1 ? 'the target' : 'the targets'} ${listed(parts.map((part) => inlineCode(part)))}`]
      : []),
  ];
  const first = Array.from(cells.subarray(0, SHOWN), (gid) => `a${gid}`).join(' ');
  return [
    `**${content?.type ?? ''} target** ${inlineCode(name)} · ${cellCount(cells.length)}`,
    ...(cells.length > 0 ? [`Cells: \`${first}\`${cells.length > SHOWN ? ' …' : ''}`] : []),
    ...(written.length > 0 ? [`Made of ${written.join(' and ')}`] : []),
    `Defined in ${inlineCode(baseName(uri))}`,
    ...(cycle ? [`⚠ Contains itself: ${circleText(cycle)}`] : []),
    ...(undefinedNames.length > 0 ? [`⚠ Not defined: ${listed(undefinedNames.map((each) => inlineCode(each)))}`] : []),
    ...(others.length > 0 ? [`⚠ Defined ${others.length + 1} times; this is the first`] : []),
  ].join('\n\n');
}

function listed(words: readonly string[]): string {
  return words.slice(0, SHOWN).join(', ') + (words.length > SHOWN ? `, … (${grouped(words.length)} in all)` : '');
}

function circleText(cycle: readonly string[]): string {
  const shown = cycle.length > SHOWN ? [...cycle.slice(0, SHOWN - 1), '…', ...cycle.slice(-1)] : cycle;
  return shown.map((each) => (each === '…' ? each : inlineCode(each))).join(' → ');
}
