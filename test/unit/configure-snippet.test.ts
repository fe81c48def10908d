import assert from 'node:assert/strict';
import { parseConfigureSnippet, type SnippetLanguage } from '../../server/src/languages/blueconfig/configureSnippet';

const START = 100;

/** What is read of a text, with every span checked against the text. */
function read(text: string, language: SnippetLanguage = 'synapse') {
  const { assignments, problems } = parseConfigureSnippet({ start: START, end: START + text.length, text }, language);
  const at = (span: { readonly start: number; readonly end: number }): string =>
    text.slice(span.start - START, span.end - START);
  for (const { attribute, operator, value } of assignments) {
    for (const word of [attribute, operator, value]) assert.equal(at(word), word.text);
  }
  for (const problem of problems) assert.equal(at(problem), problem.text);
  return {
    assignments: assignments.map(
      (each) => `${each.object}|${each.attribute.text}|${each.operator.text}|${each.value.text}`,
    ),
    places: assignments.map(at),
    problems: problems.map(({ kind, text: place }) => `${kind} ${place}`),
  };
}

describe('SynapseConfigure', () => {
  it('separates assignments by spaces', () => {
    assert.deepEqual(read('%s.e_GABAA = -80.0 %s.e_GABAB = -75.8354310081'), {
      assignments: ['%s|e_GABAA|=|-80.0', '%s|e_GABAB|=|-75.8354310081'],
      places: ['%s.e_GABAA = -80.0', '%s.e_GABAB = -75.8354310081'],
      problems: [],
    });
  });

  it('takes every operator, with and without spaces around it', () => {
    assert.deepEqual(read('%s.Use *= 0.5 %s.Dep+=1 %s.Fac -=2 %s.mg/= 3').assignments, [
      '%s|Use|*=|0.5',
      '%s|Dep|+=|1',
      '%s|Fac|-=|2',
      '%s|mg|/=|3',
    ]);
  });

  it('knows global variables from attributes', () => {
    assert.deepEqual(read('cao_CR_GluSynapse = 1.2 %s.Use = 1 other.Use = 2').assignments, [
      'global|cao_CR_GluSynapse|=|1.2',
      '%s|Use|=|1',
      'global|other.Use|=|2',
    ]);
  });

  it('takes expressions as one value', () => {
    assert.deepEqual(read('%s.Use = 0.5 * (1 + 2) %s.Dep = f(1, 2)-3 %s.Fac = - 1'), {
      assignments: ['%s|Use|=|0.5 * (1 + 2)', '%s|Dep|=|f(1, 2)-3', '%s|Fac|=|- 1'],
      places: ['%s.Use = 0.5 * (1 + 2)', '%s.Dep = f(1, 2)-3', '%s.Fac = - 1'],
      problems: [],
    });
  });

  it('finds other separators', () => {
    assert.deepEqual(read('%s.Use = 1; %s.Dep = 2,%s.Fac = 3;'), {
      assignments: ['%s|Use|=|1', '%s|Dep|=|2', '%s|Fac|=|3'],
      places: ['%s.Use = 1', '%s.Dep = 2', '%s.Fac = 3'],
      problems: ['separator ;', 'separator ,', 'separator ;'],
    });
  });

  it('finds what assigns nothing', () => {
    assert.deepEqual(read('%s.Use').problems, ['not-assignment %s.Use']);
    assert.deepEqual(read('some words %s.Use = 1 more').problems, ['not-assignment some words', 'not-assignment more']);
    assert.deepEqual(read('%s. = 1').problems, ['not-assignment %s. = 1']);
    assert.deepEqual(read('%sUse = 1').problems, ['not-assignment %sUse = 1']);
    assert.deepEqual(read('= 1').problems, ['not-assignment = 1']);
    assert.deepEqual(read('%s.Use == 1').problems, ['not-assignment %s.Use == 1']);
  });

  it('finds missing values', () => {
    assert.deepEqual(read('%s.Use ='), { assignments: [], places: [], problems: ['no-value %s.Use ='] });
    assert.deepEqual(read('%s.Use = %s.Dep = 1'), {
      assignments: ['%s|Dep|=|1'],
      places: ['%s.Dep = 1'],
      problems: ['no-value %s.Use ='],
    });
  });

  it('says nothing of nothing', () => {
    assert.deepEqual(read('').problems, []);
  });
});

describe('SectionConfigure', () => {
  it('separates assignments by semicolons', () => {
    assert.deepEqual(read('%s.gSK_E2bar_SK_E2 = 0; %s.cm *= 1.5 + 2', 'section'), {
      assignments: ['%s|gSK_E2bar_SK_E2|=|0', '%s|cm|*=|1.5 + 2'],
      places: ['%s.gSK_E2bar_SK_E2 = 0', '%s.cm *= 1.5 + 2'],
      problems: [],
    });
  });

  it('allows one semicolon at the end', () => {
    assert.deepEqual(read('%s.cm = 1;', 'section').problems, []);
    assert.deepEqual(read('%s.cm = 1;;', 'section').problems, ['not-assignment ;']);
    assert.deepEqual(read(';', 'section').problems, ['not-assignment ;']);
  });

  it('finds what is no single assignment', () => {
    assert.deepEqual(read('%s.a = %s.b = 1', 'section').problems, ['not-assignment %s.a = %s.b = 1']);
    assert.deepEqual(read('print(1); %s.a = 1', 'section').problems, ['not-assignment print(1)']);
    assert.deepEqual(read('%s(0.5).a = 1', 'section').problems, ['not-assignment %s(0.5).a = 1']);
    assert.deepEqual(read('%s.a =; cm = 2', 'section'), {
      assignments: ['global|cm|=|2'],
      places: ['cm = 2'],
      problems: ['no-value %s.a ='],
    });
  });
});

describe('any value of a Configure key', () => {
  for (const language of ['synapse', 'section'] as const) {
    it(`is read in time that grows with its length (${language})`, () => {
      for (const text of [
        '='.repeat(100_000),
        ' = '.repeat(100_000),
        ';'.repeat(100_000),
        '; '.repeat(300_000),
        '%s.a'.repeat(50_000),
        '('.repeat(100_000),
      ]) {
        parseConfigureSnippet({ start: 0, end: text.length, text }, language);
      }
    }).timeout(20_000);
  }
});
