/** What a language brings. The service does the rest from facts: definitions, references, rename, links. */
import type { LanguageFiles } from '../../../formats/recognise/languageFiles';
import type { Span } from '../../../formats/text/span';
import type { Rule } from '../diagnostics/rule';
import type { Facts, SymbolKind } from '../workspace/facts';
import type { SourceDocument } from '../workspace/document';
import type { FolderEntry } from '../workspace/workspace';
import type { PathState, Scope } from '../workspace/scope';

/** What a feature may look at, beside the document. */
export interface FeatureContext<Tree> {
  readonly document: SourceDocument<Tree>;
  readonly scopes: readonly Scope[];
  pathState(path: string): PathState | undefined;
  /** Names in a folder, for the completion of paths. */
  list(uri: string): Promise<readonly FolderEntry[]>;
  /** Names that other files of the workspace use, where that helps: file names by pattern. */
  readonly hasFile: (name: string) => boolean;
}

export interface CompletionEntry {
  readonly label: string;
  readonly kind: 'section' | 'key' | 'value' | 'target' | 'stimulus' | 'electrode' | 'population' | 'file' | 'folder';
  /** Beside the label: type and unit, or size. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What is replaced; from it to the cursor is what is typed so far. */
  readonly span: Span;
  readonly insertText: string;
  /** `insertText` holds `$1`, `${2:word}`. */
  readonly snippet?: boolean;
  readonly deprecated?: boolean;
  /** Smaller stands higher. */
  readonly rank: number;
  /** Ask for more after this is taken: `Key ` is followed by its values, `folder/` by its files. */
  readonly continues?: boolean;
}

export interface HoverContent {
  readonly span: Span;
  /** Markdown, at most 15 lines. */
  readonly markdown: string;
}

export interface OutlineEntry {
  readonly name: string;
  readonly detail?: string;
  readonly kind: 'section' | 'key' | 'target';
  readonly range: Span;
  readonly selection: Span;
  readonly deprecated?: boolean;
  readonly children: readonly OutlineEntry[];
}

export interface FoldingEntry {
  readonly range: Span;
  readonly kind: 'region' | 'comment';
}

/** A thing of the document and where it is used, for a language whose things have no names that {@link Facts} could hold. */
export interface LinkedPlaces {
  /** Where it stands; absent where the document does not have it. */
  readonly definition: Span | undefined;
  /** Where it is used, ascending. */
  readonly uses: readonly Span[];
}

/** What the language status says of a document. */
export interface DocumentSummary {
  readonly text: string;
  readonly detail: string;
  readonly severity: 'information' | 'warning';
}

/** A change that is offered at a place, whether or not something is wrong there. */
export interface Refactoring {
  readonly title: string;
  readonly changes: readonly { readonly uri?: string; readonly span: Span; readonly newText: string }[];
}

/** Which files are its own, and what it does with them. */
export interface Language<Tree> extends LanguageFiles {
  /** Names, with `*`, of files that the workspace is searched and watched for on this language's behalf. */
  readonly discovers: readonly string[];
  /** Its readers pass over a byte order mark; absent: they stumble over it. */
  readonly skipsByteOrderMark?: boolean;
  /** Its files lead to the others: each has a scope of its own. */
  readonly root: boolean;
  /** Its files say nothing to others and are read alone: none has a scope, and no folder is searched for one. */
  readonly standsAlone: boolean;
  /** Names of files that lie beside a file and are read with it where no root leads to it. */
  readonly companions: readonly string[];
  /** Whether a file that no root leads to, with the companions found, may be held for all there is. */
  completeAlone(name: string, companions: readonly string[]): boolean;
  readonly rules: readonly Rule<Tree>[];
  /** Never throws; any text gives a tree. `previous` is the tree before an edit: parts of it may be used again. */
  parse(text: string, previous?: Tree): Tree;
  facts(tree: Tree, uri: string): Facts;
  /** What a comment begins with. */
  readonly commentMark: string;
  /** Spans of all comments, for suppression; ascending. */
  comments(tree: Tree, text: string): readonly Span[];
  /** Whether a comment may stand inside a block; in a Cell target it is read as members. */
  readonly commentsInBlocks: boolean;
  /** The block or target around an offset, for `bbp-disable-next-block`. */
  blocks(tree: Tree): readonly { readonly header: Span; readonly range: Span }[];
  completion(context: FeatureContext<Tree>, offset: number): Promise<readonly CompletionEntry[]>;
  hover(context: FeatureContext<Tree>, offset: number): HoverContent | undefined;
  /** The thing at an offset, beside those of the facts. */
  linkedPlaces?(document: SourceDocument<Tree>, offset: number): LinkedPlaces | undefined;
  /** In place of the files that a document is read with. */
  status?(tree: Tree): DocumentSummary;
  outline(tree: Tree): readonly OutlineEntry[];
  folding(tree: Tree, text: string): readonly FoldingEntry[];
  refactorings(context: FeatureContext<Tree>, span: Span): readonly Refactoring[];
  /** Why a name cannot be given to a thing of this kind; undefined where it can. */
  nameProblem(kind: SymbolKind, name: string): string | undefined;
}
