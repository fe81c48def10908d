import type { Span } from '../../../formats/text/span';
import type { Surroundings } from '../diagnostics/check';
import type { FeatureContext, Language } from '../languages/language';
import { Discovery } from '../workspace/discovery';
import type { SourceDocument } from '../workspace/document';
import { Documents } from '../workspace/documents';
import { FileCache } from '../workspace/fileCache';
import { placeKey } from '../workspace/facts';
import { displayPath, isInside, joinUri, parentOf, relativePath } from '../workspace/paths';
import type { PathState } from '../workspace/scope';
import { Scopes } from '../workspace/scopes';
import type { Workspace } from '../workspace/workspace';
import type { Location, Range } from './results';

/** Everything that the features share: the files, and how they belong together. */
export class Session {
  readonly workspace: Workspace;
  readonly languages: readonly Language<unknown>[];
  readonly files: FileCache;
  readonly documents: Documents;
  readonly discovery: Discovery;
  readonly scopes: Scopes;

  constructor(workspace: Workspace, languages: readonly Language<unknown>[]) {
    this.workspace = workspace;
    this.languages = languages;
    this.files = new FileCache(workspace);
    this.documents = new Documents(workspace, this.files, languages);
    const patterns = languages.flatMap((language) => language.discovers);
    this.discovery = new Discovery(this.files, workspace.folders, patterns);
    this.scopes = new Scopes(this.documents, this.discovery, this.files);
  }

  /** The document at a URI with all that its check looks at; undefined where we know no such document. */
  async surroundings(document: SourceDocument): Promise<Surroundings> {
    const found = await this.files.encoding(document.uri);
    const encoding = found === 'utf-8-bom' && document.language.skipsByteOrderMark ? undefined : found;
    if (document.language.standsAlone) return { scopes: [], paths: new Map(), foundFiles: new Set(), encoding };
    await this.discovery.addFolder(parentOf(document.uri));
    const scopes = await this.scopes.of(document);
    const paths = new Map<string, PathState>();
    await Promise.all(
      document.facts.paths.map(async (reference) => {
        const state = await this.files.state(reference);
        paths.set(reference.path, state);
        paths.set(placeKey(reference), state);
      }),
    );
    const foundFiles = await this.discovery.named(document.facts.wantedFiles);
    return { scopes, paths, foundFiles, encoding };
  }

  async featureContext(document: SourceDocument): Promise<FeatureContext<unknown>> {
    const { scopes, paths, foundFiles } = await this.surroundings(document);
    return {
      document,
      scopes,
      pathState: (path) => paths.get(path),
      list: (uri) => this.files.list(uri),
      hasFile: (name) => foundFiles.has(name),
    };
  }
}

/** A file's path as one would name it in the open folder; the whole path for files outside. */
export function shownPath(session: Session, uri: string): string {
  const folder = session.workspace.folders.find((each) => isInside(uri, each));
  return folder ? relativePath(joinUri(folder, 'file'), uri) : displayPath(uri);
}

export function rangeOf(document: SourceDocument, span: Span): Range {
  return { start: document.lines.positionAt(span.start), end: document.lines.positionAt(span.end) };
}

export function locationOf(document: SourceDocument, span: Span): Location {
  return { uri: document.uri, range: rangeOf(document, span) };
}
