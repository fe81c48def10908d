import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { bbp, folderWith, removeFolders } from '../support/commandLine';

const CONFIG = `Run Default
{
    CircuitPath .
    nrnPath <NONE>
    MorphologyPath .
    MorphologyType asc
    METypePath .
    TargetFile user.target
    OutputRoot .
    Duration 10
    Dt 0.025
    CircuitTarget Smal
}
`;
const START = 'Target Cell Mosaic\n{\n    a1 a2 a3\n}\n';
const USER = 'Target Cell Small\n{\n    a1 a2\n}\n';
const FILES = { BlueConfig: CONFIG, 'start.target': START, 'user.target': USER, 'notes.txt': 'none of ours\n' };

interface Report {
  readonly files: number;
  readonly problems: readonly {
    readonly file: string;
    readonly code: string;
    readonly severity: string;
    readonly category: string;
    readonly range: unknown;
    readonly message: string;
  }[];
}

const report = (output: string): Report => JSON.parse(output) as Report;

after(removeFolders);

describe('bbp check', function () {
  this.timeout(60_000);

  it('finds known files below a folder, and every problem in them', () => {
    const { code, output } = bbp(folderWith(FILES), 'check', '.', '--format', 'json');
    const { files, problems } = report(output);
    assert.equal(files, 3);
    assert.equal(code, 1);
    const errors = problems.filter(({ severity }) => severity === 'error');
    assert.equal(errors.length, 1, output);
    const [first] = errors;
    assert.ok(first);
    assert.deepEqual(
      { file: first.file, code: first.code, category: first.category, range: first.range },
      {
        file: 'BlueConfig',
        code: 'BC403',
        category: 'reference',
        range: { start: { line: 11, character: 18 }, end: { line: 11, character: 22 } },
      },
    );
    assert.match(first.message, /`Smal`.*`Small`/s);
  });

  it('exits by --fail-on', () => {
    const folder = folderWith(FILES);
    assert.equal(bbp(folder, 'check', 'user.target').code, 0);
    assert.equal(bbp(folder, 'check', '.', '--fail-on', 'never').code, 0);
    assert.equal(bbp(folder, 'check', '.', '--rule', 'BC403=off').code, 0);
    assert.equal(bbp(folder, 'check', '.', '--rule', 'BC403=warning').code, 0);
    assert.equal(bbp(folder, 'check', '.', '--rule', 'BC403=warning', '--fail-on', 'warning').code, 1);
  });

  it('exits with 2 on wrong usage or a missing path, and says so on standard error', () => {
    const folder = folderWith(FILES);
    const wrong: readonly (readonly [RegExp, ...string[]])[] = [
      [/no such file or folder: nowhere/, 'check', 'nowhere'],
      [/at least one file/, 'check'],
      [/unknown command `chek`/, 'chek', '.'],
      [/unknown format `xml`/, 'check', '.', '--format', 'xml'],
      [/unknown code `BC999`/, 'check', '.', '--rule', 'BC999=off'],
      [/unknown level `fatal`/, 'check', '.', '--rule', 'BC403=fatal'],
      [/--jobs wants/, 'check', '.', '--jobs', '0'],
      [/nonsense/, 'check', '.', '--nonsense'],
      [/command is missing/],
      [/no such file/, 'targets', 'nowhere'],
      [/exactly --stdio/, 'lsp'],
    ];
    for (const [message, ...words] of wrong) {
      const { code, errors, output } = bbp(folder, ...words);
      assert.equal(code, 2, words.join(' '));
      assert.match(errors, message);
      assert.equal(output, '');
    }
  });

  it('judges every file that is named: one of unknown kind gets one problem', () => {
    const { output, code } = bbp(folderWith(FILES), 'check', 'notes.txt', '--format', 'json');
    assert.deepEqual(
      report(output).problems.map(({ file, code: rule }) => [file, rule]),
      [['notes.txt', 'FS011']],
    );
    assert.equal(code, 0);
  });

  it('says that a binary BlueConfig is no text', () => {
    const folder = folderWith({ BlueConfig: new Uint8Array([0x89, 0x48, 0x44, 0x46, 0, 1, 2]) });
    const { output, code } = bbp(folder, 'check', 'BlueConfig', '--format', 'json');
    assert.deepEqual(
      report(output).problems.map(({ code: rule, message }) => [rule, message]),
      [['FS009', '`BlueConfig` is no text: it has NUL bytes.']],
    );
    assert.equal(code, 1);
    assert.equal(bbp(folder, 'check', 'BlueConfig', '--rule', 'FS009=warning').code, 0);
    const off = report(bbp(folder, 'check', 'BlueConfig', '--rule', 'FS009=off', '--format', 'json').output);
    assert.deepEqual(off, { files: 1, problems: [] });
    const sarif = bbp(folder, 'check', 'BlueConfig', '--format', 'sarif').output;
    assert.match(sarif, /"id": "FS009"/);
  });

  it('never opens a pipe', function () {
    if (process.platform === 'win32') this.skip();
    const folder = folderWith({});
    for (const name of ['BlueConfig', 'notes']) execFileSync('mkfifo', [path.join(folder, name)]);
    const { output, code } = bbp(folder, 'check', 'BlueConfig', 'notes', '--format', 'json');
    assert.deepEqual(
      report(output).problems.map(({ code: rule, message }) => [rule, message]),
      ['BlueConfig', 'notes'].map((name) => ['FS009', `\`${name}\` is neither a file nor a folder.`]),
    );
    assert.equal(code, 1);
    assert.equal(report(bbp(folder, 'check', '.', '--format', 'json').output).files, 0);
  });

  it('says what it may not look into', function () {
    if (process.platform === 'win32' || process.getuid?.() === 0) this.skip();
    const folder = folderWith({ 'closed/BlueConfig': CONFIG, 'user.target': USER });
    chmodSync(path.join(folder, 'closed'), 0o000);
    chmodSync(path.join(folder, 'user.target'), 0o000);
    try {
      for (const named of ['closed', 'closed/BlueConfig']) {
        const { code, errors } = bbp(folder, 'check', named);
        assert.equal(code, 2);
        assert.equal(errors, `bbp: cannot look into ${named}: permission denied\n`);
      }
      const { errors, output } = bbp(folder, 'check', '.', '--format', 'json');
      assert.equal(errors, 'bbp: cannot look into closed: permission denied\n');
      assert.match(report(output).problems[0]?.message ?? '', /may not be read: permission denied/);
    } finally {
      chmodSync(path.join(folder, 'closed'), 0o755);
    }
  });

  it('finds a byte order mark', () => {
    const folder = folderWith({ 'user.target': `\ufeff${USER}` });
    const { output, code } = bbp(folder, 'check', '.', '--format', 'json');
    assert.deepEqual(
      report(output)
        .problems.filter(({ severity }) => severity === 'error')
        .map((each) => each.code),
      ['FS010'],
    );
    assert.equal(code, 1);
  });

  it('reads bbp.rules of the folder’s settings, unless told not to', () => {
    const settings = '{\n  // with a comment\n  "bbp.rules": { "BC403": "off", "BC103": "nonsense" },\n}';
    const folder = folderWith({ ...FILES, '.vscode/settings.json': settings });
    assert.equal(bbp(folder, 'check', '.').code, 0);
    assert.equal(bbp(folder, 'check', '.', '--no-settings').code, 1);
  });

  it('writes for people: the line, the place, the sum', () => {
    const { output } = bbp(folderWith(FILES), 'check', 'BlueConfig');
    assert.match(output, /^BlueConfig:12:19 error .*\[BC403\]\n {8}CircuitTarget Smal\n {22}\^{4}\n/m);
    assert.match(output, /1 error, \d+ warnings?, \d+ remarks?, \d+ hints? in 1 file\n$/);
  });

  it('writes workflow commands for GitHub', () => {
    const { output } = bbp(folderWith(FILES), 'check', '.', '--format', 'github');
    assert.match(output, /^::error file=BlueConfig,line=12,col=19,endLine=12,endColumn=23,title=BC403::/m);
  });

  it('writes SARIF 2.1.0', () => {
    const { output } = bbp(folderWith(FILES), 'check', '.', '--format', 'sarif');
    const log = JSON.parse(output) as {
      version: string;
      runs: {
        tool: { driver: { rules: { id: string }[] } };
        results: { ruleId: string; ruleIndex: number; level: string }[];
      }[];
    };
    assert.equal(log.version, '2.1.0');
    const [run] = log.runs;
    const error = run?.results.find(({ level }) => level === 'error');
    assert.ok(run && error);
    assert.equal(error.ruleId, 'BC403');
    assert.equal(run.tool.driver.rules[error.ruleIndex]?.id, 'BC403');
  });

  it('names files from the current folder, also those outside it', () => {
    const folder = folderWith({ ...FILES, 'elsewhere/x': '' });
    const { output } = bbp(path.join(folder, 'elsewhere'), 'check', '../BlueConfig', '--format', 'json');
    assert.equal(report(output).problems[0]?.file, '../BlueConfig');
  });

  it('finds nothing wrong in the examples, and much in their broken twin', () => {
    const clean = report(bbp('examples', 'check', 'circuit', 'simulation', '--format', 'json').output);
    assert.deepEqual(
      clean.problems.filter(({ severity }) => severity === 'error'),
      [],
    );
    const broken = report(bbp('examples', 'check', 'broken', '--format', 'json').output);
    const codes = new Set(broken.problems.map(({ code }) => code));
    assert.ok(codes.size >= 40, [...codes].sort().join(' '));
  });
});

