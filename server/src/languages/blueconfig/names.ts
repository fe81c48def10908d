import { targetNameProblem } from '../../../../formats/target/name';
import type { SymbolKind } from '../../workspace/facts';

/** Brion passes over blocks whose names hold anything else. Source: BlueConfig reference §1.2. */
const BLOCK_NAME = /^[A-Za-z0-9_-]+$/;

export function nameProblem(kind: SymbolKind, name: string): string | undefined {
  if (kind === 'target') return targetNameProblem(name);
  if (BLOCK_NAME.test(name)) return undefined;
  return `\`${name}\` is no name of a block: use letters, digits, \`_\` and \`-\`.`;
}
