/** What a row of the tree says of its object. */
import type { Hdf5Child } from '../../../formats/hdf5/api';
import type { TreeRow } from '../../../protocol/dataView';
import { counted } from '../../common/numbers';
import { shapeText, storageFacts, typeText } from '../dataset/values';

export function iconOf({ kind }: Hdf5Child, row: TreeRow | undefined): string {
  if (row?.entity.kind === 'unresolved') return 'debug-disconnect';
  if (row?.entity.kind === 'dataset') {
    if (row.entity.type.kind === 'string') return 'symbol-string';
    return row.entity.type.kind === 'compound' ? 'symbol-structure' : 'symbol-array';
  }
  const icons = { group: 'folder', dataset: 'symbol-array', datatype: 'symbol-class', link: 'link' } as const;
  return icons[kind];
}

/** "float32 · 6 012 334 · chunks 65 536 · gzip", "→ other.h5:/edges", "→ /gone: there is no such object". */
export function detailText({ target }: Hdf5Child, row: TreeRow | undefined): string {
  const link = target ? [`→ ${target.file === undefined ? '' : `${target.file}:`}${target.path}`] : [];
  return [...link, ...entityFacts(row)].join(' · ');
}

function entityFacts(row: TreeRow | undefined): readonly string[] {
  if (!row) return [];
  const { entity } = row;
  if (entity.kind === 'group') return [counted(entity.childCount, 'object')];
  if (entity.kind === 'datatype') return [typeText(entity.type)];
  if (entity.kind === 'unresolved') return [entity.reason];
  return [typeText(entity.type), shapeText(entity.shape), ...storageFacts(entity)];
}
