import { memberNamesOf } from './memberNames';
import type { TargetContent } from './model';

/** The cells of a target with everything that it contains. */
export interface ResolvedTarget {
  /** `[n]` gids, 1-based, ascending, each once. */
  readonly cells: Uint32Array;
  /** Names of targets that are nowhere defined, each once. */
  readonly undefinedNames: readonly string[];
  /** The names around a circle, from the first to itself again; absent where there is none. */
  readonly cycle?: readonly string[];
}

/**
 * Resolves a target as bluepy and Brion do: the union of its gids and of those of the targets it names, each cell
 * once. Circles are found, never followed again. Source: formats reference of `.target` files, §4.
 */
export function resolveTarget(name: string, lookup: (name: string) => TargetContent | undefined): ResolvedTarget {
  const parts: Uint32Array[] = [];
  const done = new Set<string>();
  const undefinedNames = new Set<string>();
  const path: string[] = [];
  // Where a name is in the path: a search of the path would take a deep chain times its length.
  const onPath = new Map<string, number>();
  let cycle: readonly string[] | undefined;
  // An explicit stack: a chain of targets may be deeper than the call stack.
  const stack: { readonly names: readonly string[]; next: number }[] = [];
  const enter = (next: string): void => {
    if (done.has(next)) {
      const from = onPath.get(next);
      if (from !== undefined) cycle ??= [...path.slice(from), next];
      return;
    }
    done.add(next);
    const content = lookup(next);
    if (!content) {
      undefinedNames.add(next);
      return;
    }
    parts.push(content.body.gids);
    onPath.set(next, path.length);
    path.push(next);
    stack.push({ names: leadingNames(content, lookup), next: 0 });
  };
  enter(name);
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const next = top.names[top.next++];
    if (next !== undefined) enter(next);
    else {
      stack.pop();
      onPath.delete(path.pop() ?? '');
    }
  }
  return { cells: union(parts), undefinedNames: [...undefinedNames], ...(cycle && { cycle }) };
}

/** Names that a target leads to: those of its body, and further words of its lines that are targets. */
function leadingNames({ body }: TargetContent, lookup: (name: string) => TargetContent | undefined): readonly string[] {
  const { members, further } = memberNamesOf(body);
  return further.size === 0 ? [...members] : [...members, ...[...further].filter((word) => lookup(word))];
}

function union(parts: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  all.sort();
  let kept = 0;
  for (let i = 0; i < all.length; i++) if (i === 0 || all[i] !== all[i - 1]) all[kept++] = all[i] ?? 0;
  return all.slice(0, kept);
}
