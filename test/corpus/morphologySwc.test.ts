import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readSwc } from '../../formats/morphology/swc/read';
import { CORPUS, describeCorpus } from '../support/corpus';
import {
  AgreementTable,
  allOf,
  compareWithProbe,
  compareWithRecord,
  corpusPath,
  morphioProbes,
  morphioRecords,
} from '../support/morphologyTruth';

/** File to the reason why it is read otherwise on purpose. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map();

describeCorpus('SWC as MorphIO reads it', () => {
  it('agrees on every file', () => {
    const table = new AgreementTable('swc');
    for (const record of morphioRecords('swc')) {
      if (EXCEPTIONS.has(record.file)) continue;
      table.add(record.file, compareWithRecord(readSwc(readFileSync(corpusPath(record.file))), record));
    }
    console.log(table.toString(EXCEPTIONS));
    assert.deepEqual(table.failures(), []);
  });

  for (const probe of morphioProbes('swc')) {
    it(`agrees on the probe "${probe.name}"`, () => {
      const reading = readSwc(new TextEncoder().encode(probe.content));
      assert.deepEqual(allOf(compareWithProbe(reading, probe)), [], JSON.stringify(reading.problems, null, 1));
    });
  }
});

describeCorpus('facts of SWC files', () => {
  const facts = new Map<string, Map<string, string>>();
  for (const line of readFileSync(corpusPath('morphology/expected.tsv'), 'utf8').split('\n').slice(1)) {
    const [file = '', fact = '', value = ''] = line.split('\t');
    if (!file.endsWith('.swc')) continue;
    const known = facts.get(file) ?? new Map<string, string>();
    facts.set(file, known.set(fact, value));
  }

  it('are those that others found', () => {
    assert.ok(CORPUS && facts.size > 50);
    const wrong: string[] = [];
    for (const [file, known] of facts) {
      const { morphology, refused } = readSwc(readFileSync(corpusPath(file)));
      if (!morphology || refused) continue;
      const { sections, soma } = morphology;
      const found = new Map<string, string>([
        ['soma_samples', String(soma.diameters.length)],
        ['soma_points', String(soma.diameters.length)],
        ['soma_type', soma.type],
        ['sections', String(sections.count)],
        ['root_sections', String(sections.parents.filter((parent) => parent < 0).length)],
      ]);
      for (const [fact, value] of known) {
        const ours = found.get(fact);
        if (ours !== undefined && ours !== value) wrong.push(`${file} ${fact}: ${ours}, expected ${value}`);
      }
    }
    assert.deepEqual(wrong, []);
  });
});
