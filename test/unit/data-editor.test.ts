/** The data editor without an editor: a session over fakes, questions with bounds, values on their way to the page. */
import assert from 'node:assert/strict';
import path from 'node:path';
import type * as vscode from 'vscode';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import { boundedBins, boundedRange, sizeText } from '../../client/src/editors/data/bounds';
import { createDataOpener } from '../../formats/dataFile/open.node';
import { answerQuestions } from '../../client/src/editors/data/requests';
import { DataSession } from '../../client/src/editors/data/session';
import type { DataSource } from '../../formats/dataFile/source';
import { speakWithPages } from '../../client/src/editors/common/connection';
import { Hdf5Error, type Hdf5File, type Hdf5Type } from '../../formats/hdf5/api';
import { packed, unpacked } from '../../protocol/packing';
import { abf2File } from '../support/abfFile';
import { testHdf5Client } from '../support/hdf5';
import { MemoryHdf5File } from '../support/hdf5Memory';
import { writeSparseHdf5 } from '../support/sparseHdf5';
import { TemporaryFolder } from '../support/temporaryFolder';

const FLOAT: Hdf5Type = { kind: 'float', name: 'float64', size: 8, littleEndian: true };

function sourceOf(file: Hdf5File, close: () => Promise<void> = () => Promise.resolve()): DataSource {
  const nothing = (): Promise<void> => Promise.resolve();
  const hdf5 = Object.assign(file, { allow: nothing, reopen: nothing });
  return { kind: 'hdf5', size: 1000, title: 'HDF5', facts: [], hdf5, close };
}

/** A page that asks, and the extension that answers it. */
class Page {
  readonly #waiting = new Map<number, (message: Answer) => void>();
  #receive: (message: unknown) => void = () => undefined;
  #lastId = -1;
  readonly pages;
  readonly unexpected: unknown[] = [];
  crossed: unknown[] = [];

  constructor(session: DataSession) {
    const webview = {
      postMessage: (message: Answer) => {
        this.crossed.push(message);
        this.#waiting.get(message.id)?.(unpacked(message));
        return Promise.resolve(true);
      },
      onDidReceiveMessage: (listener: (message: unknown) => void) => {
        this.#receive = listener;
        return { dispose: () => undefined };
      },
    } as unknown as vscode.Webview;
    const logged = (message: string): void => assert.equal(message, undefined, 'nothing is logged');
    const log = { error: logged, warn: logged } as unknown as vscode.LogOutputChannel;
    this.pages = speakWithPages(webview, log, (connection: MessageConnection) => {
      const gone = new AbortController();
      answerQuestions(connection, session, gone.signal, (error) => this.unexpected.push(error));
      return { dispose: () => gone.abort() };
    });
  }

  ask(method: string, params: unknown): { readonly id: number; readonly answer: Promise<Answer> } {
    const id = ++this.#lastId;
    const answer = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    // As VS Code sends it: what JSON lacks is lost.
    this.#receive(JSON.parse(JSON.stringify({ jsonrpc: '2.0', id, method, params })));
    return { id, answer };
  }

  async result<Result>(method: string, params: unknown): Promise<Result> {
    const { result, error } = await this.ask(method, params).answer;
    assert.equal(error, undefined);
    return result as Result;
  }

  async refusal(method: string, params: unknown): Promise<{ readonly code: number; readonly message: string }> {
    const { error } = await this.ask(method, params).answer;
    assert.ok(error, 'it is refused');
    return error;
  }

  cancel(id: number): void {
    this.#receive({ jsonrpc: '2.0', method: '$/cancelRequest', params: { id } });
  }
}

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

const noEvents = { changed: () => undefined, restarted: () => undefined };

function pageOf(hdf5: Hdf5File): Page {
  return new Page(new DataSession(() => Promise.resolve(sourceOf(hdf5)), noEvents));
}

