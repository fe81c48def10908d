/** Targets by name, in the scopes of a file. */
import { memberNamesOf } from '../../../../formats/target/memberNames';
import type { TargetContent } from '../../../../formats/target/model';
import type { RelatedPlace, TextChange } from '../../diagnostics/rule';
import { quoted } from '../../diagnostics/wording';
import type { Facts } from '../../workspace/facts';
import { baseName } from '../../workspace/paths';
import type { PlacedDefinition, Scope } from '../../workspace/scope';

/** The definition that readers take, in the first scope that has one. */
export function findTarget(scopes: readonly Scope[], name: string): PlacedDefinition | undefined {
  for (const scope of scopes) {
    const [definition] = scope.find('target', name);
    if (definition) return definition;
  }
  return undefined;
}

/** {@link findTarget} that looks up each name once. */
export function targetFinder(scopes: readonly Scope[]): (name: string) => PlacedDefinition | undefined {
  const found = new Map<string, PlacedDefinition | undefined>();
  return (name) => {
    if (!found.has(name)) found.set(name, findTarget(scopes, name));
    return found.get(name);
  };
}

export function definedThere({ uri, span, name, content }: PlacedDefinition): RelatedPlace {
  return { uri, span, message: `${quoted(name)} is a ${content?.type ?? ''} target, defined in ${baseName(uri)}` };
}

/** A new name at every place of a target in the files of the scopes; none where the name is taken. */
export function renameEverywhere(scopes: readonly Scope[], name: string, newName: string): readonly TextChange[] {
  if (findTarget(scopes, newName)) return [];
  const documents = new Map(
    scopes.flatMap((scope) => scope.documents.map((document) => [document.uri, document.facts])),
  );
  return [...documents].flatMap(([uri, facts]) => renameIn(uri, facts, name, newName));
}

function renameIn(uri: string, { definitions, references }: Facts, name: string, newName: string): TextChange[] {
  return [...definitions, ...references]
    .filter((place) => place.kind === 'target' && place.name === name)
    .map(({ span }) => ({ uri, span, newText: newName }));
}

/** Names that a target leads to: its members, and further words of its lines, which bluepy reads as members. */
export function memberNames({ body }: TargetContent): ReadonlySet<string> | readonly string[] {
  const { members, further } = memberNamesOf(body);
  return further.size === 0 ? members : [...members, ...further];
}
