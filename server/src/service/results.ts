/** What the service answers with: plain data in an editor's terms (0-based lines, UTF-16 columns), no protocol. */
import type { Position } from '../../../formats/text/lines';
import type { Category, Level } from '../diagnostics/rule';

export type { Position };

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Location {
  readonly uri: string;
  readonly range: Range;
}

export interface RelatedLocation extends Location {
  readonly message: string;
}

export type Severity = Exclude<Level, 'off'>;

export interface Diagnostic {
  readonly range: Range;
  readonly severity: Severity;
  readonly category: Category;
  readonly code: string;
  readonly message: string;
  readonly related: readonly RelatedLocation[];
  readonly tags: readonly ('unnecessary' | 'deprecated')[];
}

export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** Changes of one file; `version` is the editor's, null where the file is not open there. */
export interface FileEdit {
  readonly uri: string;
  readonly version: number | null;
  readonly edits: readonly TextEdit[];
}

export interface WorkspaceEdit {
  readonly files: readonly FileEdit[];
  /** Folders to create first. */
  readonly createFolders?: readonly string[];
}

export interface CodeAction {
  readonly title: string;
  readonly kind: 'quickfix' | 'refactor' | 'source.fixAll.bbp';
  /** The problem that it mends. */
  readonly diagnostic?: Diagnostic;
  readonly preferred: boolean;
  readonly edit: WorkspaceEdit;
}

export interface Highlight {
  readonly range: Range;
  readonly kind: 'read' | 'write';
}

export interface DocumentLink {
  readonly range: Range;
  readonly target: string;
  readonly tooltip: string;
}

export interface WorkspaceSymbol {
  readonly name: string;
  readonly kind: 'target' | 'stimulus' | 'electrode' | 'population';
  readonly container: string;
  readonly location: Location;
}

/** A rename that cannot be done, with the reason in words for the user. */
export class RenameRefused extends Error {}

/** Lets a long answer be given up; a subset of every editor's token. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

export const NEVER_CANCELLED: Cancellation = { isCancellationRequested: false };
