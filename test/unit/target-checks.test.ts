import assert from 'node:assert/strict';
import { ROOT, fixture } from '../support/fixture';

async function problemsOf(text: string) {
  const { main, service } = fixture('', 'user.target');
  service.openDocument(main.uri, 'circuittarget', 1, text);
  return service.diagnostics(main.uri);
}

const codes = async (text: string): Promise<string[]> =>
  (await problemsOf(text)).map(({ code, severity }) => `${code} ${severity}`);

describe('line ends of target files', () => {
  it('are an error where neurodamus sees a single line', async () => {
    const problems = await problemsOf('Target Cell A\r{\r a1 a2\r}');
    assert.deepEqual(
      problems.map(({ code, severity, range }) => [code, severity, range.start, range.end]),
      [['TG012', 'error', { line: 0, character: 12 }, { line: 0, character: 13 }]],
    );
    assert.deepEqual(await codes('Target Cell A\r{\r a1\r}\n'), ['TG012 error']);
  });

  it('are a warning where only Brion stumbles', async () => {
    assert.deepEqual(
      await codes('Target Cell A\r\n{\r\n a1\r\n a2\r\n}\r\nTarget Cell B\r\n{\r\n a1\r\n a2\r\n}\r\n'),
      ['TG012 warning'],
    );
    assert.deepEqual(await codes('Target Cell A\n{\n a1\ra2\n}\n'), ['TG012 warning']);
    assert.deepEqual(await codes('remarks\r'), []);
  });
});

describe('names that cannot be used', () => {
  it('are one mistake with the circle that they make', async () => {
    assert.deepEqual(await codes('Target Section soma\n{\n    soma\n}\n'), ['TG013 information', 'TG007 error']);
    assert.deepEqual(await codes('Target Cell soma\n{\n    a1\n}\n'), ['TG026 warning']);
  });

  it('are refused in a rename', async () => {
    const { main, service } = fixture('Target Cell A\n{\n    a1\n}\n', 'user.target');
    for (const name of ['soma', 'axon', '_ALL_', 'a012', '}', 'a12']) {
      await assert.rejects(service.rename(main.uri, { line: 0, character: 12 }, name), /Choose another name/);
    }
  });
});

describe('gids that are none', () => {
  it('are advised on by what is wrong with them', async () => {
    const [zero, negative] = await problemsOf('Target Cell A\n{\n    a0 a-5\n}\n');
    assert.match(zero?.message ?? '', /add 1 to each/);
    assert.doesNotMatch(negative?.message ?? '', /add 1/);
  });
});

describe('mistakes of which a file has many', () => {
  const rows = (row: (index: number) => string, count = 3000): string =>
    Array.from({ length: count }, (_, i) => row(i)).join('\n');
  const cases: Record<string, string> = {
    TG004: `Target Cell A\n{\n${rows(() => '# x')}\n}\n`,
    TG006: `Target Cell A\n{\n${rows((i) => `N${i}`)}\n}\n`,
    TG009: `Target Cell A\n{\n${rows((i) => `a0${i + 1}`)}\n}\n`,
    TG010: `Target Cell A\n{\n${rows(() => 'a0')}\n}\n`,
    TG011: `Target Cell A\n{\n${rows(() => 'a1')} a1\n}\n`,
    TG014: `Target Section A\n{\n${rows((i) => `a${i + 1} a${i + 2}`)}\n}\n`,
    TG015: `Target Section A\n{\n${rows((i) => `a${i + 1} axn`)}\n}\n`,
    TG016: `Target Compartment A\n{\n${rows((i) => `a${i + 1} 1.5`)}\n}\n`,
    TG017: `Target Section A\n{\n${rows((i) => `a${i + 1} apic[1]`)}\n}\n`,
  };

  for (const [code, text] of Object.entries(cases)) {
    it(`${code} shows the first and counts the others`, async () => {
      const found = (await problemsOf(text)).filter((each) => each.code === code);
      assert.equal(found.length, 50);
      assert.deepEqual(
        found.map(({ range }) => range.start.line),
        Array.from({ length: 50 }, (_, index) => (code === 'TG011' ? 3 : 2) + index),
      );
      assert.match(found.at(-1)?.message ?? '', /\(2950 more below line \d+\)$/);
      assert.doesNotMatch(found[0]?.message ?? '', /more below/);
    });
  }

  it('counts those of several targets together', async () => {
    const [text] = [rows((i) => `Target Section A${i}\n{\n    a1 axn\n    a1 axn\n}`, 100)];
    for (const [code, more] of [
      ['TG015', 150],
      ['TG011', 50],
    ] as const) {
      const found = (await problemsOf(text)).filter((each) => each.code === code);
      assert.equal(found.length, 50);
      assert.ok(found.at(-1)?.message.includes(`(${more} more below`), found.at(-1)?.message);
    }
  });

  // Much more than they take, so that a busy machine does no harm; what is quadratic takes minutes.
  const LONG = 20_000;
  for (const [what, text] of [
    ['lines', `Target Compartment A\n{\n${rows((i) => `a${i + 1} dend 0.5 0.6`, 300_000)}\n}\n`],
    ['lines with a wrong word', `Target Compartment A\n{\n${rows((i) => `a${i + 1} dend foo${i}`, 100_000)}\n}\n`],
    ['named members', `Target Cell A\n{\n${rows((i) => `N${i}`, 50_000)}\n}\n`],
    ['headers', rows(() => 'Target Cell A', 50_000)],
  ] as const) {
    it(`takes time in proportion to ${what}`, async () => {
      const start = performance.now();
      await problemsOf(text);
      assert.ok(performance.now() - start < LONG);
    }).timeout(2 * LONG);
  }
});

