import assert from 'node:assert/strict';
import { LineIndex } from '../../formats/text/lines';
import { cursorPosition, fixture } from '../support/fixture';

const START = `
//- /start.target
Target Cell Mosaic
{
    Layer1 a3
}
Target Cell Layer1
{
    a1 a2
}
Target Section Axons
{
    Mosaic axon
}
`;

async function complete(source: string) {
  const { main, service } = fixture(source.trimStart() + START.trimStart(), 'user.target');
  const entries = await service.completion(main.uri, cursorPosition(main));
  return { main, service, entries };
}

const labels = (entries: readonly { readonly label: string }[]): string[] => entries.map(({ label }) => label);
const TYPES = ['Cell', 'Compartment', 'Section', 'Synapse'];

describe('completion in target files', () => {
  it('offers new targets at the start of a line', async () => {
    for (const source of ['$0\n', 'Tar$0\n', 'Target Cell A\n{\n}\n$0\n', '  $0\nTarget Cell A\n{\n}\n']) {
      const { entries } = await complete(source);
      assert.deepEqual(
        labels(entries),
        TYPES.map((type) => `Target ${type}`),
      );
    }
    const { entries, main } = await complete('Tar$0\n');
    assert.equal(entries[0]?.insertText, 'Target Cell ${1:Name}\n{\n    $0\n}');
    assert.deepEqual(main.text.slice(entries[0].span.start, entries[0].span.end), 'Tar');
  });

  it('offers types after the keyword, and nothing for a name, in free text or in a comment', async () => {
    assert.deepEqual(labels((await complete('Target $0\n')).entries), TYPES);
    assert.deepEqual(labels((await complete('Target Ce$0 A\n{\n}\n')).entries), TYPES);
    for (const source of ['Target Cell $0\n', 'some text $0\n', '# Target $0\n', 'Target Cell A\n{\n a1 # $0\n}\n']) {
      assert.deepEqual((await complete(source)).entries, [], source);
    }
  });

  it('offers targets of all files in a body, those of the file first, never the target itself', async () => {
    const { entries, main } = await complete('Target Cell A\n{\n    a1 La$0yer\n}\nTarget Cell B\n{\n}\n');
    assert.deepEqual(
      entries.map(({ label, detail, rank }) => [label, detail, rank]),
      [
        ['B', 'Cell · 0 cells', 1],
        ['Mosaic', 'Cell · 3 cells', 2],
        ['Layer1', 'Cell · 2 cells', 2],
        ['Axons', 'Section · 3 cells', 2],
      ],
    );
    assert.deepEqual(
      entries.map(({ span }) => main.text.slice(span.start, span.end)),
      Array(4).fill('Layer'),
    );
  });

  it('goes on in a body that is not closed yet', async () => {
    const { entries } = await complete('Target Cell A\n{\n    a1\n    $0\nTarget Cell B\n{\n}\n');
    assert.ok(labels(entries).includes('Mosaic'));
  });

  it('offers a member, then a subset, then nothing on a line of a Compartment target', async () => {
    const member = (await complete('Target Compartment A\n{\n    a1 soma\n    $0\n}\n')).entries;
    assert.deepEqual(labels(member), ['Mosaic', 'Layer1', 'Axons']);
    const subset = (await complete('Target Compartment A\n{\n    Mosaic s$0\n}\n')).entries;
    assert.deepEqual(labels(subset), ['soma', 'axon', 'dend', 'apic']);
    assert.deepEqual((await complete('Target Compartment A\n{\n    Mosaic soma $0\n}\n')).entries, []);
    const skipped = (await complete('Target Section A\n{\n    $0\n}\n')).entries;
    assert.deepEqual(skipped.map(({ label, rank }) => [label, rank]).at(-1), ['Axons', 3]);
  });

  it('offers no more than 500 of many, those that go with what is typed', async () => {
    const many = Array.from({ length: 2000 }, (_, i) => `Target Cell Column_${i}\n{\n a1\n}\n`).join('');
    assert.equal((await complete(`Target Cell A\n{\n  $0\n}\n${many}`)).entries.length, 500);
    const { entries } = await complete(`Target Cell A\n{\n  column_19$0\n}\n${many}`);
    assert.ok(labels(entries).includes('Column_1999'));
    assert.equal(entries.length, 111);
  });

  it('counts no cells where that would take long', async () => {
    const chain = Array.from({ length: 15_000 }, (_, i) => `Target Cell T${i}\n{\n T${i + 1}\n}\n`).join('');
    const { entries } = await complete(`Target Cell A\n{\n  $0\n}\n${chain}Target Cell T15000\n{\n a1\n}\n`);
    assert.equal(entries[0]?.detail, 'Cell · 1 cell');
    assert.equal(entries.at(-1)?.detail, 'Cell');
  });
});

async function hoverAt(source: string): Promise<string | undefined> {
  const { main, service } = fixture(source.trimStart() + START.trimStart(), 'user.target');
  const hover = await service.hover(main.uri, cursorPosition(main));
  if (hover) assert.ok(hover.markdown.split('\n').length <= 15, hover.markdown);
  return hover?.markdown;
}

