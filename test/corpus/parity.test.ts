import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { decodeText } from '../../formats/text/decode';
import { bbp } from '../support/commandLine';
import { CORPUS, describeCorpus } from '../support/corpus';
import { ServerProcess } from '../support/serverProcess';

const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'] as const;

interface Problem {
  readonly file: string;
  readonly code: string;
  readonly severity: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number }; readonly end: object };
  readonly message: string;
}

/** The same folder, checked by the command line and by the server as the editor runs it: they must not differ. */
async function compare(folder: string): Promise<number> {
  const { output } = bbp(folder, 'check', '.', '--format', 'json', '--no-settings');
  const { problems } = JSON.parse(output) as { readonly problems: readonly Problem[] };
  const files = [...new Set(problems.map(({ file }) => file))];
  const server = await ServerProcess.start({ folders: [URI.file(folder).toString()] });
  try {
    for (const file of files) {
      const uri = URI.file(path.join(folder, file)).toString();
      const languageId = file.endsWith('.target') ? 'circuittarget' : 'blueconfig';
      // Opened as an editor would: the text as it reads the bytes.
      await server.open(uri, decodeText(readFileSync(path.join(folder, file))).text, languageId);
      const inEditor = (await server.diagnostics(uri)).map((each) => ({
        file,
        code: String(each.code),
        severity: SEVERITIES[each.severity ?? 0],
        range: each.range,
        message: each.message,
      }));
      const inTerminal = problems
        .filter((each) => each.file === file)
        .map(({ code, severity, range, message }) => ({ file, code, severity, range, message }));
      assert.deepEqual(inEditor, inTerminal);
      await server.close(uri);
    }
  } finally {
    await server.stop();
  }
  return problems.length;
}

describe('editor and command line agree', function () {
  this.timeout(120_000);

  it('on the examples', async () => {
    assert.ok((await compare(path.resolve('examples'))) > 50);
  });

  describeCorpus('on the corpus', () => {
    for (const folder of ['blueconfig', 'legacy']) {
      it(folder, async () => {
        assert.ok((await compare(path.join(CORPUS ?? '', folder))) > 50);
      });
    }
  });
});
