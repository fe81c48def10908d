import { touches, type Span } from '../../../formats/text/span';
import { SHARED_KINDS, type SymbolKind } from '../workspace/facts';
import type { SourceDocument } from '../workspace/document';
import type { Scope } from '../workspace/scope';
import { locationOf, rangeOf, type Session } from './session';
import type { Highlight, Location } from './results';

/** The name under a cursor. */
export interface NamedPlace {
  readonly kind: SymbolKind;
  readonly name: string;
  readonly span: Span;
}

export function namedPlaceAt(document: SourceDocument, offset: number): NamedPlace | undefined {
  const { definitions, references } = document.facts;
  return [...references, ...definitions].find((place) => touches(place.span, offset));
}

interface PlacedName {
  readonly document: SourceDocument;
  readonly span: Span;
  readonly write: boolean;
}

/**
 * Every place of the thing that a name stands for, each once. Another config's target of the same name is another
 * thing; a target file that serves two configs binds theirs together.
 */
export async function placesOf(session: Session, document: SourceDocument, place: NamedPlace): Promise<PlacedName[]> {
  if (!SHARED_KINDS.has(place.kind)) return placesIn(document, place);
  const own = await session.scopes.of(document);
  const isDefined = own.some((scope) => scope.find(place.kind, place.name).length > 0);
  const scopes = isDefined ? boundTogether(own, await session.scopes.all(), place) : own;
  const documents = new Map(scopes.flatMap((scope) => scope.documents.map((each) => [each.uri, each])));
  return [...documents.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1)).flatMap((each) => placesIn(each, place));
}

/** The scopes in which a name has a definition that one of the first scopes has, and so on from those. */
function boundTogether(first: readonly Scope[], all: readonly Scope[], { kind, name }: NamedPlace): readonly Scope[] {
  const bound = new Set(first);
  const definitions = new Set<string>();
  const idsOf = (scope: Scope): string[] => scope.find(kind, name).map(({ uri, span }) => `${uri} ${span.start}`);
  for (const scope of first) for (const id of idsOf(scope)) definitions.add(id);
  for (let grown = true; grown;) {
    grown = false;
    for (const scope of all) {
      if (bound.has(scope) || !idsOf(scope).some((id) => definitions.has(id))) continue;
      bound.add(scope);
      for (const id of idsOf(scope)) definitions.add(id);
      grown = true;
    }
  }
  return [...bound];
}

function placesIn(document: SourceDocument, { kind, name }: NamedPlace): PlacedName[] {
  const { definitions, references } = document.facts;
  return [
    ...definitions
      .filter((each) => each.kind === kind && each.name === name)
      .map(({ span }) => ({ document, span, write: true })),
    ...references
      .filter((each) => each.kind === kind && each.name === name)
      .map(({ span }) => ({ document, span, write: false })),
  ].sort((a, b) => a.span.start - b.span.start);
}

export async function definitionsAt(session: Session, document: SourceDocument, offset: number): Promise<Location[]> {
  const path = document.facts.paths.find((reference) => touches(reference.span, offset));
  if (path) {
    const state = await session.files.state(path);
    const start = { line: 0, character: 0 };
    return state.kind === 'file' ? [{ uri: state.uri, range: { start, end: start } }] : [];
  }
  const linked = document.language.linkedPlaces?.(document, offset);
  if (linked) return linked.definition ? [locationOf(document, linked.definition)] : [];
  const place = namedPlaceAt(document, offset);
  if (!place) return [];
  const locations = new Map<string, Location>();
  for (const scope of await session.scopes.of(document)) {
    for (const definition of scope.find(place.kind, place.name)) {
      const target = scope.documents.find((each) => each.uri === definition.uri);
      if (target) locations.set(`${target.uri} ${definition.span.start}`, locationOf(target, definition.span));
    }
  }
  return [...locations.values()];
}

export async function referencesAt(
  session: Session,
  document: SourceDocument,
  offset: number,
  includeDeclaration: boolean,
): Promise<Location[]> {
  const linked = document.language.linkedPlaces?.(document, offset);
  if (linked) {
    const { definition, uses } = linked;
    return [...(includeDeclaration && definition ? [definition] : []), ...uses].map((span) =>
      locationOf(document, span),
    );
  }
  const place = namedPlaceAt(document, offset);
  if (!place) return [];
  const places = await placesOf(session, document, place);
  return places
    .filter(({ write }) => includeDeclaration || !write)
    .map(({ document: at, span }) => locationOf(at, span));
}

export function highlightsAt(document: SourceDocument, offset: number): Highlight[] {
  const linked = document.language.linkedPlaces?.(document, offset);
  if (linked) {
    const { definition, uses } = linked;
    return [
      ...(definition ? [{ range: rangeOf(document, definition), kind: 'write' as const }] : []),
      ...uses.map((span) => ({ range: rangeOf(document, span), kind: 'read' as const })),
    ];
  }
  const place = namedPlaceAt(document, offset);
  if (!place) return [];
  return placesIn(document, place).map(({ span, write }) => ({
    range: rangeOf(document, span),
    kind: write ? 'write' : 'read',
  }));
}