describe('bbp targets', function () {
  this.timeout(60_000);

  it('lists what a config sees', () => {
    const { output, code } = bbp(folderWith(FILES), 'targets', 'BlueConfig', '--json');
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(output), {
      targets: [
        { name: 'Mosaic', type: 'Cell', file: 'start.target', line: 1, members: 3, cells: 3 },
        { name: 'Small', type: 'Cell', file: 'user.target', line: 1, members: 2, cells: 2 },
      ],
    });
  });

  it('resolves one', () => {
    const folder = folderWith({ ...FILES, 'user.target': 'Target Cell Both\n{\n    Mosaic a9 a2 Nowhere\n}\n' });
    const { output, code } = bbp(folder, 'targets', 'BlueConfig', 'Both', '--json');
    assert.equal(code, 1);
    assert.deepEqual(JSON.parse(output), {
      name: 'Both',
      type: 'Cell',
      cells: [1, 2, 3, 9],
      problems: ['The target `Nowhere` is not defined.'],
    });
    assert.equal(bbp(folder, 'targets', 'BlueConfig', 'Mosaic').output, '1\n2\n3\n');
    assert.match(bbp(folder, 'targets', 'BlueConfig', 'Absent').errors, /`Absent` is not defined/);
  });
});

describe('bbp', function () {
  this.timeout(60_000);

  it('tells its version and how to use it', () => {
    assert.match(bbp('.', '--version').output, /^\d+\.\d+\.\d+\n$/);
    assert.match(bbp('.', '--help').output, /bbp check PATH…/);
  });
});
