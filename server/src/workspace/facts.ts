/**
 * What a file says to the others: the names it defines and uses, the files it leads to. Every language gives its
 * facts in these terms, so that languages meet in the index and nowhere else.
 */
import type { LanguageId } from '../../../formats/recognise/recognise';
import type { Span } from '../../../formats/text/span';
import type { TargetContent } from '../../../formats/target/model';

export type SymbolKind = 'target' | 'stimulus' | 'electrode' | 'population';

/** Kinds that are seen by other files; the rest is known within its own file only. */
export const SHARED_KINDS: ReadonlySet<SymbolKind> = new Set<SymbolKind>(['target']);

export interface Definition {
  readonly kind: SymbolKind;
  readonly name: string;
  /** The name itself. */
  readonly span: Span;
  /** All that belongs to the definition. */
  readonly range: Span;
  /** For targets: type and members. */
  readonly content?: TargetContent;
}

export interface Reference {
  readonly kind: SymbolKind;
  readonly name: string;
  readonly span: Span;
  /** Where it stands: the key of a config, or the name of the target that has it as a member. */
  readonly from: string;
  /** Not an error where nothing is defined under this name. */
  readonly optional?: boolean;
}

/** A path written in a file. */
export interface PathReference {
  /** The path without population suffix. */
  readonly span: Span;
  readonly path: string;
  /** The key it belongs to. */
  readonly key: string;
  readonly expects: 'file' | 'directory' | 'either';
  readonly role: 'input' | 'output';
  /** Endings that the readers expect, with their dot. */
  readonly extensions?: readonly string[];
  /** Where it may be, in the order in which readers look. At least one. */
  readonly candidates: readonly string[];
}

/** Tells apart equal paths that start at different folders. */
export function placeKey({ candidates }: PathReference): string {
  return candidates.join('\n');
}

/** A file whose shared names this file sees. */
export interface Inclusion {
  /** The value that leads there; several candidates may come from several values. */
  readonly span: Span;
  readonly key: string;
  /** The language that its content is read as. */
  readonly languageId: LanguageId;
  /** Where it may be, in the order in which readers look. */
  readonly candidates: readonly string[];
  /** A reader fails without it; start.target may be absent. */
  readonly explicit: boolean;
}

export interface Facts {
  readonly definitions: readonly Definition[];
  readonly references: readonly Reference[];
  readonly paths: readonly PathReference[];
  readonly inclusions: readonly Inclusion[];
  /** Names of files that must be somewhere in the workspace (`<ModOverride>Helper.hoc`). */
  readonly wantedFiles: readonly string[];
}

export const NO_FACTS: Facts = { definitions: [], references: [], paths: [], inclusions: [], wantedFiles: [] };
