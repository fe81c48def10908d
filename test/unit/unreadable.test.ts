import assert from 'node:assert/strict';
import { LanguageService } from '../../server/src/service/languageService';
import { READ_LIMIT, type FileStatus } from '../../server/src/workspace/workspace';
import { MemoryWorkspace } from '../support/memoryWorkspace';

const CONFIG = 'Run Default\n{\n    TargetFile user.target\n    CircuitTarget Small\n}\n';
const BOM = '\ufeff';
const CONFIG_URI = 'file:///ws/BlueConfig';
const TARGET_URI = 'file:///ws/user.target';

function utf16(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(BOM + text, 'utf16le'));
}

function serviceWith(files: Readonly<Record<string, string | Uint8Array>>, workspace = new MemoryWorkspace()) {
  for (const [name, content] of Object.entries(files)) workspace.write(`file:///ws/${name}`, content);
  return { workspace, service: new LanguageService(workspace) };
}

const brief = (problems: readonly { severity: string; code: string; message: string }[]): string[] =>
  problems.map(({ severity, code, message }) => `${severity} ${code} ${message}`);

async function found(service: LanguageService, uri: string, pattern: RegExp): Promise<string[]> {
  return brief((await service.diagnostics(uri)).filter(({ code }) => pattern.test(code)));
}

class LargeFiles extends MemoryWorkspace {
  override async stat(uri: string): Promise<FileStatus | 'denied' | undefined> {
    const status = await super.stat(uri);
    return status && status !== 'denied' && status.kind === 'file' ? { ...status, size: READ_LIMIT + 1 } : status;
  }
}

/** Files that are there when their status is asked for, and gone when they are read. */
class VanishingFiles extends MemoryWorkspace {
  override read(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}

describe('files that cannot be read', () => {
  const reasonOf = async (service: LanguageService, uri = CONFIG_URI): Promise<string[]> =>
    brief(await service.unreadable(uri));

  it('are reported with the reason', async () => {
    const { workspace, service } = serviceWith({ BlueConfig: 'Run\0', 'BlueConfig.closed': CONFIG, notes: 'words' });
    assert.deepEqual(await reasonOf(service), ['error FS009 `BlueConfig` is no text: it has NUL bytes.']);
    workspace.unreadable.add('file:///ws/BlueConfig.closed');
    assert.deepEqual(await reasonOf(service, 'file:///ws/BlueConfig.closed'), [
      'error FS009 `BlueConfig.closed` may not be read: permission denied.',
    ]);
    workspace.others.add('file:///ws/BlueConfig.pipe');
    assert.deepEqual(await reasonOf(service, 'file:///ws/BlueConfig.pipe'), [
      'error FS009 `BlueConfig.pipe` is neither a file nor a folder.',
    ]);
    assert.deepEqual(await reasonOf(service, 'file:///ws/BlueConfig.gone'), [
      'error FS009 `BlueConfig.gone` is not there any more.',
    ]);
    assert.match((await reasonOf(service, 'file:///ws/notes'))[0] ?? '', /^warning FS011 `notes` is of no kind/);
    assert.equal(workspace.reads, 2, 'what is no config is not read to its end');
  });

  it('are not read where they are too large', async () => {
    const { workspace, service } = serviceWith({ BlueConfig: CONFIG }, new LargeFiles());
    assert.deepEqual(await reasonOf(service), ['error FS009 `BlueConfig` is larger than 500 MB.']);
    assert.equal(workspace.reads, 0);
  });

  it('may vanish between two questions', async () => {
    const { service } = serviceWith({ BlueConfig: CONFIG, 'user.target': '' }, new VanishingFiles());
    assert.deepEqual(await service.diagnostics(CONFIG_URI), []);
    assert.deepEqual(await reasonOf(service), ['error FS009 `BlueConfig` is not there any more.']);
    service.openDocument(CONFIG_URI, 'blueconfig', 1, CONFIG);
    const problems = await found(service, CONFIG_URI, /^FS00|BC403/);
    assert.equal(problems.length, 2, problems.join('\n'));
    assert.match(problems[0] ?? '', /^warning FS001 `user.target` .* cannot be read as text/);
    assert.match(problems[1] ?? '', /^hint BC403/);
  });

  it('are tried again: permissions change without a trace', async () => {
    const { workspace, service } = serviceWith({ BlueConfig: CONFIG });
    workspace.unreadable.add(CONFIG_URI);
    assert.equal((await reasonOf(service)).length, 1);
    workspace.unreadable.clear();
    assert.deepEqual(await reasonOf(service), []);
    assert.ok(await service.document(CONFIG_URI));
  });

  it('obey the levels', async () => {
    const { service } = serviceWith({ BlueConfig: 'Run\0', notes: 'words' });
    service.levels = { FS009: 'warning', FS011: 'off' };
    assert.match((await reasonOf(service))[0] ?? '', /^warning FS009/);
    assert.deepEqual(await reasonOf(service, 'file:///ws/notes'), []);
  });

  it('are judged the same in an editor that shows them', async () => {
    const { service } = serviceWith({ BlueConfig: 'Run\0' });
    const onDisk = await service.unreadable(CONFIG_URI);
    service.openDocument(CONFIG_URI, 'blueconfig', 1, 'Run\0');
    assert.deepEqual(await service.diagnostics(CONFIG_URI), onDisk);
    assert.deepEqual(await service.outline(CONFIG_URI), []);
    service.openDocument(CONFIG_URI, 'blueconfig', 2, CONFIG);
    assert.deepEqual(await found(service, CONFIG_URI, /FS009/), []);
    service.closeDocument(CONFIG_URI);
    assert.deepEqual(await service.diagnostics(CONFIG_URI), [], 'closed, it is no matter of the editor');
  });
});

describe('the encoding of a file', () => {
  const TARGET = 'Target Cell Small\n{\n    a1\n}\n';

  for (const [name, content, pattern] of [
    ['a byte order mark', new TextEncoder().encode(BOM + TARGET), /byte order mark/],
    ['UTF-16', utf16(TARGET), /UTF-16/],
    ['UTF-16 without a mark', utf16(TARGET).subarray(2), /UTF-16/],
  ] as const) {
    it(`${name}: one error at the first word, the same in the editor`, async () => {
      const { workspace, service } = serviceWith({ 'user.target': content });
      const problems = await service.diagnostics(TARGET_URI);
      assert.deepEqual(brief(problems).length, 1, brief(problems).join('\n'));
      const [problem] = problems;
      assert.ok(problem?.code === 'FS010' && problem.severity === 'error');
      assert.match(problem.message, pattern);
      assert.deepEqual(problem.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 6 } });
      service.openDocument(TARGET_URI, 'circuittarget', 1, TARGET);
      assert.deepEqual(await service.diagnostics(TARGET_URI), problems);
      workspace.write(TARGET_URI, TARGET);
      service.filesChanged([{ uri: TARGET_URI, type: 'changed' }]);
      assert.deepEqual(await service.diagnostics(TARGET_URI), [], 'saved as UTF-8');
    });
  }

