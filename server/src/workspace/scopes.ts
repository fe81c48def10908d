import type { Definition, Inclusion, SymbolKind } from './facts';
import type { SourceDocument } from './document';
import type { Documents } from './documents';
import type { Discovery } from './discovery';
import type { FileCache } from './fileCache';
import { baseName, joinUri, parentOf } from './paths';
import type { MissingInclusion, PlacedDefinition, Scope } from './scope';
import { resolveTarget, type ResolvedTarget } from '../../../formats/target/resolve';

/** Which files are read together: from each root along its inclusions, and back from a file to its roots. */
export class Scopes {
  readonly #documents: Documents;
  readonly #discovery: Discovery;
  readonly #files: FileCache;
  #generation = 0;
  readonly #byRoot = new Map<string, { readonly generation: number; readonly scope: Promise<Scope> }>();

  constructor(documents: Documents, discovery: Discovery, files: FileCache) {
    this.#documents = documents;
    this.#discovery = discovery;
    this.#files = files;
  }

  /** A file's facts, or what is on disk, are no longer what they were. */
  invalidate(): void {
    this.#generation++;
  }

  /** The scopes that a file belongs to: its own where it is a root, else those of the roots that lead to it. */
  async of(document: SourceDocument): Promise<readonly Scope[]> {
    if (document.language.root) return [await this.#ofRoot(document)];
    const scopes: Scope[] = [];
    for (const root of await this.roots()) {
      const scope = await this.#ofRoot(root);
      if (scope.documents.some((each) => each.uri === document.uri)) scopes.push(scope);
    }
    return scopes.length > 0 ? scopes : [await this.#alone(document)];
  }

  /** The scopes of all roots. */
  async all(): Promise<readonly Scope[]> {
    return Promise.all((await this.roots()).map((root) => this.#ofRoot(root)));
  }

  /** Every root of the workspace: found on disk, or open. */
  async roots(): Promise<readonly SourceDocument[]> {
    const uris = new Set(await this.#discovery.all());
    for (const document of this.#documents.opened) uris.add(document.uri);
    const roots: SourceDocument[] = [];
    for (const uri of [...uris].sort()) {
      const document = await this.#documents.get(uri);
      if (document?.language.root) roots.push(document);
    }
    return roots;
  }

  #ofRoot(root: SourceDocument): Promise<Scope> {
    const known = this.#byRoot.get(root.uri);
    if (known?.generation === this.#generation) return known.scope;
    const scope = this.#build(root);
    this.#byRoot.set(root.uri, { generation: this.#generation, scope });
    return scope;
  }

  async #build(root: SourceDocument): Promise<Scope> {
    const documents = new Map([[root.uri, root]]);
    const missing: MissingInclusion[] = [];
    // The list grows while it is walked; a file that includes itself is there already.
    for (const document of documents.values()) {
      for (const inclusion of document.facts.inclusions) {
        const found = await this.#include(inclusion);
        if (typeof found === 'string') missing.push({ ...inclusion, reason: found });
        else if (found) documents.set(found.uri, found);
      }
    }
    return new FileScope(root, [...documents.values()], missing, missing.length === 0);
  }

  async #include(inclusion: Inclusion): Promise<SourceDocument | MissingInclusion['reason'] | undefined> {
    for (const uri of inclusion.candidates) {
      if ((await this.#files.stat(uri)) || this.#documents.isOpen(uri)) return this.#included(uri, inclusion);
    }
    // Nobody else opens it under this spelling; its path has a problem of its own, the names in it need none.
    for (const uri of inclusion.candidates) {
      const found = await this.#files.respelled(uri);
      // Who looks for start.target in a folder looks for no other spelling of it.
      if (found !== undefined && (inclusion.explicit || baseName(found) === baseName(uri)))
        return this.#included(found, inclusion);
    }
    for (const uri of inclusion.candidates) if (!(await this.#files.isReachable(uri))) return 'unreachable';
    if (inclusion.explicit) return 'missing';
    // An optional file is simply absent where its folder is there.
    for (const uri of inclusion.candidates) if (await this.#files.stat(parentOf(uri))) return undefined;
    return 'missing';
  }

  async #included(uri: string, { languageId }: Inclusion): Promise<SourceDocument | MissingInclusion['reason']> {
    return uri.endsWith('.json') ? 'unsupported' : ((await this.#documents.get(uri, languageId)) ?? 'missing');
  }

  async #alone(document: SourceDocument): Promise<Scope> {
    const name = baseName(document.uri);
    const documents = [document];
    for (const companion of document.language.companions) {
      if (companion === name || !document.language.companions.includes(name)) continue;
      const found = await this.#documents.get(joinUri(parentOf(document.uri), companion), document.languageId);
      if (found) documents.push(found);
    }
    const companions = documents.slice(1).map((each) => baseName(each.uri));
    return new FileScope(undefined, documents, [], document.language.completeAlone(name, companions));
  }
}

const definitionsByDocument = new WeakMap<SourceDocument, Map<SymbolKind, Map<string, PlacedDefinition[]>>>();

function definitionsOf(document: SourceDocument): Map<SymbolKind, Map<string, PlacedDefinition[]>> {
  let byKind = definitionsByDocument.get(document);
  if (!byKind) {
    byKind = new Map();
    for (const definition of document.facts.definitions) add(byKind, definition, document.uri);
    definitionsByDocument.set(document, byKind);
  }
  return byKind;
}

function add(byKind: Map<SymbolKind, Map<string, PlacedDefinition[]>>, definition: Definition, uri: string): void {
  const byName = byKind.get(definition.kind) ?? new Map<string, PlacedDefinition[]>();
  byKind.set(definition.kind, byName);
  const same = byName.get(definition.name) ?? [];
  byName.set(definition.name, same);
  same.push({ ...definition, uri });
}

class FileScope implements Scope {
  readonly root: SourceDocument | undefined;
  readonly documents: readonly SourceDocument[];
  readonly missing: readonly MissingInclusion[];
  readonly complete: boolean;
  readonly #resolved = new Map<string, ResolvedTarget>();

  constructor(
    root: SourceDocument | undefined,
    documents: readonly SourceDocument[],
    missing: readonly MissingInclusion[],
    complete: boolean,
  ) {
    this.root = root;
    this.documents = documents;
    this.missing = missing;
    this.complete = complete;
  }

  find(kind: SymbolKind, name: string): readonly PlacedDefinition[] {
    return this.documents.flatMap((document) => definitionsOf(document).get(kind)?.get(name) ?? []);
  }

  names(kind: SymbolKind): readonly string[] {
    return [...new Set(this.documents.flatMap((document) => [...(definitionsOf(document).get(kind)?.keys() ?? [])]))];
  }

  resolve(target: string): ResolvedTarget {
    let resolved = this.#resolved.get(target);
    if (!resolved) {
      resolved = resolveTarget(target, (name) => this.find('target', name)[0]?.content);
      this.#resolved.set(target, resolved);
    }
    return resolved;
  }
}
