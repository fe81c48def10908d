import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'jsonc-parser';
import type { Levels } from '../../server/src/diagnostics/check';
import { levelsFrom } from '../../server/src/service/settings';

/** `bbp.rules` of the current folder's `.vscode/settings.json`; none where it cannot be read. */
export async function readLevels(folder: string): Promise<Levels> {
  const text = await readFile(path.join(folder, '.vscode', 'settings.json'), 'utf8').catch(() => '{}');
  const settings: unknown = parse(text, [], { allowTrailingComma: true });
  return levelsFrom((settings as Record<string, unknown> | undefined)?.['bbp.rules']);
}
