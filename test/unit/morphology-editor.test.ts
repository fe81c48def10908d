/** The parts of the morphology editor that need no editor: lines of sections, reads that are shared, pages that change. */
import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { speakWithPages } from '../../client/src/editors/common/connection';
import { Cancelled, Loading } from '../../client/src/editors/common/loading';
import { atLevels } from '../../client/src/editors/morphology/levels';
import { linesOfSection } from '../../client/src/editors/morphology/sectionLines';
import type { Morphology } from '../../formats/morphology/model';
import { readTextMorphology } from '../../formats/morphology/read';

function morphologyOf(swc: string): Morphology {
  const { morphology } = readTextMorphology('swc', new TextEncoder().encode(swc));
  assert.ok(morphology);
  return morphology;
}

describe('lines of a section', () => {
  it('are one run where its samples follow one another', () => {
    const morphology = morphologyOf('# remark\n1 1 0 0 0 5 -1\n2 3 6 0 0 1 1\n3 3 9 0 0 1 2\n4 3 12 0 0 1 3\n');
    assert.deepEqual(linesOfSection(morphology, 0), [{ start: 2, end: 4 }]);
  });

  it('are several where others stand between them, the first first', () => {
    const morphology = morphologyOf('1 1 0 0 0 5 -1\n2 3 6 0 0 1 1\n# remark\n3 3 9 0 0 1 2\n');
    assert.deepEqual(linesOfSection(morphology, 0), [
      { start: 1, end: 1 },
      { start: 3, end: 3 },
    ]);
  });

  it('leave out the point that a child takes from its parent', () => {
    const fork = '1 1 0 0 0 5 -1\n2 3 6 0 0 1 1\n3 3 9 0 0 1 2\n4 3 12 3 0 1 3\n5 3 12 -3 0 1 3\n';
    const morphology = morphologyOf(fork);
    assert.deepEqual(
      [0, 1, 2].map((section) => linesOfSection(morphology, section)),
      [[{ start: 1, end: 2 }], [{ start: 3, end: 3 }], [{ start: 4, end: 4 }]],
    );
  });
});

describe('levels of problems', () => {
  const problem = (code: `morph/${string}`) => ({ code, level: 'warning', message: code, place: {} }) as const;

  it('are what the user set; what is off is gone', () => {
    const problems = [problem('morph/zero-diameter'), problem('morph/duplicate-point'), problem('morph/no-soma-found')];
    const shown = atLevels(problems, { 'morph/zero-diameter': 'error', 'morph/duplicate-point': 'off' });
    assert.deepEqual(
      shown.map(({ code, level }) => [code, level]),
      [
        ['morph/zero-diameter', 'error'],
        ['morph/no-soma-found', 'warning'],
      ],
    );
  });
});

describe('a read that views share', () => {
  it('tells each watcher of its progress, also one that comes later', async () => {
    let finish = (): void => undefined;
    const loading = new Loading<string>(async (_signal, progress) => {
      await new Promise<void>((resolve) => (finish = resolve));
      progress('Parsing', null);
      return 'done';
    });
    const heard: string[] = [];
    loading.watch((phase) => heard.push(`first ${phase}`));
    finish();
    assert.equal(await loading.promise, 'done');
    loading.watch((phase) => heard.push(`late ${phase}`));
    assert.deepEqual(heard, ['first Parsing', 'late Parsing']);
  });

  it('stops its work when it is cancelled', async () => {
    const loading = new Loading<never>(
      (signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    );
    loading.cancel();
    await assert.rejects(loading.promise, Cancelled);
    assert.equal(loading.isCancelled, true);
  });
});

describe('pages of one webview', () => {
  it('are told apart by their requests, and answers for one never reach the next', async () => {
    const posted: unknown[] = [];
    let receive: (message: unknown) => void = () => undefined;
    const webview = {
      postMessage: (message: unknown) => {
        posted.push(message);
        return Promise.resolve(true);
      },
      onDidReceiveMessage: (listener: (message: unknown) => void) => {
        receive = listener;
        return { dispose: () => undefined };
      },
    } as unknown as vscode.Webview;
    const log = { error: (message: string) => assert.equal(message, undefined) } as unknown as vscode.LogOutputChannel;
    const answers: ((value: string) => void)[] = [];
    let ended = 0;
    const pages = speakWithPages(webview, log, (connection) => {
      connection.onRequest('ask', () => new Promise((resolve) => answers.push(resolve)));
      return { dispose: () => ended++ };
    });
    const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

    receive('not for us');
    receive({ jsonrpc: '2.0', id: 0, method: 'ask' });
    await settled();
    receive({ jsonrpc: '2.0', id: 0, method: 'ask' });
    await settled();
    assert.equal(ended, 1, 'the first page has ended');
    answers[0]?.('old');
    answers[1]?.('new');
    await settled();
    assert.deepEqual(posted, [{ jsonrpc: '2.0', id: 0, result: 'new' }]);
    pages.dispose();
    assert.equal(ended, 2);
  });
});
