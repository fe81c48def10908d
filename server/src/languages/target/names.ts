import { targetNameProblem } from '../../../../formats/target/name';
import type { SymbolKind } from '../../workspace/facts';

export function nameProblem(_kind: SymbolKind, name: string): string | undefined {
  return targetNameProblem(name);
}
