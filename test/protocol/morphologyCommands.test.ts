/** `bbp inspect`, `bbp convert` and `bbp check` on morphologies, with the built program. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { bbp, folderWith, removeFolders } from '../support/commandLine';

const CELL =
  '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 0.5 2\n4 3 3 13 0 0.4 3\n5 3 -3 13 0 0.3 3\n6 2 0 -5 0 1 1\n7 2 0 -15 0 0 6\n';
const REFUSED = '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 0.5 99\n';

interface Inspected {
  readonly file: string;
  readonly kind?: string;
  readonly [field: string]: unknown;
  readonly problems: readonly { readonly code: string; readonly severity: string; readonly line?: number }[];
}

function inspect(folder: string, ...words: readonly string[]): { code: number | null; objects: readonly Inspected[] } {
  const { code, output } = bbp(folder, 'inspect', '--json', ...words);
  const lines = output.trim().split('\n');
  return { code, objects: lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Inspected) };
}

describe('bbp on morphologies', () => {
  after(removeFolders);

  describe('inspect', () => {
    it('prints counts, lengths and problems', () => {
      const folder = folderWith({ 'cell.swc': CELL });
      const { code, objects } = inspect(folder, 'cell.swc');
      const [cell] = objects;
      assert.equal(code, 0);
      const { problems, ...facts } = cell!;
      assert.deepEqual(facts, {
        file: 'cell.swc',
        kind: 'morphology',
        format: 'swc',
        sections: 4,
        points: 8,
        somaType: 'SOMA_SINGLE_POINT',
        somaPoints: 1,
        rootSections: 2,
        sectionTypes: { basal_dendrite: 3, axon: 1 },
        lengths: { basal_dendrite: 14, axon: 10 },
        boundingBox: [
          [-3, -15, 0],
          [3, 13, 0],
        ],
      });
      const zero = problems.find(({ code: each }) => each === 'morph/zero-diameter');
      assert.deepEqual([zero?.severity, zero?.line], ['warning', 7]);
    });

    it('gives a refused file a problem and no counts, and goes on with the others', () => {
      const folder = folderWith({ 'refused.swc': REFUSED, 'cell.swc': CELL, 'letter.docx': 'PK' });
      const { code, objects } = inspect(folder, 'refused.swc', 'letter.docx', 'cell.swc');
      assert.equal(code, 1);
      assert.deepEqual(
        objects.map(({ file, sections }) => [file, sections]),
        [
          ['refused.swc', undefined],
          ['letter.docx', undefined],
          ['cell.swc', 4],
        ],
      );
      assert.deepEqual(
        objects[0]!.problems.map(({ code: each, severity, line }) => [each, severity, line]),
        [['morph/missing-parent', 'error', 3]],
      );
    });

    it('adds measures, barcodes and points when asked', () => {
      const folder = folderWith({ 'cell.swc': CELL });
      const { objects } = inspect(folder, '--measures', '--barcode', '--points', 'cell.swc');
      const { measures, barcode, sectionData } = objects[0] as unknown as {
        measures: Record<string, Record<string, unknown>>;
        barcode: Record<string, readonly Record<string, readonly (readonly number[])[]>[]>;
        sectionData: readonly { type: number; parent: number; points: readonly (readonly number[])[] }[];
      };
      assert.equal(measures['all']?.['total_length'], 24);
      assert.equal(measures['axon']?.['number_of_sections'], 1);
      assert.equal(measures['soma']?.['radius'], 5);
      assert.deepEqual(barcode['axon']?.[0]?.['path_distances'], [[10, 0]]);
      assert.equal(barcode['basal_dendrite']?.[0]?.['path_distances']?.length, 2);
      assert.deepEqual(sectionData[3], {
        type: 2,
        parent: -1,
        points: [
          [0, -5, 0, 2],
          [0, -15, 0, 0],
        ],
      });
    });

    it('tells a path that does not exist by exit code 2', () => {
      const folder = folderWith({ 'cell.swc': CELL });
      const { code, output, errors } = bbp(folder, 'inspect', 'gone.swc', 'cell.swc');
      assert.equal(code, 2);
      assert.match(errors, /no such file or folder: gone\.swc/);
      assert.match(output, /cell\.swc · morphology/);
    });
  });

  describe('convert', () => {
    it('goes from SWC to H5 to ASC and back', () => {
      const folder = folderWith({ 'cell.swc': CELL.replace('0 6\n', '0.5 6\n') });
      assert.equal(bbp(folder, 'convert', 'cell.swc', '-o', 'cell.h5').code, 0);
      assert.equal(bbp(folder, 'convert', 'cell.h5', '-o', 'cell.asc').code, 0);
      const back = bbp(folder, 'convert', 'cell.asc', '-o', 'back.swc');
      assert.equal(back.code, 0);
      assert.match(back.errors, /morph\/soma-non-cylinder-or-point/);
      const { objects } = inspect(folder, 'cell.h5', 'cell.asc', 'back.swc');
      for (const { file, sections, points, lengths, somaPoints } of objects) {
        assert.deepEqual([sections, points, somaPoints], [4, 8, 20], file);
        assert.deepEqual(lengths, { basal_dendrite: 14, axon: 10 }, file);
      }
    });

    it('writes nothing from a refused file, over its own source, or to an unknown ending', () => {
      const folder = folderWith({ 'refused.swc': REFUSED });
      assert.equal(bbp(folder, 'convert', 'refused.swc', '-o', 'out.asc').code, 1);
      assert.equal(bbp(folder, 'convert', 'refused.swc', '-o', './refused.swc').code, 2);
      assert.equal(bbp(folder, 'convert', 'refused.swc', '-o', 'out.obj').code, 2);
      assert.equal(bbp(folder, 'convert', 'refused.swc').code, 2);
      assert.deepEqual(fs.readdirSync(folder), ['refused.swc']);
      assert.equal(fs.readFileSync(path.join(folder, 'refused.swc'), 'utf8'), REFUSED);
    });
  });

  describe('check', () => {
    it('judges morphologies of a folder, on several threads as on one', () => {
      const files: Record<string, string> = {};
      for (let i = 0; i < 24; i++) files[`cells/${String(i).padStart(2, '0')}.swc`] = i % 6 === 0 ? REFUSED : CELL;
      const folder = folderWith(files);
      const outputs = ['1', '4'].map((jobs) => bbp(folder, 'check', '.', '--format', 'json', '--jobs', jobs));
      assert.deepEqual(
        outputs.map(({ code }) => code),
        [1, 1],
      );
      assert.equal(outputs[0]!.output, outputs[1]!.output);
      const { files: count, problems } = JSON.parse(outputs[0]!.output) as {
        files: number;
        problems: readonly { file: string; code: string; range: { start: { line: number; character: number } } }[];
      };
      assert.equal(count, 24);
      const missing = problems.filter(({ code }) => code === 'morph/missing-parent');
      assert.deepEqual(
        missing.map(({ file }) => file),
        ['cells/00.swc', 'cells/06.swc', 'cells/12.swc', 'cells/18.swc'],
      );
      assert.deepEqual(missing[0]!.range.start, { line: 2, character: 14 });
    });

    it('judges a file that is named .asc as MorphIO would, whatever it holds', () => {
      const folder = folderWith({
        'empty.asc': '',
        'pointer.asc': 'version https://git-lfs.github.com/spec/v1\nsize 3\n',
        'open.asc': '; é\n (5 é (',
        'binary.asc': '\u0000\u0000\u0000\u0001',
      });
      const judged = (name: string): readonly unknown[] => {
        const { code, output } = bbp(folder, 'check', name, '--format', 'json');
        const { problems } = JSON.parse(output) as {
          problems: readonly { code: string; severity: string; range: { start: unknown } }[];
        };
        return [code, problems.map((each) => [each.code, each.severity, each.range.start])];
      };
      const start = { line: 0, character: 0 };
      assert.deepEqual(judged('empty.asc'), [1, [['morph/empty-file', 'error', start]]]);
      assert.deepEqual(judged('pointer.asc'), [1, [['morph/not-downloaded', 'error', start]]]);
      assert.deepEqual(judged('binary.asc'), [1, [['morph/binary-file', 'error', start]]]);
      assert.deepEqual(judged('open.asc'), [1, [['morph/unknown-token', 'error', { line: 1, character: 2 }]]]);
      // In a folder they may be anybody's.
      assert.equal(bbp(folder, 'check', '.').code, 0);
    });

    it('judges H5 morphologies, and keeps to the levels that are chosen', () => {
      const folder = folderWith({ 'cell.swc': CELL });
      bbp(folder, 'convert', 'cell.swc', '-o', 'cell.h5');
      const codes = (...words: readonly string[]): readonly string[] => {
        const { output } = bbp(folder, 'check', 'cell.h5', '--format', 'json', ...words);
        return (JSON.parse(output) as { problems: readonly { code: string }[] }).problems.map(({ code }) => code);
      };
      assert.ok(codes().includes('morph/check-has-apical-dendrite'));
      assert.ok(!codes('--rule', 'morph/check-has-apical-dendrite=off').includes('morph/check-has-apical-dendrite'));
    });
  });
});
