import assert from 'node:assert/strict';
import { readdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { isSkippedFolder } from '../../formats/recognise/folders';
import { recognise, recogniseName } from '../../formats/recognise/recognise';
import { decodeText } from '../../formats/text/decode';
import { bbp, folderWith, removeFolders } from '../support/commandLine';
import { CORPUS, describeCorpus } from '../support/corpus';
import { CONFIG, START_TARGET, USER_TARGET } from '../support/protocolWorkspace';
import { ServerProcess } from '../support/serverProcess';

const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'] as const;

interface Problem {
  readonly file: string;
  readonly code: string;
  readonly severity: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number }; readonly end: object };
  readonly message: string;
}

/** A file of a language of ours, as an editor opens it. */
interface Opened {
  /** From the folder, with `/`. */
  readonly file: string;
  readonly text: string;
  readonly languageId: string;
}

/** Every file below a folder that is ours by name or content, found without the command line. */
function filesOf(folder: string, below = ''): Opened[] {
  return readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(below, entry.name);
    if (entry.isDirectory()) return isSkippedFolder(entry.name) ? [] : filesOf(folder, file);
    if (!entry.isFile()) return [];
    const bytes = readFileSync(path.join(folder, file));
    const { text, binary } = decodeText(bytes);
    const languageId = binary ? recogniseName(entry.name) : recognise(entry.name, text);
    // An editor that shows a binary file shows its bytes, NULs and all.
    return languageId === undefined ? [] : [{ file, languageId, text: binary ? bytes.toString('latin1') : text }];
  });
}

/** Files that an editor has no text of: only the command line judges them. */
function dataCount(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.(h5|hdf5|nwb|abf|sonata)$/i.test(entry.name),
  ).length;
}

interface Comparison {
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** The same folder, checked by the command line and by the server as the editor runs it: they must not differ. */
async function compare(named: string): Promise<Comparison> {
  // A link on the way would stand in the messages of one, and be followed by the other.
  const folder = realpathSync(named);
  const { output } = bbp(folder, 'check', '.', '--format', 'json', '--no-settings');
  const checked = JSON.parse(output) as { readonly files: number; readonly problems: readonly Problem[] };
  const files = filesOf(folder);
  assert.equal(
    checked.files,
    files.length + dataCount(folder),
    'the command line judges the files that the editor does',
  );
  const server = await ServerProcess.start({ folders: [URI.file(folder).toString()] });
  try {
    for (const { file, text, languageId } of files) {
      const uri = URI.file(path.join(folder, file)).toString();
      await server.open(uri, text, languageId);
      const inEditor = (await server.diagnostics(uri)).map((each) => ({
        file,
        code: String(each.code),
        severity: SEVERITIES[each.severity ?? 0],
        range: each.range,
        message: each.message,
      }));
      const inTerminal = checked.problems
        .filter((each) => each.file === file)
        .map(({ code, severity, range, message }) => ({ file, code, severity, range, message }));
      assert.deepEqual(inEditor, inTerminal, file);
      await server.close(uri);
    }
  } finally {
    await server.stop();
  }
  return { files: files.map(({ file }) => file), problems: checked.problems };
}

describe('editor and command line agree', function () {
  this.timeout(120_000);
  after(removeFolders);

  it('on the examples', async () => {
    assert.ok((await compare('examples')).problems.length > 50);
  });

  it('on a folder that is reached by a link', async () => {
    const folder = folderWith({ 'real/BlueConfig': CONFIG, 'real/circuit/start.target': START_TARGET });
    symlinkSync(path.join(folder, 'real'), path.join(folder, 'link'));
    const { problems } = await compare(path.join(folder, 'link'));
    assert.ok(
      problems.some(({ message }) => message.includes('user.target')),
      'a message names a place',
    );
  });

  const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
  const wrong = CONFIG.replace('Target Small', 'Target Smal');
  const awkward: Readonly<Record<string, Readonly<Record<string, string | Uint8Array>>>> = {
    'a byte order mark': { BlueConfig: `\uFEFF${wrong}`, 'user.target': `\uFEFF${USER_TARGET}` },
    'UTF-16': { BlueConfig: Buffer.from(`\uFEFF${wrong}`, 'utf16le') },
    'UTF-16 without a mark': { BlueConfig: Buffer.from(wrong, 'utf16le') },
    'Windows line ends': {
      BlueConfig: wrong.replaceAll('\n', '\r\n'),
      'user.target': USER_TARGET.replaceAll('\n', '\r\n'),
    },
    'lone CRs': { BlueConfig: wrong.replaceAll('\n', '\r'), 'user.target': USER_TARGET.replaceAll('\n', '\r') },
    'Latin-1': { BlueConfig: bytes(`# caf\u00e9\n${wrong.replace('soma', 's\u00f6ma')}`) },
    'UTF-8': { BlueConfig: `# caf\u00e9\n${wrong.replace('soma', 's\u00f6ma \u{1F9E0}')}` },
    'NUL bytes': { BlueConfig: `${wrong}\0\0`, 'user.target': bytes('\0\u0001\u0002') },
    'an empty file': { BlueConfig: '', 'user.target': '' },
    'files that only bear the name': {
      'BlueConfig.md': wrong,
      'BlueConfigParser.cpp': wrong,
      'BlueConfig~': wrong,
      'BlueConfig.bak': wrong,
      'BlueConfig.txt': 'Notes.\n',
      'notes.md': USER_TARGET,
    },
    'names that the content decides': { 'BlueConfig.txt': wrong, plain: wrong, 'other.target': `# x\n${USER_TARGET}` },
    'a TargetFile in the wrong case': { BlueConfig: CONFIG.replace('user.target', 'User.Target') },
    'folders that tools make': { 'out/BlueConfig': wrong, 'dist/BlueConfig': wrong, 'x86_64/BlueConfig': wrong },
  };

  for (const [name, files] of Object.entries(awkward)) {
    it(`on ${name}`, async () => {
      const folder = folderWith({ 'user.target': USER_TARGET, 'circuit/start.target': START_TARGET, ...files });
      const { files: judged, problems } = await compare(folder);
      const ours = Object.keys(files).filter((file) => judged.includes(file));
      if (name === 'files that only bear the name') assert.deepEqual(ours, []);
      else
        assert.ok(
          problems.some(({ file }) => ours.includes(file)),
          'something is wrong in it',
        );
    });
  }

  describeCorpus('on the corpus', () => {
    for (const folder of ['blueconfig', 'legacy']) {
      it(folder, async () => {
        assert.ok((await compare(path.join(CORPUS ?? '', folder))).problems.length > 50);
      });
    }
  });
});
