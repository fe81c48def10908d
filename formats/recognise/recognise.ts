/**
 * What a file is, by its name, else by the first bytes of its content. One function for the editor and the command
 * line, so that both judge the same files.
 */
import { hidesItsKind, isOtherFile } from './endings';
import type { LanguageFiles } from './languageFiles';
import { languageFiles } from './languages';
import { matchesPattern } from './patterns';

/** The identifier of a language, as editors use it. */
export type LanguageId = string;

/** How much of a file's start {@link recognise} wants, in characters. */
export const RECOGNITION_LENGTH = 4096;

/** The language that a file's name alone decides. */
export function recogniseName(
  name: string,
  languages: readonly LanguageFiles[] = languageFiles,
): LanguageId | undefined {
  if (hidesItsKind(name)) return undefined;
  for (const language of languages) if (isClaimed(name, language)) return language.id;
  return undefined;
}

/** By name, unless the content shows another kind; else by content. */
export function recognise(
  name: string,
  head: string,
  languages: readonly LanguageFiles[] = languageFiles,
): LanguageId | undefined {
  const byName = recogniseName(name, languages);
  const start = head.slice(0, RECOGNITION_LENGTH);
  if (byName !== undefined) return languages.find(({ id }) => id === byName)?.isForeign?.(start) ? undefined : byName;
  if (isOtherFile(name)) return undefined;
  // Text of any other kind, systemd's `.target` units included, is none of ours.
  for (const language of languages) if (language.isContent(name, start)) return language.id;
  return undefined;
}

/** Whether an editor takes a file for one of the language's by its name, as the manifest has it. */
export function isClaimed(name: string, { fileNames, filePatterns }: LanguageFiles): boolean {
  return matchesPattern(name, fileNames) || matchesPattern(name, filePatterns);
}

/**
 * Whether a file is none of ours although its language says so: an editor goes by the manifest's patterns, and these
 * cannot except BlueConfig.md, nor an archive that is named as a morphology. Nothing is reported in such a file.
 */
export function isMistaken(name: string, head: string, languages: readonly LanguageFiles[] = languageFiles): boolean {
  const isTaken = hidesItsKind(name) || recogniseName(name, languages) !== undefined;
  return isTaken && recognise(name, head, languages) === undefined;
}
