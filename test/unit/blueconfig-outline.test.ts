import assert from 'node:assert/strict';
import type { OutlineEntry } from '../../server/src/languages/language';
import { applyEdits, cursorPosition, dedent, fixture } from '../support/fixture';

async function outlineOf(source: string) {
  const { main, service } = fixture(source, 'BlueConfig');
  const shown = (entry: OutlineEntry): string => {
    const { name, detail, range, selection, deprecated } = entry;
    assert.ok(range.start <= selection.start && selection.end <= range.end, 'the selection lies in the range');
    const selected = main.text.slice(selection.start, selection.end);
    return `${name} (${detail ?? ''}) at ${selected}${deprecated ? ', deprecated' : ''}`;
  };
  return (await service.outline(main.uri)).map((entry) => ({
    block: shown(entry),
    keys: entry.children.map(shown),
    text: main.text.slice(entry.range.start, entry.range.end),
  }));
}

describe('BlueConfig outline', () => {
  it('lists blocks with their keys', async () => {
    const [report, ...others] = await outlineOf('Report soma\n{\n    Target Mosaic # all\n    Unit\n}\n');
    assert.deepEqual(others, []);
    assert.equal(report?.block, 'soma (Report) at soma');
    assert.deepEqual(report.keys, ['Target (Mosaic) at Target', 'Unit () at Unit']);
    assert.equal(report.text, 'Report soma\n{\n    Target Mosaic # all\n    Unit\n}');
  });

  it('marks what is deprecated and leaves out what is disabled', async () => {
    const entries = await outlineOf(`
      #Report off
      {
          Target Mosaic
      }
      NeuronConfigure old
      {
      }
      Run Default
      {
          ProspectiveHosts 8
      }
    `);
    assert.deepEqual(
      entries.map(({ block }) => block),
      ['old (NeuronConfigure) at old, deprecated', 'Default (Run) at Default'],
    );
    assert.deepEqual(entries[1]?.keys, ['ProspectiveHosts (8) at ProspectiveHosts, deprecated']);
  });

  it('takes the type where there is no name, and cuts long values', async () => {
    const [block] = await outlineOf(`Run\n{\n    Note ${'x'.repeat(100)}\n}\n`);
    assert.equal(block?.block, 'Run () at Run');
    assert.deepEqual(block.keys, [`Note (${'x'.repeat(60)}…) at Note`]);
  });
});

describe('BlueConfig folding', () => {
  it('folds blocks, disabled blocks and comments of several lines', async () => {
    const { main, service } = fixture(
      `
      # one
      # two

      # alone
      Run Default
      {
          # in
          # side
          Dt 1
      }
      # three
      #Report off
      {
          Target a
      }
      `,
      'BlueConfig',
    );
    const ranges = (await service.folding(main.uri)).map(({ kind, range }) => {
      const text = main.text.slice(range.start, range.end).split('\n');
      return `${kind}: ${text[0]!} … ${text.at(-1)!.trim()}`;
    });
    assert.deepEqual(ranges, [
      'comment: # one … # two',
      'region: Run Default … }',
      'comment: # in … # side',
      'region: #Report off … }',
    ]);
  });

  it('folds an unclosed block up to its last line', async () => {
    const { main, service } = fixture('Run Default\n{\n    Dt 1\n\n', 'BlueConfig');
    const [range] = await service.folding(main.uri);
    assert.deepEqual(range, { kind: 'region', range: { start: 0, end: 'Run Default\n{\n    Dt 1'.length } });
  });
});

describe('BlueConfig refactorings', () => {
  const refactor = async (source: string) => {
    const { main, service } = fixture(source, 'BlueConfig');
    const at = cursorPosition(main);
    const actions = await service.codeActions(main.uri, { start: at, end: at });
    return actions
      .filter(({ kind }) => kind === 'refactor')
      .map(({ title, edit }) => ({ title, text: applyEdits(main.text, edit.files[0]?.edits ?? []) }));
  };

  it('disables a block, and what is disabled is enabled again', async () => {
    const source = dedent(`
      Run Default
      {
      }
        Report so$0ma
      {
          Target Mosaic
      }
    `);
    const [disabled] = await refactor(source);
    assert.equal(disabled?.title, 'Disable this Report');
    assert.equal(disabled.text, source.replace('$0', '').replace('Report', '#Report'));
    const { main, service } = fixture(disabled.text, 'BlueConfig');
    assert.deepEqual(
      (await service.outline(main.uri)).map(({ name }) => name),
      ['Default'],
    );
    const line = { line: 3, character: 4 };
    const actions = await service.codeActions(main.uri, { start: line, end: line });
    const enabling = actions.find(({ title }) => title === 'Enable this block');
    assert.equal(applyEdits(main.text, enabling?.edit.files[0]?.edits ?? []), source.replace('$0', ''));
  });

  it('offers it where a comment would disable the block only', async () => {
    assert.deepEqual(await refactor('Report so$0ma {\n}\n'), []);
    assert.deepEqual(await refactor('Report so$0ma\n'), []);
    assert.deepEqual(await refactor('Report soma\n{\n    Tar$0get a\n}\n'), []);
  });
});