  it('Latin-1 is silent, and so is a file that is only in the editor', async () => {
    const latin = Uint8Array.from(Buffer.from(`# caf\xe9\n${TARGET}`, 'latin1'));
    const { service } = serviceWith({ 'user.target': latin });
    assert.deepEqual(await service.diagnostics(TARGET_URI), []);
    service.openDocument('untitled:user.target', 'circuittarget', 1, TARGET);
    assert.deepEqual(await service.diagnostics('untitled:user.target'), []);
  });
});

describe('a path in another case than on disk', () => {
  it('is one error, and what it leads to is known', async () => {
    const { service } = serviceWith({
      BlueConfig: CONFIG.replace('user.target', 'User.Target').replace('Small', 'Smal'),
      'user.target': 'Target Cell Small\n{\n    a1\n}\n',
    });
    const problems = await found(service, CONFIG_URI, /^FS|BC403/);
    assert.equal(problems.length, 2, problems.join('\n'));
    assert.match(problems[0] ?? '', /^error FS007 .*`user.target`/);
    assert.match(problems[1] ?? '', /^error BC403 .*`Smal`.*`Small`/);
    const cells = await service.resolveMembers(CONFIG_URI, 'Small');
    assert.deepEqual([...(cells?.cells ?? [])], [1]);
  });

  it('says nothing of the files in a folder of another case', async () => {
    const config =
      'Run Default\n{\n    CircuitPath Circuit\n    CellLibraryFile nodes.h5\n    OutputRoot Output\n    CircuitTarget Mosaic\n}\n';
    const { service } = serviceWith({
      BlueConfig: config,
      'circuit/start.target': 'Target Cell Mosaic\n{\n    a1\n}\n',
      'circuit/nodes.h5': '',
      'output/out.dat': '',
    });
    const problems = await found(service, CONFIG_URI, /^FS|BC403/);
    assert.deepEqual(
      problems.map((each) => each.slice(0, each.indexOf('`'))),
      ['error FS007 ', 'warning FS007 '],
      problems.join('\n'),
    );
  });

  it('is no start.target', async () => {
    const { service } = serviceWith({
      BlueConfig: 'Run Default\n{\n    CircuitPath circuit\n}\n',
      'circuit/Start.Target': 'Target Cell Mosaic\n{\n    a1\n}\n',
    });
    assert.equal((await found(service, CONFIG_URI, /^FS008/)).length, 1);
    assert.deepEqual(await service.resolveMembers(CONFIG_URI, 'Mosaic'), undefined);
  });
});

