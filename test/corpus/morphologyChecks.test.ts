/** NeuroM's `morph_check` on the corpus: the verdict and the number of places of every check. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { runChecks } from '../../formats/morphology/checks/run';
import { readTextMorphology, textFormatOf } from '../../formats/morphology/read';
import { CORPUS, describeCorpus } from '../support/corpus';

interface Verdict {
  readonly status: boolean;
  readonly info_n: number;
}

interface TruthRecord {
  readonly file: string;
  readonly ok: boolean;
  readonly check: Readonly<Record<string, boolean>>;
  readonly all_checks: Readonly<Record<string, Verdict | string>>;
}

/** Disagreements with their reason: `file check`. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'morphology/inline/morphio_5e89154b34.asc has_no_flat_neurites':
    'a straight line: NeuroM divides one rounding error by another',
  'morphology/swc/morph-tool/circle_contour.swc has_no_flat_neurites':
    'a straight line: NeuroM divides one rounding error by another',
};

describeCorpus('the checks after NeuroM, on the corpus', () => {
  it('agree with morph_check', () => {
    const records = fs
      .readFileSync(path.join(CORPUS ?? '', '..', 'truth', 'neurom.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as TruthRecord)
      .filter(({ file, ok }) => ok && textFormatOf(file) !== undefined);
    const wrong: string[] = [];
    let compared = 0;
    for (const { file, check, all_checks: all } of records) {
      const format = textFormatOf(file);
      if (!format) continue;
      const { morphology } = readTextMorphology(format, fs.readFileSync(path.join(CORPUS ?? '', file)));
      if (!morphology) {
        wrong.push(`${file} is not read`);
        continue;
      }
      for (const { check: ours, passed, failures } of runChecks(morphology)) {
        const title = ours.neuromName.replaceAll('_', ' ').replace(/^h/, 'H');
        const truth = ours.shipped ? check[title] : all[ours.neuromName];
        if (truth === undefined || typeof truth === 'string') continue;
        compared++;
        const status = typeof truth === 'boolean' ? truth : truth.status;
        const key = `${file} ${ours.neuromName}`;
        if (status !== passed && EXCEPTIONS[key] === undefined) {
          wrong.push(`${key}: NeuroM ${status ? 'passes' : 'fails'} it, we find ${failures} places`);
        } else if (typeof truth === 'object' && COUNTED.has(ours.neuromName) && truth.info_n !== failures) {
          wrong.push(`${key}: NeuroM finds ${truth.info_n} places, we find ${failures}`);
        }
      }
    }
    console.log(`      NeuroM checks: ${records.length} files, ${compared} verdicts, ${wrong.length} disagreements`);
    assert.deepEqual(wrong, []);
    assert.ok(compared > 1000);
  });
});

/** NeuroM lists the places of these one by one, as we do. */
const COUNTED: ReadonlySet<string> = new Set([
  'has_no_jumps',
  'has_no_fat_ends',
  'has_no_narrow_start',
  'has_no_root_node_jumps',
  'has_no_dangling_branch',
  'has_multifurcation',
  'has_no_single_children',
]);
