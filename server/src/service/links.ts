import type { SourceDocument } from '../workspace/document';
import { displayPath } from '../workspace/paths';
import type { DocumentLink } from './results';
import { rangeOf, type Session } from './session';

/** A link on each path that leads to something that is there. */
export async function documentLinks(session: Session, document: SourceDocument): Promise<DocumentLink[]> {
  const links = await Promise.all(
    document.facts.paths.map(async (reference): Promise<DocumentLink[]> => {
      const { kind, uri } = await session.files.state(reference);
      if (kind !== 'file' && kind !== 'directory') return [];
      return [{ range: rangeOf(document, reference.span), target: uri, tooltip: displayPath(uri) }];
    }),
  );
  return links.flat();
}
