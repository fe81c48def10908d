/** Which files are of a language, and what an editor is told of it. One value a language, in {@link languageFiles}. */
export interface LanguageFiles {
  /** Identifier, as editors use it; also the name of its grammar and its configuration in `syntaxes/`. */
  readonly id: string;
  /** For people. */
  readonly name: string;
  /** What people may call it as well. */
  readonly aliases: readonly string[];
  /** Whole names of its files. */
  readonly fileNames: readonly string[];
  /** Names with `*` for any characters. */
  readonly filePatterns: readonly string[];
  /** What an editor looks for in the first line of a file whose name says nothing: a regular expression. */
  readonly firstLine?: string;
  /**
   * Whether the first characters of a file show it, where the name does not.
   * @param head at most {@link RECOGNITION_LENGTH} characters
   */
  readonly isContent: (name: string, head: string) => boolean;
  /** Whether the first characters of a file show another kind, whatever its name says. */
  readonly isForeign?: (head: string) => boolean;
  /** Endings, with their dot, that others have too: the content tells, whatever language the editor has chosen. */
  readonly sharedEndings: readonly string[];
  /** Its files define or use targets: the commands about targets are offered. */
  readonly hasTargets: boolean;
  /** A name that its files may have, for examples and tests. */
  readonly exampleName: string;
  /** Settings of the editor that suit it better than the editor's own. */
  readonly editorDefaults: Readonly<Record<string, unknown>>;
}