describe('what is neither a file nor a folder', () => {
  it('is said, and not opened', async () => {
    const { workspace, service } = serviceWith({
      BlueConfig:
        'Run Default\n{\n    TargetFile pipe\n    MorphologyPath pipe\n    nrnPath pipe\n    CircuitTarget x\n}\n',
    });
    workspace.others.add('file:///ws/pipe');
    const problems = await found(service, CONFIG_URI, /^FS00/);
    assert.deepEqual(
      problems.map((each) => each.replace(/ must be .* is neither/, ' … neither')),
      [
        'warning FS003 `TargetFile` … neither a file nor a folder.',
        'error FS003 `MorphologyPath` … neither a file nor a folder.',
        'error FS003 `nrnPath` … neither a file nor a folder.',
      ],
    );
    assert.equal(workspace.reads, 1, 'the config alone');
  });
});

describe('paths that no system can have', () => {
  it('are missing, and nothing is asked about them', async () => {
    const name = 'n'.repeat(256);
    const { workspace, service } = serviceWith({});
    const keys = ['CircuitPath', 'METypePath', 'MorphologyPath', 'OutputRoot'];
    const lines = keys.map((key) => `    ${key} ${'/x'.repeat(50_000)}`);
    const blocks = Array.from(
      { length: 2000 },
      (_, index) => `Projection p${index}\n{\n    Path /ws/${name}${index}\n}\n`,
    );
    const text = `Run Default\n{\n${lines.join('\n')}\n    CellLibraryFile nodes.h5\n}\n${blocks.join('')}`;
    service.openDocument(CONFIG_URI, 'blueconfig', 1, text);
    const problems = await found(service, CONFIG_URI, /^FS00/);
    assert.ok(problems.length > 4, problems.join('\n'));
    const other = problems.filter((each) => !/^(error|warning) FS00[12] .*longer than a path/.test(each));
    assert.deepEqual(other, []);
    assert.ok(problems.every((each) => each.length < 1000));
    assert.ok(workspace.stats < 20, `${workspace.stats} questions`);
  }).timeout(10_000);

  it('nor are the parts of a deep path asked about one by one', async () => {
    const { workspace, service } = serviceWith({});
    const blocks = Array.from(
      { length: 500 },
      (_, index) => `Projection p${index}\n{\n    Path /q${index}${'/x'.repeat(1900)}\n}\n`,
    );
    service.openDocument(CONFIG_URI, 'blueconfig', 1, `Run Default\n{\n}\n${blocks.join('')}`);
    assert.equal((await found(service, CONFIG_URI, /^FS005/)).length, 50);
    assert.ok(workspace.stats < 500 * 5, `${workspace.stats} questions`);
  }).timeout(10_000);

  it('a long folder with many paths below it is gone through once', async () => {
    const { service } = serviceWith({});
    const entries = Array.from({ length: 5000 }, (_, index) => `    nrnPath e${index}\n`);
    const folder = `/ws${'/x'.repeat(1900)}`;
    service.openDocument(
      CONFIG_URI,
      'blueconfig',
      1,
      `Run Default\n{\n    CircuitPath ${folder}\n${entries.join('')}}\n`,
    );
    assert.match((await found(service, CONFIG_URI, /^FS00[125]/)).join(), /^error FS002 Folder not found: `\/ws\/x/);
  }).timeout(20_000);
});

describe('comments that silence a rule', () => {
  it('end as the other lines do', async () => {
    const text = 'Run Default\r\n{\r\n    OutputRoot results\r\n}\r\n';
    const { service } = serviceWith({ BlueConfig: text });
    const at = { line: 2, character: 16 };
    const actions = await service.codeActions(CONFIG_URI, { start: at, end: at });
    const edits = actions
      .filter(({ title }) => title.startsWith('Ignore FS004'))
      .flatMap(({ edit }) => edit.files.flatMap((file) => file.edits.map(({ newText }) => newText)));
    assert.deepEqual(edits, ['    # bbp-disable-next-line FS004\r\n', '# bbp-disable-file FS004\r\n']);
  });
});
