/** Keys of stimuli that do nothing where they stand. */
import type { KeySchema, PatternSchema } from './schema/types';
import { holds } from './keyUse';
import { valueOf, type Block } from './tree';

/** What a key of a stimulus or an injection has no effect with: `Pattern Pulse`, `Mode Current`; undefined where it has. */
export function withoutEffect(schema: KeySchema, block: Block, pattern: PatternSchema | undefined): string | undefined {
  const mode = valueOf(block, 'Mode')?.text;
  const other = schema.ignoredWhen;
  if (other && holds(other, block)) return `${other.key} ${valueOf(block, other.key)?.text ?? ''}`;
  if (schema.modes && mode !== undefined && !schema.modes.includes(mode)) return `Mode ${mode}`;
  // An extracellular signal is a pulse train, whatever the pattern.
  if (!schema.patterns || !pattern || mode === 'Extracellular') return undefined;
  return schema.patterns.includes(pattern.name) ? undefined : `Pattern ${pattern.name}`;
}
