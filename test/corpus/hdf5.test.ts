import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Hdf5File, Hdf5Type, Hdf5Values } from '../../formats/hdf5/api';
import type { Hdf5Client } from '../../formats/hdf5/client.node';
import { readAll } from '../../formats/hdf5/readAll';
import { CORPUS, describeCorpus } from '../support/corpus';
import { testHdf5Client } from '../support/hdf5';

/** One line of `truth/hdf5.jsonl`: what h5py says of a file. */
interface FileRecord {
  readonly file: string;
  readonly bytes: number;
  readonly root_attrs: readonly AttributeRecord[];
  readonly group_attrs?: readonly { readonly path: string; readonly attrs: readonly AttributeRecord[] }[];
  readonly sample: readonly DatasetRecord[];
  readonly links?: readonly {
    readonly path: string;
    readonly target: string;
    readonly kind: string;
    readonly broken: boolean;
  }[];
}

interface AttributeRecord {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[] | null;
  readonly value: unknown;
}

interface DatasetRecord {
  readonly path: string;
  readonly dtype: string;
  readonly byteorder?: string;
  readonly shape: readonly number[] | null;
  readonly layout: string;
  readonly storage: number;
  readonly chunks?: readonly number[];
  readonly filters?: readonly { readonly id: number }[];
  readonly first?: readonly unknown[];
  readonly last?: readonly unknown[];
  readonly min?: number;
  readonly max?: number;
  readonly sum?: number;
  readonly attrs?: readonly AttributeRecord[];
}

const records: readonly FileRecord[] = CORPUS
  ? readFileSync(path.join(CORPUS, '..', 'truth', 'hdf5.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as FileRecord)
  : [];

/** The words of the record: `string fixed 7 ascii nullterm` is `S7`. */
function nameOf(dtype: string): string {
  const fixed = /^string fixed (\d+)/.exec(dtype);
  if (fixed) return `S${fixed[1] ?? ''}`;
  if (dtype.startsWith('string vlen')) return 'str';
  return dtype.replace(/ .*$/, '');
}

function wordsOf(type: Hdf5Type): string {
  return type.kind === 'region' ? 'reference' : type.name;
}

/** A value as the record writes it. */
function recorded(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value).replace('Infinity', 'inf');
  if (Array.isArray(value)) return value.map(recorded);
  if (typeof value !== 'object' || value === null) return value;
  if ('reference' in value) return { ref: value.reference };
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, recorded(each)]));
}

function listOf({ values }: Hdf5Values): readonly unknown[] {
  return Array.from(values as ArrayLike<unknown>);
}

/** Of a long text the record has the length and a digest. */
function isSame(expected: unknown, found: unknown): boolean {
  if (Array.isArray(expected) && Array.isArray(found)) {
    return expected.length === found.length && expected.every((each, i) => isSame(each, found[i]));
  }
  if (typeof found === 'string' && typeof expected === 'object' && expected !== null && 'sha1' in expected) {
    return createHash('sha1').update(found).digest('hex') === expected.sha1;
  }
  return isDeepStrictEqual(found, expected);
}

class Agreement {
  readonly #counts = new Map<string, [agree: number, of: number]>();
  readonly exceptions: string[] = [];

  is(what: string, where: string, agrees: boolean, found: unknown, expected: unknown): void {
    const [agree, of] = this.#counts.get(what) ?? [0, 0];
    this.#counts.set(what, [agree + (agrees ? 1 : 0), of + 1]);
    if (agrees) return;
    this.exceptions.push(`${where}: ${what} ${show(found)}, recorded ${show(expected)}`);
  }

  same(what: string, where: string, found: unknown, expected: unknown): void {
    this.is(what, where, isSame(expected, found), found, expected);
  }

  toString(): string {
    return [...this.#counts].map(([what, [agree, of]]) => `${what} ${agree}/${of}`).join(', ');
  }
}

function show(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? String(each) : each)).slice(0, 200);
}

