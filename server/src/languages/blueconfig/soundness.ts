/** Which parts of a tree may be judged by what they say, and which are broken already. */
import { lineEnd } from '../../../../formats/text/layout';
import type { Block, BlueConfigTree, Entry } from './tree';

/** Blocks of which every key is in the tree: nothing may be called missing in the others. */
export function intactBlocks(tree: BlueConfigTree, text: string): readonly Block[] {
  let at = 0;
  return tree.blocks.filter((block) => {
    while (at < tree.stray.length && (tree.stray[at]?.end ?? 0) <= block.start) at++;
    const stray = tree.stray[at];
    if (stray && stray.start < (block.close?.start ?? block.end)) return false;
    return block.open !== undefined && isClosed(block) && textAfterBrace(text, block.open.end) === undefined;
  });
}

/** Whether the closing brace is there, be it at a place where readers do not see it. */
export function isClosed(block: Block): boolean {
  return block.close !== undefined || block.braceInValue !== undefined;
}

/** What stands behind a brace in its line, comments aside; the tree does not have it as keys. */
function textAfterBrace(text: string, offset: number): string | undefined {
  const rest = text.slice(offset, lineEnd(text, offset)).trim();
  return rest === '' || rest.startsWith('#') ? undefined : rest;
}

/** Whether a line ends with the backslash that is a line continuation elsewhere. */
export function endsWithBackslash({ key, value }: Entry): boolean {
  if (!value) return key.text.endsWith('\\');
  return !value.inlineComment && value.raw.text.endsWith('\\');
}

/** Whether an entry is the rest of the line above it, in the mind of whoever wrote it. */
export function continues(text: string, before: Entry | undefined, entry: Entry): boolean {
  if (!before || !endsWithBackslash(before)) return false;
  return /^[ \t]*(\r\n|\r|\n)[ \t]*$/.test(text.slice(before.end, entry.start));
}

/** Entries whose keys are meant to be keys. */
export function soundEntries(block: Block, text: string): readonly Entry[] {
  return block.entries.filter((entry, index) => !continues(text, block.entries[index - 1], entry));
}
