/** What is known of a target where its name stands: for hovers and completions. */
import { cellCount } from '../../../../formats/text/counts';
import { inlineCode } from '../../../../formats/text/markdown';
import { displayPath, relativePath } from '../../workspace/paths';
import type { PlacedDefinition, Scope } from '../../workspace/scope';

/** Members shown in a hover. */
const SHOWN_MEMBERS = 8;
/** Files named in a hover. */
const SHOWN_FILES = 3;

/** A few lines of Markdown. `from` is the file that paths are told relative to. */
export function describeTarget(scope: Scope, name: string, from: string): string {
  const [definition, ...others] = scope.find('target', name);
  if (!definition) return describeUndefined(scope, name, from);
  const { cells, undefinedNames, cycle } = scope.resolve(name);
  const type = definition.content?.type;
  return [
    `**${inlineCode(name)}** · ${type === undefined ? 'target' : `${type} target`} · ${cellCount(cells.length)}`,
    membersText(definition),
    undefinedNames.length > 0 ? `Not defined: ${some(undefinedNames)}.` : '',
    cycle
      ? `Contains itself: ${cycle
          .slice(0, SHOWN_MEMBERS)
          .map((each) => inlineCode(each))
          .join(' → ')}.`
      : '',
    `Defined in ${placeText(scope, definition, from)}.`,
    others.length > 0
      ? `Defined again in ${others
          .slice(0, SHOWN_FILES)
          .map((each) => placeText(scope, each, from))
          .join(', ')}.`
      : '',
  ]
    .filter((line) => line !== '')
    .join('\n\n');
}

/** `Cell, 1 000 cells`: beside the name in a list. */
export function targetDetail(scope: Scope, name: string, counted: boolean): string {
  const type = scope.find('target', name)[0]?.content?.type ?? 'Cell';
  return counted ? `${type}, ${cellCount(scope.resolve(name).cells.length)}` : type;
}

function describeUndefined(scope: Scope, name: string, from: string): string {
  const read = scope.documents.filter((document) => document.languageId === 'circuittarget');
  const unread = scope.missing.map(({ key, candidates, reason }) => {
    const why = reason === 'unreachable' ? 'out of reach' : reason === 'unsupported' ? 'not read' : 'missing';
    return `${inlineCode(key)} ${inlineCode(displayPath(candidates[0] ?? ''))} (${why})`;
  });
  const files = read.slice(0, SHOWN_FILES).map((document) => inlineCode(relativePath(from, document.uri)));
  const more = read.length > SHOWN_FILES ? ` and ${read.length - SHOWN_FILES} more` : '';
  return [
    `**${inlineCode(name)}** · target · ${scope.complete ? 'not defined' : 'not defined in the files that can be read'}`,
    files.length > 0 ? `Looked for in ${files.join(', ')}${more}.` : 'No target file is read with this one.',
    unread.length > 0 ? `Not looked at: ${unread.slice(0, SHOWN_FILES).join(', ')}.` : '',
  ]
    .filter((line) => line !== '')
    .join('\n\n');
}

function membersText({ content }: PlacedDefinition): string {
  if (!content) return '';
  const { gids, names } = content.body;
  if (gids.length + names.length === 0) return 'Empty.';
  const first = [
    ...names.slice(0, SHOWN_MEMBERS).map((word) => inlineCode(word.text)),
    ...Array.from(gids.subarray(0, SHOWN_MEMBERS), (gid) => inlineCode(`a${gid}`)),
  ].slice(0, SHOWN_MEMBERS);
  return `Members: ${first.join(' ')}${gids.length + names.length > first.length ? ' …' : ''}`;
}

function placeText(scope: Scope, { uri, span }: PlacedDefinition, from: string): string {
  const document = scope.documents.find((each) => each.uri === uri);
  const line = document ? `, line ${document.lines.lineOf(span.start) + 1}` : '';
  return uri === from && document ? `this file${line}` : `${inlineCode(relativePath(from, uri))}${line}`;
}

function some(names: readonly string[]): string {
  const more = names.length > SHOWN_MEMBERS ? ` and ${names.length - SHOWN_MEMBERS} more` : '';
  return (
    names
      .slice(0, SHOWN_MEMBERS)
      .map((name) => inlineCode(name))
      .join(', ') + more
  );
}