describeCorpus('HDF5 files of the corpus', function () {
  this.timeout(240_000);
  let client: Hdf5Client;
  before(() => (client = testHdf5Client()));
  after(() => client.dispose());
  const agreement = new Agreement();

  async function compareAttributes(file: Hdf5File, at: string, where: string, expected: readonly AttributeRecord[]) {
    const attributes = await file.attributes(at);
    for (const { name, dtype, shape, value } of expected) {
      const place = `${where}@${name}`;
      const found = attributes.find((each) => each.name === name);
      if (!found) {
        agreement.is('attribute', place, false, undefined, name);
        continue;
      }
      agreement.same('attribute type', place, wordsOf(found.type).split(' ')[0], nameOf(dtype));
      if (shape === null) continue;
      agreement.same('attribute shape', place, found.shape, shape);
      const values = listOf(found).map(recorded);
      agreement.same('attribute value', place, shape.length === 0 ? values[0] : nested(values, shape), value);
    }
  }

  async function compareDataset(file: Hdf5File, expected: DatasetRecord, where: string) {
    const entity = await file.entity(expected.path);
    if (entity.kind !== 'dataset') {
      agreement.is('dataset', where, false, entity.kind, 'dataset');
      return;
    }
    agreement.same('type', where, wordsOf(entity.type), nameOf(expected.dtype));
    agreement.same('shape', where, entity.shape, expected.shape);
    if (entity.storedBytes !== undefined) agreement.same('stored bytes', where, entity.storedBytes, expected.storage);
    agreement.same('layout', where, entity.layout, expected.layout);
    agreement.same('chunks', where, entity.chunks, expected.chunks);
    const ids = (filters: readonly { readonly id: number }[] = []) => filters.map(({ id }) => id);
    agreement.same('filters', where, ids(entity.filters), ids(expected.filters));
    if (expected.byteorder === 'be') agreement.same('byte order', where, entity.type.littleEndian, false);
    await compareAttributes(file, expected.path, where, expected.attrs ?? []);
    if (!expected.first || !expected.last) return;
    const values = listOf(await readAll(file, expected.path));
    const isLists = Array.isArray(expected.first[0]);
    if (isLists) return;
    agreement.same('first values', where, values.slice(0, expected.first.length).map(recorded), expected.first);
    agreement.same(
      'last values',
      where,
      values.slice(values.length - expected.last.length).map(recorded),
      expected.last,
    );
    if (expected.sum === undefined) return;
    let [sum, least, greatest] = [0, Infinity, -Infinity];
    for (const value of values.map(Number).filter(Number.isFinite)) {
      sum += value;
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    agreement.same('least and greatest', where, [least, greatest], [expected.min, expected.max]);
    // The order of the additions differs.
    const isNear = Math.abs(sum - expected.sum) <= 1e-6 * Math.max(1, Math.abs(expected.sum));
    agreement.is('sum', where, isNear, sum, expected.sum);
  }

  it('are read as h5py reads them', async () => {
    for (const record of records) {
      const file = await client.open(path.join(CORPUS ?? '', record.file));
      agreement.same('size', record.file, file.size, record.bytes);
      await compareAttributes(file, '/', `${record.file} /`, record.root_attrs);
      for (const { path: group, attrs } of record.group_attrs ?? []) {
        await compareAttributes(file, group, `${record.file} ${group}`, attrs);
      }
      for (const dataset of record.sample) {
        await compareDataset(file, dataset, `${record.file} ${dataset.path}`);
      }
      for (const { path: link, target, kind } of record.links ?? []) {
        const at = link.lastIndexOf('/');
        const children = await file.children(link.slice(0, at) || '/');
        const child = children.find(({ name }) => name === link.slice(at + 1));
        agreement.same('link', `${record.file} ${link}`, [child?.target?.path, child?.kind], [target, kind]);
      }
      await file.close();
    }
    console.log(`\nHDF5: ${records.length} files; ${agreement.toString()}`);
    console.log(agreement.exceptions.slice(0, 400).join('\n'));
    assert.deepEqual(agreement.exceptions, []);
  });
});

/** Values row by row as lists of lists. */
function nested(values: readonly unknown[], shape: readonly number[]): readonly unknown[] {
  let rows = values;
  for (const width of shape.slice(1).reverse()) {
    const flat = rows;
    rows = Array.from({ length: flat.length / width }, (_, row) => flat.slice(row * width, (row + 1) * width));
  }
  return rows;
}