describe('questions of a data page', () => {
  const file = new MemoryHdf5File({
    groups: {
      many: {
        groups: Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`g${String(i).padStart(4, '0')}`, {}])),
      },
    },
    datasets: { numbers: { values: Float64Array.of(1, NaN, 3), attributes: [{ name: 'unit', values: 'mV' }] } },
  });

  it('give the names of a group page by page, with their number', async () => {
    const page = pageOf(file);
    const first = await page.result<{ total: number; children: { name: string }[] }>('data/children', {
      path: '/many',
      range: { start: 0, end: 3000 },
    });
    assert.equal(first.total, 3000);
    assert.equal(first.children.length, 2000, 'at most 2000 a page');
    const second = await page.result<{ children: { name: string }[] }>('data/children', {
      path: '/many',
      range: { start: 2999, end: 4000 },
    });
    assert.deepEqual(
      second.children.map(({ name }) => name),
      ['g2999'],
    );
  });

  it('give rows of at most 200 paths, and say of one that is missing why', async () => {
    const paths = ['/numbers', '/nowhere', ...Array.from({ length: 300 }, () => '/many')];
    const rows = await pageOf(file).result<
      { path: string; attributeCount: number; entity: { kind: string; reason?: string } }[]
    >('data/rows', { paths });
    assert.equal(rows.length, 200);
    assert.deepEqual([rows[0]?.entity.kind, rows[0]?.attributeCount], ['dataset', 1]);
    assert.deepEqual(rows[1]?.entity, { kind: 'unresolved', path: '/nowhere', reason: 'there is no /nowhere' });
  });

  it('give values with NaN, whatever JSON does to the selection', async () => {
    const read = await pageOf(file).result<{ values: Float64Array }>('data/read', {
      path: '/numbers',
      selection: [undefined],
    });
    assert.deepEqual(read.values, Float64Array.of(1, NaN, 3));
  });

  it('refuse more than 32 MB, and name the size', async () => {
    const huge = Object.assign(Object.create(file) as Hdf5File, {
      entity: () =>
        Promise.resolve({ kind: 'dataset', path: '/huge', type: FLOAT, shape: [1e6, 1000], filters: [] } as never),
      read: () => assert.fail('it is not read'),
    });
    const { message } = await pageOf(huge).refusal('data/read', { path: '/huge', selection: [] });
    assert.match(message, /8\.0 GB of \/huge/);
  });

  it('refuse what an ABF file has not', async () => {
    const session = new DataSession(
      () => Promise.resolve({ kind: 'abf', size: 1, title: '', facts: [], close: () => Promise.resolve() }),
      noEvents,
    );
    const { message } = await new Page(session).refusal('data/entity', { path: '/' });
    assert.match(message, /no HDF5 file/);
  });

  it('end when the page cancels them, and stop the read', async () => {
    let started = (): void => undefined;
    const begun = new Promise<void>((resolve) => (started = resolve));
    let stopped = false;
    const slow = Object.assign(Object.create(file) as Hdf5File, {
      search: (_text: string, _limit: number, signal: AbortSignal) => {
        started();
        return new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            stopped = true;
            reject(new Hdf5Error('cancelled', 'The search was cancelled.'));
          });
        });
      },
    });
    const page = pageOf(slow);
    const { id, answer } = page.ask('data/search', { text: 'x', limit: 10 });
    await begun;
    page.cancel(id);
    assert.equal((await answer).error?.code, -32_800);
    assert.equal(stopped, true);
    assert.deepEqual(page.unexpected, []);
  });

  it('count what crosses to the page', async () => {
    const page = pageOf(new MemoryHdf5File({ datasets: { big: { values: new Float32Array(250_000) } } }));
    await page.result('data/read', { path: '/big', selection: [] });
    const bytes = page.pages.sentBytes();
    assert.ok(bytes >= 1_000_000 && bytes < 1_001_000, `${bytes} bytes for 1 MB of values`);
  });
});

describe('bounds of a question', () => {
  it('hold whatever a page sends', () => {
    assert.deepEqual(boundedRange({ start: 5, end: 9 }, 100), { start: 5, end: 9 });
    assert.deepEqual(boundedRange({ start: -1, end: 1e9 }, 100), { start: 0, end: 100 });
    assert.deepEqual(boundedRange({ start: 7, end: NaN }, 100), { start: 7, end: 7 });
    assert.deepEqual([boundedBins(0, 16), boundedBins(1.5, 16), boundedBins(1e12, 16)], [1, 1, 2 * 1024 * 1024]);
  });

  it('name sizes as people do', () => {
    assert.deepEqual([0, 999, 1000, 3.1e9, 25e6].map(sizeText), ['0 bytes', '999 bytes', '1.0 kB', '3.1 GB', '25 MB']);
  });
});

describe('values on their way to a page', () => {
  it('come through JSON as they were', () => {
    const record = {
      id: 2n ** 63n,
      ratio: NaN,
      most: Infinity,
      least: -Infinity,
      none: null,
      text: '12n',
      nested: [[1, -0]],
    };
    const crossed: unknown = JSON.parse(JSON.stringify(packed(record)));
    assert.deepEqual(unpacked(crossed), record);
  });

  it('take no memory of others along, and stay the same object where nothing changes', () => {
    const part = packed({ values: new Float32Array(1000).subarray(0, 2) });
    assert.equal(part.values.buffer.byteLength, 8);
    const same = { a: [1, 'two', Float64Array.of(NaN)] };
    assert.equal(packed(same), same);
    assert.equal(unpacked(same), same);
  });
});