describe('what the service tells of targets', () => {
  const config = (name: string, file: string): string =>
    `//- /${name}/BlueConfig\nRun Default\n{\n    TargetFile ../${file}\n    CircuitPath ../circuit\n}\n`;

  it('takes a bare gid for a target of one cell', async () => {
    const { main, service } = fixture('Target Cell A\n{\n    a1\n}\n', 'user.target');
    const resolved = await service.resolveMembers(main.uri, 'a5');
    assert.deepEqual([[...(resolved?.cells ?? [])], resolved?.type, resolved?.problems], [[5], 'Cell', []]);
    assert.equal(await service.resolveMembers(main.uri, 'a0'), undefined);
    assert.equal(await service.resolveMembers(main.uri, 'nowhere'), undefined);
  });

  it('lists circular targets with what can be reached, and says so', async () => {
    const source = 'Target Cell A\n{\n    a1 B\n}\nTarget Cell B\n{\n    a2 A\n}\nTarget Cell C\n{\n    a3\n}\n';
    const { main, service } = fixture(source, 'user.target');
    assert.deepEqual(
      (await service.listTargets(main.uri)).map(({ name, cells, circular }) => [name, cells, circular]),
      [
        ['A', 2, true],
        ['B', 2, true],
        ['C', 1, false],
      ],
    );
  });

  it('counts the files of all configs that use a target file', async () => {
    const { service } = fixture(
      [
        '',
        '//- /circuit/start.target\nTarget Cell Mosaic\n{\n    a1 a2\n}\n',
        '//- /one.target\nTarget Cell One\n{\n    a1\n}\n',
        '//- /two.target\nTarget Cell Two\n{\n    a2\n}\n',
        config('first', 'one.target'),
        config('second', 'two.target'),
      ].join('\n'),
      'x.target',
    );
    const status = await service.status(`${ROOT}/circuit/start.target`);
    assert.equal(status?.text, 'Used by: BlueConfig, BlueConfig · 3 target files · 2 cells');
  });
});

describe('suppressing what stands at a brace', () => {
  it('writes no comment above the brace, which would switch the block off', async () => {
    const { main, service } = fixture('Run Default\n{\n}\n\n{\n    Target A\n}\n', 'BlueConfig');
    const [problem] = (await service.diagnostics(main.uri)).filter(({ code }) => code === 'BC005');
    assert.ok(problem);
    const titles = (await service.codeActions(main.uri, problem.range))
      .filter(({ diagnostic }) => diagnostic?.code === 'BC005')
      .map(({ title }) => title);
    assert.ok(!titles.includes('Ignore BC005 here'));
    assert.ok(titles.includes('Ignore BC005 in this file'));
  });
});
