import type { CompletionEntry, FeatureContext } from '../../language';
import type { FolderEntry } from '../../../workspace/workspace';
import { ConfigPaths } from '../paths';
import type { KeySchema } from '../schema/types';
import type { BlueConfigTree } from '../tree';
import { edgePath, isUrl } from '../values';
import type { ValuePlace } from './place';

const RANKS = { wanted: 10, folder: 11, other: 12, hidden: 13 } as const;

/** What lies in the folder that is written so far. */
export async function pathEntries(
  context: FeatureContext<BlueConfigTree>,
  schema: KeySchema,
  { block, value, offset }: ValuePlace,
): Promise<CompletionEntry[]> {
  const blanks = value.text.length - value.text.trimStart().length;
  const written = { start: value.start + blanks, end: value.end, text: value.text.slice(blanks) };
  const { path } = schema.type === 'edges' ? edgePath(written) : { path: written };
  if ((schema.url && isUrl(path.text)) || offset > path.end) return [];
  const typed = path.text.slice(0, Math.max(0, offset - path.start));
  const folder = typed.slice(0, typed.lastIndexOf('/') + 1);
  const start = Math.min(offset, path.start + folder.length);
  const slash = path.text.indexOf('/', typed.length);
  const end = slash < 0 ? path.end : path.start + slash + 1;
  const paths = new ConfigPaths(context.document.tree, context.document.uri);
  const places = folder === '' ? paths.foldersFor(schema, block) : paths.candidates(schema, block, folder);
  const entries = new Map<string, FolderEntry>();
  for (const place of places) {
    for (const entry of await context.list(place)) if (!entries.has(entry.name)) entries.set(entry.name, entry);
  }
  // Where more of the path follows, only folders lead on; a folder key wants no file either.
  const onlyFolders = slash >= 0 || schema.type === 'directory';
  return [...entries.values()]
    .filter(({ name, kind }) => isWritable(schema, name) && (kind === 'directory' || !onlyFolders))
    .map(({ name, kind }): CompletionEntry => {
      const isFolder = kind === 'directory';
      return {
        label: isFolder ? `${name}/` : name,
        kind: isFolder ? 'folder' : 'file',
        span: { start, end },
        insertText: isFolder ? `${name}/` : name,
        ...(isFolder && { continues: true }),
        rank: RANKS[groupOf(schema, name, isFolder)],
      };
    });
}

function groupOf({ extensions }: KeySchema, name: string, isFolder: boolean): keyof typeof RANKS {
  if (name.startsWith('.')) return 'hidden';
  if (isFolder) return 'folder';
  return !extensions || extensions.some((extension) => name.endsWith(extension)) ? 'wanted' : 'other';
}

/** Whether a path with this name can be written: `#` starts a comment, `:` a population. */
function isWritable({ type }: KeySchema, name: string): boolean {
  return !/[\r\n#]|^\s|\s$/.test(name) && !(type === 'edges' && name.includes(':'));
}
