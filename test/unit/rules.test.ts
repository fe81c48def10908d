import assert from 'node:assert/strict';
import { textRules } from '../../server/src/diagnostics/commonRules';
import { languages } from '../../server/src/languages/registry';
import { fixture } from '../support/fixture';

/** An empty text has no place that could be marked. */
const WITHOUT_EXAMPLES: ReadonlySet<string> = new Set(['morph/empty-file']);

/** Each rule against its own examples: good is silent, bad fires exactly at its carets. */
describe('rules', () => {
  const isNamed = ({ fileNames, filePatterns }: (typeof languages)[number]) =>
    fileNames.length + filePatterns.length > 0;
  const common = languages.filter(isNamed).map(({ name, exampleName }) => ({
    name: `every file: ${name}`,
    exampleName,
    rules: textRules,
    opensAs: undefined,
  }));
  const own = languages.map(({ id, name, exampleName, rules, standsAlone }) => ({
    name,
    exampleName,
    rules,
    // An editor may be told the language of a file that is recognised by its content, and so has none that is wrong.
    opensAs: standsAlone ? id : undefined,
  }));
  /** A rule of several languages has its examples in any of them. */
  const examplesOf = (code: string) => own.flatMap(({ rules }) => rules).filter((rule) => rule.code === code);

  for (const language of [...own, ...common]) {
    const codes = language.rules.map((rule) => rule.code);

    it(`${language.name}: every code once, in order`, () => {
      assert.deepEqual(codes, [...new Set(codes)].sort());
    });

    for (const rule of language.rules) {
      describe(`${rule.code} ${rule.title}`, () => {
        const diagnose = async (source: string) => {
          const { main, service } = fixture(source, language.exampleName);
          if (language.opensAs !== undefined) service.openDocument(main.uri, language.opensAs, 1, main.text);
          // A rule that is off by default is tried at another level.
          service.levels = rule.level === 'off' ? { [rule.code]: 'warning' } : {};
          const all = await service.diagnostics(main.uri);
          return { main, found: all.filter(({ code }) => code === rule.code) };
        };

        it('has examples of both kinds', () => {
          if (WITHOUT_EXAMPLES.has(rule.code)) return;
          const all = [rule, ...examplesOf(rule.code)].map(({ examples }) => examples);
          assert.ok(all.some(({ good }) => good.length > 0) && all.some(({ bad }) => bad.length > 0));
        });

        rule.examples.good.forEach((source, index) => {
          it(`is silent in good example ${index + 1}`, async () => {
            const { found } = await diagnose(source);
            assert.deepEqual(
              found.map(({ message, range }) => `${range.start.line + 1}: ${message}`),
              [],
            );
          });
        });

        rule.examples.bad.forEach((source, index) => {
          it(`fires at the carets of bad example ${index + 1}`, async () => {
            const { main, found } = await diagnose(source);
            assert.ok(main.marks.length > 0, 'a bad example marks its places with ^^^');
            const place = (line: number, start: number, end: number): string => `${line + 1}:${start}-${end}`;
            assert.deepEqual(
              found.map(({ range }) =>
                place(
                  range.start.line,
                  range.start.character,
                  range.end.line === range.start.line ? range.end.character : -1,
                ),
              ),
              main.marks.map((mark) => place(mark.line, mark.start, mark.end)),
              found.map(({ message }) => message).join('\n'),
            );
            for (const [at, mark] of main.marks.entries()) {
              if (mark.text)
                assert.ok(found[at]?.message.includes(mark.text), `${found[at]?.message} lacks ${mark.text}`);
            }
          });
        });
      });
    }
  }
});