describe('the session of a data file', () => {
  const closedError = () => new Hdf5Error('closed', 'The HDF5 thread ended.');

  it('opens once for all questions, and again after a change, the old one closed first', async () => {
    const log: string[] = [];
    let count = 0;
    const session = new DataSession(
      () => {
        const number = ++count;
        log.push(`open ${number}`);
        return Promise.resolve(
          sourceOf(new MemoryHdf5File({}), () => {
            log.push(`close ${number}`);
            return Promise.resolve();
          }),
        );
      },
      { changed: () => log.push('changed'), restarted: () => log.push('restarted') },
    );
    await Promise.all([session.ask('a', () => Promise.resolve(1)), session.ask('b', () => Promise.resolve(2))]);
    await session.reload();
    await session.dispose();
    assert.deepEqual(log, ['open 1', 'close 1', 'open 2', 'changed', 'close 2']);
    await assert.rejects(session.source(), /closed/);
  });

  it('asks again what a reload cut off', async () => {
    const session = new DataSession(() => Promise.resolve(sourceOf(new MemoryHdf5File({}))), noEvents);
    const sources: DataSource[] = [];
    const answer = await session.ask('read', async (source) => {
      sources.push(source);
      if (sources.length > 1) return 'new';
      await session.reload();
      throw closedError();
    });
    assert.equal(answer, 'new');
    assert.notEqual(sources[0], sources[1]);
  });

  it('starts anew when the thread ends, and does not ask for ever what ends it', async () => {
    let restarts = 0;
    let opened = 0;
    const session = new DataSession(
      () => {
        opened++;
        return Promise.resolve(sourceOf(new MemoryHdf5File({})));
      },
      { changed: () => undefined, restarted: () => restarts++ },
    );
    let asked = 0;
    const deadly = (): Promise<never> => {
      asked++;
      return Promise.reject(closedError());
    };
    await assert.rejects(session.ask('deadly', deadly), /thread ended/);
    await assert.rejects(session.ask('deadly', deadly), /thread ended/);
    await assert.rejects(session.ask('deadly', deadly), /more than once/);
    assert.equal(asked, 2);
    assert.equal(await session.ask('harmless', () => Promise.resolve('answer')), 'answer');
    assert.deepEqual([opened, restarts], [3, 2]);
  });

  it('tries again to open what could not be opened', async () => {
    let tries = 0;
    const session = new DataSession(
      () =>
        ++tries === 1
          ? Promise.reject(new Hdf5Error('truncated', 'It is cut off.'))
          : Promise.resolve(sourceOf(new MemoryHdf5File({}))),
      noEvents,
    );
    await assert.rejects(session.source(), /cut off/);
    assert.equal((await session.source()).kind, 'hdf5');
  });
});

describe('data files on disk', function () {
  this.timeout(30_000);
  const folder = new TemporaryFolder();
  const opener = createDataOpener(path.resolve('dist/hdf5.worker.js'));

  after(async () => {
    await opener.dispose();
    folder.delete();
  });

  it('of 6 GB send a page no more than it shows', async () => {
    const file = path.join(folder.path, 'large.h5');
    const client = testHdf5Client();
    const count = 1_500_000_000;
    await writeSparseHdf5(client, file, count, { [count - 1]: 2.5, [count - 1_000_000]: -3 });
    await client.dispose();
    const session = new DataSession(() => opener.open(file, []), noEvents);
    const page = new Page(session);

    assert.equal((await session.source()).title, 'HDF5 · 1 dataset');
    const { children } = await page.result<{ children: unknown[] }>('data/children', {
      path: '/',
      range: { start: 0, end: 200 },
    });
    assert.equal(children.length, 1);
    await page.result('data/rows', { paths: ['/signal'] });
    const shape = (await page.result<{ entity: { shape: number[] } }>('data/entity', { path: '/signal' })).entity.shape;
    assert.deepEqual(shape, [count]);
    const { values } = await page.result<{ values: Float32Array }>('data/read', {
      path: '/signal',
      selection: [{ start: count - 100, end: count }],
    });
    assert.equal(values.at(-1), 2.5);
    const { minima, maxima } = await page.result<{ minima: Float64Array; maxima: Float64Array }>('data/minMax', {
      path: '/signal',
      selection: [{ start: count - 1_000_000, end: count }],
      bins: 1000,
    });
    assert.deepEqual([minima.length, minima[0], maxima.at(-1)], [1000, -3, 2.5]);
    assert.match((await page.refusal('data/read', { path: '/signal', selection: [null] })).message, /6\.0 GB/);

    const crossed = page.pages.sentBytes();
    assert.ok(crossed < 20_000, `${crossed} bytes crossed: 1000 parts are 16 000`);
    await session.dispose();
  });

  it('of ABF are known by their first bytes, and say why they cannot be read', async () => {
    const bytes = abf2File({ sweeps: [[[1], [2]]], channels: [{ name: 'IN 0', unit: 'mV' }] });
    folder.write('recording.data', bytes);
    const source = await opener.open(path.join(folder.path, 'recording.data'), []);
    assert.deepEqual([source.kind, source.recording?.recording.sweeps.length], ['abf', 1]);
    await source.close();
    folder.write('text.abf', 'no recording');
    await assert.rejects(opener.open(path.join(folder.path, 'text.abf'), []), /“ABF ” or “ABF2”/);
    await assert.rejects(opener.open(path.join(folder.path, 'nowhere.abf'), []), /no such file/);
  });
});
