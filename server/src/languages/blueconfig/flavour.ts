import { baseName } from '../../workspace/paths';
import { entryOf, runBlock, type BlueConfigTree } from './tree';

/** What a circuit without a simulation is described with. Source: circuitconfig-legacy reference §1. */
const CIRCUIT_SECTIONS: ReadonlySet<string> = new Set(['Run', 'Projection', 'Circuit']);

/**
 * Whether a file describes a circuit only, so that nothing need be said of a simulation. A name decides where it can:
 * a BlueConfig is a simulation, a CircuitConfig is none unless it holds parts of one.
 */
export function isCircuitOnly(tree: BlueConfigTree, uri: string): boolean {
  const name = baseName(uri);
  if (/^BlueConfig|\.BlueConfig$/.test(name)) return false;
  const run = runBlock(tree);
  if (!run || entryOf(run, 'Duration')) return false;
  return tree.blocks.every((block) => CIRCUIT_SECTIONS.has(block.header.type.text));
}
