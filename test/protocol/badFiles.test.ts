import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LanguageService } from '../../server/src/service/languageService';
import { bbp } from '../support/commandLine';
import { MemoryWorkspace } from '../support/memoryWorkspace';
import { CONFIG, simulationFolder, START_TARGET, USER_TARGET } from '../support/protocolWorkspace';
import { messageOf, positionOf, ServerProcess } from '../support/serverProcess';

const TARGET_FILE = { start: positionOf(CONFIG, 'user.target'), end: positionOf(CONFIG, 'user.target', 11) };

/** What a config says of a `TargetFile` that is no file to read: one problem, and a hint for each name it might define. */
const WRONG: readonly {
  readonly name: string;
  readonly make: (file: string) => void;
  readonly code: string;
  readonly severity: number;
  readonly message: RegExp;
  readonly skip?: boolean;
}[] = [
  {
    name: 'a pipe, which is never opened',
    make: (file) => execFileSync('mkfifo', [file]),
    code: 'FS003',
    severity: 2,
    message: /neither a file nor a folder/,
    skip: process.platform === 'win32',
  },
  {
    name: 'a link to itself',
    make: (file) => {
      symlinkSync('user.target', file);
    },
    code: 'FS001',
    severity: 1,
    message: /File not found/,
  },
  {
    name: 'a link in a circle of links',
    make: (file) => {
      symlinkSync('other.target', file);
      symlinkSync('user.target', path.join(path.dirname(file), 'other.target'));
    },
    code: 'FS001',
    severity: 1,
    message: /File not found/,
  },
  {
    name: 'a folder',
    make: (file) => {
      mkdirSync(file);
    },
    code: 'FS003',
    severity: 1,
    message: /is a folder/,
  },
  {
    name: 'binary',
    make: (file) => {
      writeFileSync(file, Buffer.from([0, 1, 2, 0, 255]));
    },
    code: 'FS001',
    severity: 2,
    message: /cannot be read as text/,
  },
  {
    name: 'forbidden',
    make: (file) => {
      writeFileSync(file, USER_TARGET);
      chmodSync(file, 0);
    },
    code: 'FS001',
    severity: 2,
    message: /permission/,
    // Nothing is forbidden to root.
    skip: process.platform === 'win32' || process.getuid?.() === 0,
  },
];

describe('protocol: a TargetFile that is', () => {
  for (const { name, make, code, severity, message, skip } of WRONG) {
    it(name, async function () {
      if (skip) this.skip();
      const { folder, config } = simulationFolder();
      const file = path.join(folder.path, 'user.target');
      rmSync(file);
      make(file);
      const server = await ServerProcess.start({ folders: [folder.uri] });
      try {
        await server.open(config, CONFIG);
        const found = await server.diagnostics(config);
        const ofFile = found.filter((each) => String(each.code).startsWith('FS'));
        assert.deepEqual(
          ofFile.map((each) => [each.code, each.severity, each.range]),
          [[code, severity, TARGET_FILE]],
        );
        assert.match(messageOf(ofFile[0]), message);
        // Names that it could define are hints: one cause, one message.
        const names = found.filter((each) => each.code === 'BC403');
        assert.deepEqual([...new Set(names.map((each) => each.severity))], [4]);
        // The command line comes to an end with it, and says the same.
        const { output } = bbp(folder.path, 'check', 'BlueConfig', '--format', 'json', '--no-settings');
        const { problems } = JSON.parse(output) as { problems: { code: string; range: object; message: string }[] };
        assert.deepEqual(
          problems.map((each) => [each.code, each.range, each.message]),
          found.map((each) => [each.code, each.range, each.message]),
        );
        assert.equal(await server.stop(), 0);
      } finally {
        server.kill();
        folder.delete();
      }
    });
  }
});

describe('a file', () => {
  const config = 'file:///ws/BlueConfig';
  const targets = 'file:///ws/user.target';

  function workspace(): MemoryWorkspace {
    const files = new MemoryWorkspace();
    files.write(config, CONFIG);
    files.write(targets, USER_TARGET);
    files.write('file:///ws/circuit/start.target', START_TARGET);
    files.addFolder('file:///ws/output');
    return files;
  }
  const filesOf = async (service: LanguageService): Promise<string[]> =>
    (await service.diagnostics(config))
      .filter(({ code }) => code.startsWith('FS'))
      .map(({ code, message }) => `${code} ${message}`);

  it('that vanishes while it is read is said to be gone', async () => {
    const files = workspace();
    const read = files.read.bind(files);
    files.read = async (uri) => {
      if (uri !== targets) return read(uri);
      files.delete(uri);
      return undefined;
    };
    const service = new LanguageService(files);
    assert.deepEqual(
      (await service.unreadable(targets)).map(({ code, message }) => `${code} ${message}`),
      ['FS009 `user.target` is not there any more.'],
    );
    service.filesChanged([{ uri: targets, type: 'deleted' }]);
    assert.match((await filesOf(service)).join('\n'), /^FS001 File not found: `user.target`/);
  });

  it('whose reading breaks off is no crash', async () => {
    const files = workspace();
    const read = files.read.bind(files);
    files.read = (uri) => (uri === targets ? Promise.reject(new Error('EIO')) : read(uri));
    assert.match((await filesOf(new LanguageService(files))).join('\n'), /^FS001 .*cannot be read as text/);
  });

  it('that may not be read is named with the reason, in the config and by itself', async () => {
    const files = workspace();
    files.denied.add(targets);
    const service = new LanguageService(files);
    assert.match((await filesOf(service)).join('\n'), /^FS001 .*permission denied/);
    const [problem] = await service.unreadable(targets);
    assert.deepEqual([problem?.code, problem?.severity], ['FS009', 'error']);
    assert.match(problem?.message ?? '', /permission denied/);
  });
});

describe('protocol: how a file is saved', () => {
  const wrong = CONFIG.replace('ForwardSkip', 'ForwardSikp');
  const saved: readonly (readonly [name: string, bytes: Uint8Array, message: RegExp | undefined])[] = [
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${wrong}`), /byte order mark/],
    ['UTF-16', Buffer.from(`\uFEFF${wrong}`, 'utf16le'), /UTF-16/],
    ['UTF-16 without a mark', Buffer.from(wrong, 'utf16le'), /UTF-16/],
    ['UTF-8', Buffer.from(wrong), undefined],
  ];
  for (const [name, bytes, message] of saved) {
    it(`${name} is ${message ? 'a problem at its first word' : 'none'}, and the rest is checked`, async () => {
      const { folder, config } = simulationFolder({ BlueConfig: '' });
      writeFileSync(path.join(folder.path, 'BlueConfig'), bytes);
      const server = await ServerProcess.start({ folders: [folder.uri] });
      try {
        // The editor has taken the mark away.
        await server.open(config, wrong);
        const found = await server.diagnostics(config);
        const encodings = found.filter(({ code }) => code === 'FS010');
        assert.equal(encodings.length, message ? 1 : 0);
        if (message) assert.match(messageOf(encodings[0]), message);
        assert.ok(
          found.some(({ code }) => code === 'BC103'),
          'a misspelt key is found all the same',
        );
      } finally {
        await server.stop();
        folder.delete();
      }
    });
  }
});
