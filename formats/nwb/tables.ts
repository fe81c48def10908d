/** Tables of a file: which columns they have, and where the values of each are. */
import type { RecordingTable } from '../recording/model';
import type { FoundTable } from './find';
import { forEachOf, join, nameOf, type NwbSource } from './source';
import { firstText, textsOf, type Attributes } from './values';

export interface TableColumn {
  readonly name: string;
  readonly description: string;
  readonly path: string;
  /** Paths of the lists of ends, the innermost first: row r of the table has the values between two of them. */
  readonly indices: readonly string[];
}

export interface NwbTable {
  readonly path: string;
  readonly table: RecordingTable;
  readonly columns: readonly TableColumn[];
  /** Columns that have another number of rows. */
  readonly uneven: readonly { readonly path: string; readonly rowCount: number }[];
}

const COLUMN_LIMIT = 500;

export async function readTables(source: NwbSource, found: readonly FoundTable[]): Promise<readonly NwbTable[]> {
  const names = new Map<string, number>();
  for (const { path } of found) names.set(nameOf(path), (names.get(nameOf(path)) ?? 0) + 1);
  return forEachOf(found, async (each): Promise<NwbTable> => {
    const categories = textsOf(each.attributes.get('categories'));
    const columns = [
      ...columnsOf(each, ''),
      ...(
        await forEachOf(categories, async (category) => {
          const path = join(each.path, category);
          const [children, attributes] = await Promise.all([source.children(path), source.attributes(path)]);
          return columnsOf({ path, children, attributes }, `${category}.`);
        })
      ).flat(),
    ].slice(0, COLUMN_LIMIT);
    const lengths = await forEachOf(columns, async (column) => ({
      path: column.path,
      rowCount: await rowCountAt(source, column.indices.at(-1) ?? column.path),
    }));
    const rowCount = (await rowCountAt(source, join(each.path, 'id'))) ?? lengths[0]?.rowCount ?? 0;
    const described = await forEachOf(columns, async (column) => ({
      ...column,
      description: description(await source.attributes(column.path)),
    }));
    const name = nameOf(each.path);
    return {
      path: each.path,
      table: {
        name: (names.get(name) ?? 0) > 1 ? each.path : name,
        columns: described.map((column) => ({ name: column.name, description: column.description })),
        rowCount,
      },
      columns: described,
      uneven: lengths.flatMap(({ path, rowCount: own }) =>
        own !== undefined && own !== rowCount ? [{ path, rowCount: own }] : [],
      ),
    };
  });
}

/** In the order of `colnames`; without it all datasets but ids and lists of ends. */
function columnsOf({ path, children, attributes }: FoundTable, prefix: string): readonly TableColumn[] {
  const present = new Set(children.filter(({ kind }) => kind === 'dataset').map(({ name }) => name));
  const listed = textsOf(attributes.get('colnames')).filter((name) => present.has(name));
  const isEnds = (name: string) => name.endsWith('_index') && present.has(name.slice(0, -'_index'.length));
  const names = attributes.has('colnames') ? listed : [...present].filter((name) => name !== 'id' && !isEnds(name));
  return names.map((name) => {
    const indices: string[] = [];
    for (let ends = `${name}_index`; present.has(ends); ends = `${ends}_index`) indices.push(join(path, ends));
    return { name: prefix + name, description: '', path: join(path, name), indices };
  });
}

function description(attributes: Attributes): string {
  return firstText(attributes.get('description')) ?? '';
}

async function rowCountAt(source: NwbSource, path: string): Promise<number | undefined> {
  const entity = await source.entity(path);
  return entity?.kind === 'dataset' ? (entity.shape?.[0] ?? 0) : undefined;
}