describe('hover in target files', () => {
  it('says what a target is', async () => {
    assert.equal(
      await hoverAt('Target Cell A\n{\n    Mos$0aic\n}\n'),
      '**Cell target** `Mosaic` · 3 cells\n\nCells: `a1 a2 a3`\n\nMade of 1 gid and the target `Layer1`\n\nDefined in `start.target`',
    );
    assert.match(
      (await hoverAt('Target Cell $0A\n{\n    a1 a1\n}\n')) ?? '',
      /`A` · 1 cell\n\nCells: `a1`\n\nMade of 2 gids\n/,
    );
  });

  it('names circles and what is not defined', async () => {
    const text = (await hoverAt('Target Cell A$0\n{\n    B x\n}\nTarget Cell B\n{\n    A y\n}\n')) ?? '';
    assert.match(text, /Contains itself: `A` → `B` → `A`/);
    assert.match(text, /Not defined: `y`, `x`/);
    assert.match((await hoverAt('Target Cell Mosaic$0\n{\n}\n')) ?? '', /Defined 2 times/);
  });

  it('tells the cell of a gid', async () => {
    assert.equal(await hoverAt('Target Cell A\n{\n    a$012\n}\n'), 'Cell with gid 12 (SONATA node id 11)');
    assert.equal(await hoverAt('Target Section A\n{\n    a12$0 axon\n}\n'), 'Cell with gid 12 (SONATA node id 11)');
  });

  it('explains types, subsets and numbers', async () => {
    assert.match((await hoverAt('Target Sec$0tion A\n{\n}\n')) ?? '', /^\*\*Target Section\*\*/);
    assert.equal(
      await hoverAt('Target Section A\n{\n    a1 ap$0ic 3\n}\n'),
      '`apic`: the sections of the apical dendrite',
    );
    assert.match((await hoverAt('Target Section A\n{\n    a1 apic 3$0\n}\n')) ?? '', /`apic\[3\]`/);
    assert.match((await hoverAt('Target Compartment A\n{\n    a1 0.$05\n}\n')) ?? '', /Position `0.5`/);
  });

  it('is silent elsewhere', async () => {
    for (const source of [
      '$0# x\n',
      'Target Cell A\n{\n    # Mos$0aic\n}\n',
      'Target Cell A\n{\n  $0  a1\n}\n',
      'Target Cell A\n{\n    x$0\n}\n',
    ]) {
      assert.equal(await hoverAt(source), undefined, source);
    }
  });

  it('shows names as text, whatever is in them', async () => {
    const text = (await hoverAt('Target Cell `<b>`$0\n{\n    a1 `x\n}\n')) ?? '';
    assert.match(text, /^\*\*Cell target\*\* `` `<b>` `` · 1 cell/);
    assert.match(text, /`` `x ``/);
  });

  it('stays short with many members', async () => {
    const names = Array.from({ length: 300 }, (_, i) => `n${i}`).join(' ');
    const text = (await hoverAt(`Target Cell A$0\n{\n    ${names}\n}\n`)) ?? '';
    assert.ok(text.length < 1000);
    assert.match(text, /… \(300 in all\)/);
  });
});

describe('outline and folding of target files', () => {
  const open = (text: string) => fixture(text, 'user.target');

  it('lists targets with type and number of members', async () => {
    const { main, service } = open(
      'free\nTarget Cell A\n{\n a1 B\n}\nTarget Section B {\n a1 axon\n}\n# Target Cell C\n{\n}\n',
    );
    const entries = await service.outline(main.uri);
    assert.deepEqual(
      entries.map(({ name, detail, selection }) => [name, detail, main.text.slice(selection.start, selection.end)]),
      [
        ['A', 'Cell · 2 members', 'A'],
        ['B', 'Section · 1 member', 'B'],
      ],
    );
  });

  it('lists no more than an editor can show', async () => {
    const { main, service } = open('Target Cell A\n{\n}\n'.repeat(10_100));
    assert.equal((await service.outline(main.uri)).length, 10_000);
  });

  it('folds targets and runs of comments', async () => {
    const { main, service } = open('# one\n  # two\n\n# three\nTarget Cell A\n{\n a1\n}\nTarget Cell B { }\n');
    const lines = new LineIndex(main.text);
    assert.deepEqual(
      (await service.folding(main.uri)).map(({ kind, range }) => [
        kind,
        lines.lineOf(range.start),
        lines.lineOf(range.end),
      ]),
      [
        ['comment', 0, 1],
        ['region', 4, 7],
      ],
    );
  });
});

describe('names of targets across files', () => {
  it('lead from a line of a Section target to their definition, and are renamed together', async () => {
    const { main, service } = fixture(
      `Target Section A\n{\n    Layer1 May$0be soma\n}\nTarget Cell Maybe\n{\n}\n${START.trimStart()}`,
      'user.target',
    );
    const position = cursorPosition(main);
    const [definition] = await service.definition(main.uri, position);
    assert.deepEqual([definition?.uri, definition?.range.start.line], [main.uri, 4]);
    assert.equal((await service.references(main.uri, position, true)).length, 2);
    assert.equal((await service.highlights(main.uri, position)).length, 2);
    const { files } = await service.rename(main.uri, { line: 2, character: 5 }, 'Layer2');
    assert.deepEqual(
      files.map(({ uri, edits }) => [uri, edits.length]),
      [
        ['file:///ws/start.target', 2],
        [main.uri, 1],
      ],
    );
  });
});
