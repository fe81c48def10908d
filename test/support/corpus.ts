import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One line of the corpus' MANIFEST.tsv. */
export interface CorpusFile {
  /** From the corpus folder. */
  readonly path: string;
  readonly file: string;
  readonly format: string;
  readonly bytes: number;
  /** `valid`, `error…`, `n/a`. */
  readonly expected: string;
}

const shared = process.env['BBP_SHARED'];

export const CORPUS = shared ? path.join(shared, 'corpus') : undefined;

/** All corpus files of some formats; none where `BBP_SHARED` is not set. */
export function corpusFiles(...formats: readonly string[]): readonly CorpusFile[] {
  if (!CORPUS || !existsSync(path.join(CORPUS, 'MANIFEST.tsv'))) return [];
  return readFileSync(path.join(CORPUS, 'MANIFEST.tsv'), 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t'))
    .map(([name = '', format = '', bytes = '', , , expected = '']) => ({
      path: name,
      file: path.join(CORPUS, name),
      format,
      bytes: Number(bytes),
      expected,
    }))
    .filter((each) => formats.includes(each.format));
}

/** A suite over the corpus, or one test that says that it is skipped. */
export function describeCorpus(title: string, suite: (this: Mocha.Suite) => void): void {
  if (CORPUS && existsSync(CORPUS)) {
    describe(title, suite);
    return;
  }
  describe(title, () => {
    it('is skipped: BBP_SHARED names no folder with the corpus', function () {
      this.skip();
    });
  });
}
