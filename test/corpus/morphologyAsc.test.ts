import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readAsc } from '../../formats/morphology/asc/read';
import { topologyOf } from '../../formats/morphology/topology';
import type { MorphologyReading } from '../../formats/morphology/problem';
import { CORPUS, describeCorpus } from '../support/corpus';
import {
  AgreementTable,
  compareWithProbe,
  compareWithRecord,
  corpusPath,
  morphioProbes,
  morphioRecords,
} from '../support/morphologyTruth';

/** File to the reason why it differs from MorphIO on purpose. */
const EXCEPTIONS = new Map<string, string>();

/** A fact of `expected.tsv` as a reading has it. */
const FACTS: Readonly<Record<string, (reading: MorphologyReading) => string>> = {
  annotation_0: ({ problems }) => {
    const found = problems.find(({ code }) => code === 'morph/only-child');
    return `SINGLE_CHILD on section ${found?.place.section ?? -1}`;
  },
  annotations: ({ problems }) => String(problems.filter(({ code }) => code === 'morph/only-child').length),
  marker_labels: ({ morphology }) => (morphology?.markers ?? []).map(({ label }) => label).join(' '),
  markers: ({ morphology }) => String(morphology?.markers.length),
  points: ({ morphology }) => String(morphology?.diameters.length),
  sections: ({ morphology }) => String(morphology?.sections.count),
  root_sections: ({ morphology }) => String(morphology && topologyOf(morphology.sections).roots.length),
  root_section_points: ({ morphology }) => String(morphology?.sections.offsets[1]),
  section_offsets: ({ morphology }) => [...(morphology?.sections.offsets ?? [])].join(' '),
  version: ({ morphology }) => (morphology?.version ?? []).join(' '),
  connectivity: ({ morphology }) => {
    const children = new Map<number, number[]>();
    morphology?.sections.parents.forEach((parent, section) => {
      children.set(parent, [...(children.get(parent) ?? []), section]);
    });
    return [...children]
      .sort(([a], [b]) => a - b)
      .map(([parent, list]) => `${parent}:[${list.join(',')}]`)
      .join(' ');
  },
};

function readCorpus(file: string): MorphologyReading {
  return readAsc(readFileSync(corpusPath(file)));
}

/** Some files of MorphIO's tests have a parenthesis too many behind their last block, which is told. */
function isBalanced(file: string): boolean {
  const text = readFileSync(corpusPath(file), 'latin1').replaceAll(/;.*/g, '');
  return text.split('(').length === text.split(')').length;
}

describeCorpus('ASC morphologies against MorphIO', () => {
  it('agrees on verdict, warnings and counts of every file', () => {
    const table = new AgreementTable('asc');
    for (const record of morphioRecords('asc')) {
      table.add(record.file, compareWithRecord(readCorpus(record.file), record));
    }
    console.log(table.toString(EXCEPTIONS));
    assert.ok(morphioRecords('asc').length > 50);
    assert.deepEqual(
      table.failures().filter((each) => !EXCEPTIONS.has(each.split(': ')[0] ?? '')),
      [],
    );
  });

  it('agrees on every probe', () => {
    const table = new AgreementTable('asc probes');
    for (const probe of morphioProbes('asc')) {
      table.add(probe.name, compareWithProbe(readAsc(Buffer.from(probe.content)), probe));
    }
    console.log(table.toString());
    assert.deepEqual(table.failures(), []);
  });

  it('finds the facts that others have written down', () => {
    const lines = readFileSync(path.join(CORPUS ?? '', 'morphology/expected.tsv'), 'utf8').split('\n');
    let checked = 0;
    for (const [file = '', fact = '', value = ''] of lines.map((line) => line.split('\t'))) {
      if (!file.toLowerCase().endsWith('.asc')) continue;
      const reading = readCorpus(file);
      if (fact === 'same_points_as') {
        const other = readCorpus(path.posix.join(path.posix.dirname(file), value));
        assert.deepEqual(reading.morphology?.points, other.morphology?.points, file);
      } else {
        const read = FACTS[fact];
        assert.ok(read, `the fact ${fact} of ${file} is not known here`);
        assert.equal(read(reading), value, `${file}: ${fact}`);
      }
      checked++;
    }
    assert.ok(checked > 10);
  });

  it('finds nothing to complain about in what MorphIO reads without a warning', () => {
    const harmless = new Set(['morph/only-child', 'morph/duplicate-point']);
    const complaints = morphioRecords('asc')
      .filter(({ ok, warnings, file }) => ok && warnings.length === 0 && isBalanced(file))
      .flatMap(({ file }) =>
        readCorpus(file)
          .problems.filter(({ code }) => !harmless.has(code))
          .map(({ code, message }) => `${file}: ${code}: ${message}`),
      );
    assert.deepEqual(complaints, []);
  });
});
