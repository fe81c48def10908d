import assert from 'node:assert/strict';
import { textRules } from '../../server/src/diagnostics/commonRules';
import { languages } from '../../server/src/languages/registry';
import { fixture } from '../support/fixture';

/** Each rule against its own examples: good is silent, bad fires exactly at its carets. */
describe('rules', () => {
  const common = languages.map(({ name, exampleName }) => ({
    name: `every file: ${name}`,
    exampleName,
    rules: textRules,
  }));
  for (const language of [...languages, ...common]) {
    const codes = language.rules.map((rule) => rule.code);

    it(`${language.name}: every code once, in order`, () => {
      assert.deepEqual(codes, [...new Set(codes)].sort());
    });

    for (const rule of language.rules) {
      describe(`${rule.code} ${rule.title}`, () => {
        const diagnose = async (source: string) => {
          const { main, service } = fixture(source, language.exampleName);
          // A rule that is off by default is tried at another level.
          service.levels = rule.level === 'off' ? { [rule.code]: 'warning' } : {};
          const all = await service.diagnostics(main.uri);
          return { main, own: all.filter(({ code }) => code === rule.code) };
        };

        it('has examples of both kinds', () => {
          assert.ok(rule.examples.good.length > 0 && rule.examples.bad.length > 0);
        });

        rule.examples.good.forEach((source, index) => {
          it(`is silent in good example ${index + 1}`, async () => {
            const { own } = await diagnose(source);
            assert.deepEqual(
              own.map(({ message, range }) => `${range.start.line + 1}: ${message}`),
              [],
            );
          });
        });

        rule.examples.bad.forEach((source, index) => {
          it(`fires at the carets of bad example ${index + 1}`, async () => {
            const { main, own } = await diagnose(source);
            assert.ok(main.marks.length > 0, 'a bad example marks its places with ^^^');
            const place = (line: number, start: number, end: number): string => `${line + 1}:${start}-${end}`;
            assert.deepEqual(
              own.map(({ range }) =>
                place(
                  range.start.line,
                  range.start.character,
                  range.end.line === range.start.line ? range.end.character : -1,
                ),
              ),
              main.marks.map((mark) => place(mark.line, mark.start, mark.end)),
              own.map(({ message }) => message).join('\n'),
            );
            for (const [at, mark] of main.marks.entries()) {
              if (mark.text) assert.ok(own[at]?.message.includes(mark.text), `${own[at]?.message} lacks ${mark.text}`);
            }
          });
        });
      });
    }
  }
});
