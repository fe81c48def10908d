import assert from 'node:assert/strict';
import { LineIndex } from '../../formats/text/lines';
import { clipped, quoted, quotedPath } from '../../server/src/diagnostics/wording';
import { keySchema, patterns, sections } from '../../server/src/languages/blueconfig/schema';
import { languages } from '../../server/src/languages/registry';
import { fixture } from '../support/fixture';

/** All that is said of one thing is shorter, whatever the file says. */
const LIMIT = 1000;
const TAIL = 'x'.repeat(100_000);

/** Words that mean something to the readers, and names of files; the others are the user's. */
const known: ReadonlySet<string> = new Set([
  ...['Target', 'Cell', 'Section', 'Compartment', 'Synapse', 'soma', 'axon', 'dend', 'apic', 'ws', 'elsewhere'],
  ...['start', 'user', 'target', 'h5', 'json', 'mvd3', 'bbp-disable-file'],
  ...sections.flatMap(({ name, keys }) => [
    name,
    ...keys.flatMap((key) => [key.name, ...(key.values ?? []).map(({ value }) => value)]),
  ]),
  ...patterns.map(({ name }) => name),
]);

const wordsOf = (source: string): readonly string[] => [
  ...new Set((source.match(/[A-Za-z_][\w-]*/g) ?? []).filter((word) => !known.has(word))),
];

/** Makes words long, each in the same way wherever it stands. */
function lengthened(source: string, words: readonly string[]): string {
  return source.replace(/[A-Za-z_][\w-]*/g, (word) => (words.includes(word) ? word + TAIL : word));
}

/** Everything that is said of the problems of a file. */
async function sayings(source: string, name: string): Promise<readonly string[]> {
  const { main, service } = fixture(source, name);
  service.levels = { TG022: 'warning' };
  const found = await service.diagnostics(main.uri);
  const end = new LineIndex(main.text).positionAt(main.text.length);
  const actions = await service.codeActions(main.uri, { start: { line: 0, character: 0 }, end });
  return [
    ...found.flatMap(({ code, message, related }) =>
      [message, ...related.map((each) => each.message)].map((text) => `${code} ${text}`),
    ),
    ...actions.map(({ title, diagnostic }) => `${diagnostic?.code ?? 'no code'}, to do: ${title}`),
  ];
}

function assertShort(texts: readonly string[], what: string): void {
  for (const text of texts) {
    assert.ok(text.length < LIMIT, `${text.length} characters in ${what}: ${text.slice(0, 150)}`);
  }
}

describe('names of 100 kB', () => {
  for (const language of languages.values()) {
    it(`are cut in what is said of a ${language.name}`, async () => {
      for (const { code, examples } of language.rules) {
        for (const example of examples.bad) {
          const source = example.replace(/^#?[ \t]*\^+.*$/gm, '');
          const words = wordsOf(source);
          // One long word among short ones takes other ways than long words only.
          for (const chosen of [words, ...words.slice(0, 2).map((word) => [word])]) {
            const texts = await sayings(lengthened(source, chosen), language.exampleName);
            assertShort(texts, `an example of ${code}`);
          }
        }
      }
    }).timeout(60_000);
  }

  it('are cut in paths of every key', async () => {
    for (const { name, keys } of sections) {
      for (const key of keys) {
        const source = `${name} Default\n{\n    ${key.name} ${`/${TAIL}`.repeat(3)}.abc\n}\n`;
        assertShort(await sayings(source, 'BlueConfig'), `${name}.${key.name}`);
        assert.ok(keySchema(name, key.name));
      }
    }
  }).timeout(60_000);

  it('are cut in hovers, and in the details of completions', async () => {
    const name = `n${TAIL}`;
    const { main, service } = fixture(
      `Run Default
{
    CircuitPath ${name}
    nrnPath a:${name}
    TargetFile user.target
}
Circuit ${name}
{
    CircuitTarget ${name}:${name}
}
Stimulus ${name}
{
    Pattern ${name}
}
StimulusInject ${name}
{
    Stimulus ${name}
    Target ${name}
}
Connection ${name}
{
    Source a${'1'.repeat(100_000)}
    SynapseConfigure %s.${name} = 1
    ModOverride ${name}
}
Electrode ${name}
{
    File ${name}
}
${name} ${name}
{
    ${name} ${name}
}
//- /user.target
Target Cell ${name}
{
    ${name} a1
}
`,
      'BlueConfig',
    );
    const lines = main.text.split('\n');
    for (const [line, text] of lines.entries()) {
      const first = text.length - text.trimStart().length;
      const second = text.indexOf(' ', first) + 1;
      for (const character of new Set([first, second, text.length])) {
        const hover = await service.hover(main.uri, { line, character });
        assertShort([hover?.markdown ?? ''], `the hover in line ${line + 1}`);
        for (const { detail = '', documentation = '' } of await service.completion(main.uri, { line, character })) {
          assertShort([detail, documentation], `completion in line ${line + 1}`);
        }
      }
    }
  }).timeout(60_000);
});

describe('words in messages', () => {
  it('are cut at their end, paths in the middle', () => {
    assert.equal(quoted('short'), '`short`');
    assert.equal(quoted('y'.repeat(90)), `\`${'y'.repeat(80)}…\``);
    assert.equal(clipped('abcdef', 4), 'abc…');
    assert.equal(quotedPath('/a/b'), '`/a/b`');
    const path = quotedPath(`/start/${'y'.repeat(500)}/end.h5`);
    assert.match(path, /^`\/start\/y+…y+\/end\.h5`$/);
    assert.ok(path.length < 170);
  });

  it('are never cut within a character', () => {
    const text = `a${'😀'.repeat(200)}`;
    for (const cut of [
      quoted(text),
      quoted(`b${text}`),
      quotedPath(text),
      quotedPath(`b${text}`),
      clipped(text, 7),
      clipped(text, 8),
    ]) {
      assert.doesNotMatch(cut, /\p{Surrogate}/u);
    }
  });
});
