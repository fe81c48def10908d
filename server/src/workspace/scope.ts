import type { Definition, Inclusion, SymbolKind } from './facts';
import type { SourceDocument } from './document';
import type { ResolvedTarget } from '../../../formats/target/resolve';

/** A definition and the file that it stands in. */
export interface PlacedDefinition extends Definition {
  readonly uri: string;
}

/** An inclusion that leads to no file that can be read. */
export interface MissingInclusion extends Inclusion {
  /** `missing`: should be there and is not. `unreachable`: on a file system that this machine does not have.
   * `unsupported`: there, but of a kind that is not read (yet): node sets. */
  readonly reason: 'missing' | 'unreachable' | 'unsupported';
}

/** A set of files that a reader reads together: one config and the target files it leads to. */
export interface Scope {
  /** The config; undefined for target files that no config is known to use. */
  readonly root: SourceDocument | undefined;
  /** All files, the root included, in the order in which readers look. */
  readonly documents: readonly SourceDocument[];
  readonly missing: readonly MissingInclusion[];
  /** Whether every file that could define a name was read. */
  readonly complete: boolean;
  find(kind: SymbolKind, name: string): readonly PlacedDefinition[];
  /** All names of a kind, each once. */
  names(kind: SymbolKind): readonly string[];
  /** Cells of a target; cached. */
  resolve(target: string): ResolvedTarget;
}

/** What is on disk where a path leads. */
export interface PathState {
  /** `unreachable`: on a file system that this machine does not have. `other`: a pipe, a socket, a device. */
  readonly kind: 'file' | 'directory' | 'other' | 'missing' | 'unreachable' | 'denied';
  /** The place that was found, else the first that was looked at. */
  readonly uri: string;
  /** The path as the disk spells it, where only the case differs. */
  readonly spelling?: string;
}
