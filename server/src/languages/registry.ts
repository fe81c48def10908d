/** Every language, one line each. */
import { blueConfig } from './blueconfig/language';
import { circuitTarget } from './target/language';
import type { Language } from './language';

const all = [blueConfig, circuitTarget] as const;

export const languages: ReadonlyMap<string, Language<unknown>> = new Map(
  all.map((language) => [language.id, language as unknown as Language<unknown>]),
);
