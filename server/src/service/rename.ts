import type { SourceDocument } from '../workspace/document';
import { baseName } from '../workspace/paths';
import { namedPlaceAt, placesOf, type NamedPlace } from './navigation';
import { RenameRefused, type FileEdit, type Range, type WorkspaceEdit } from './results';
import { rangeOf, type Session } from './session';

/** The range and text to rename at a place; throws {@link RenameRefused} where that cannot be. */
export async function prepareRename(
  session: Session,
  document: SourceDocument,
  offset: number,
): Promise<{ readonly range: Range; readonly placeholder: string }> {
  const place = renamable(document, offset);
  await definedPlaces(session, document, place);
  return { range: rangeOf(document, place.span), placeholder: place.name };
}

/** All edits of a rename, or {@link RenameRefused}: never some of them. */
export async function rename(
  session: Session,
  document: SourceDocument,
  offset: number,
  newName: string,
): Promise<WorkspaceEdit> {
  const place = renamable(document, offset);
  const problem = document.language.nameProblem(place.kind, newName);
  if (problem) throw new RenameRefused(problem);
  const places = await definedPlaces(session, document, place);
  if (newName === place.name) return { files: [] };
  const taken = (await placesOf(session, document, { ...place, name: newName })).find(({ write }) => write);
  if (taken) {
    const line = taken.document.lines.lineOf(taken.span.start) + 1;
    throw new RenameRefused(
      `The ${place.kind} \`${newName}\` is already defined in ${baseName(taken.document.uri)}, line ${line}.`,
    );
  }
  const byFile = new Map<string, { document: SourceDocument; edits: FileEdit['edits'][number][] }>();
  for (const { document: at, span } of places) {
    const file = byFile.get(at.uri) ?? { document: at, edits: [] };
    byFile.set(at.uri, file);
    file.edits.push({ range: rangeOf(at, span), newText: newName });
  }
  return {
    files: [...byFile.values()].map(({ document: at, edits }) => ({ uri: at.uri, version: at.version ?? null, edits })),
  };
}

function renamable(document: SourceDocument, offset: number): NamedPlace {
  const place = namedPlaceAt(document, offset);
  if (!place) throw new RenameRefused('Only names of targets, stimuli and electrodes can be renamed.');
  if (place.kind === 'population') {
    throw new RenameRefused(
      `The population \`${place.name}\` is named in the circuit’s data files: it cannot be renamed here.`,
    );
  }
  return place;
}

async function definedPlaces(session: Session, document: SourceDocument, place: NamedPlace) {
  const places = await placesOf(session, document, place);
  if (!places.some(({ write }) => write)) {
    throw new RenameRefused(
      `The ${place.kind} \`${place.name}\` is defined in no file that can be read from here, so not all of its uses can be renamed.`,
    );
  }
  return places;
}
