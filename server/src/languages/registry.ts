/** What every language does, one line each. Which files are its own stands in formats/recognise/languages.ts. */
import { blueConfig } from './blueconfig/language';
import { neurolucida } from './morphology/neurolucida/language';
import { swc } from './morphology/swc/language';
import { circuitTarget } from './target/language';
import type { Language } from './language';

export const languages: readonly Language<unknown>[] = [
  withAnyTree(blueConfig),
  withAnyTree(circuitTarget),
  withAnyTree(swc),
  withAnyTree(neurolucida),
];

/** A language is handed none but its own trees, which nobody else looks into. */
function withAnyTree<Tree>(language: Language<Tree>): Language<unknown> {
  return language as unknown as Language<unknown>;
}
