import assert from 'node:assert/strict';
import { parseBlueConfig } from '../../server/src/languages/blueconfig/parser';
import { blockAt } from '../../server/src/languages/blueconfig/tree';
import { dedent, fixture } from '../support/fixture';

/** What is beside the point: a config that is no longer run, and keys that short examples lack. */
const ASIDE = new Set(['BC105', 'BC109', 'BC110', 'BC115']);

async function codesOf(source: string): Promise<string[]> {
  const { main, service } = fixture(source, 'BlueConfig');
  const found = await service.diagnostics(main.uri);
  return found.flatMap(({ code, range }) => (ASIDE.has(code) ? [] : [`${code} in line ${range.start.line + 1}`]));
}

const TARGETS = `
//- /circuit/start.target
Target Cell Mosaic
{
    a1
}
`;

/** A block in a config whose targets are known. */
const within = (block: string): string =>
  `Run Default\n{\n    CircuitPath circuit\n}\n${dedent(block)}${TARGETS.trimStart()}`;

describe('one cause, one message', () => {
  it('a brace behind the last value', async () => {
    assert.deepEqual(await codesOf(within('Report soma\n{\n    Target Mosaic }\n')), ['BC008 in line 7']);
    assert.deepEqual(await codesOf(within('Report soma\n{\n    Target Unheard }\n')), [
      'BC403 in line 7',
      'BC008 in line 7',
    ]);
    assert.deepEqual(await codesOf(within('Report soma\n{\n    Target Mosaic } # end\n')), ['BC008 in line 7']);
    assert.deepEqual(await codesOf(within('Report soma\n{\n    Target }\n')), ['BC008 in line 7']);
  });

  it('braces around a value or behind one that is not the last', async () => {
    assert.deepEqual(await codesOf(within('Report soma\n{\n    Target {Unheard}\n}\n')), ['BC008 in line 7']);
    assert.deepEqual(await codesOf(within('Report soma\n{\n    Target Unheard }\n    Dt 0.1\n}\n')), [
      'BC008 in line 7',
    ]);
    assert.deepEqual(await codesOf('Run Default\n{\n    MorphologyPath {nowhere}\n}\n'), ['BC008 in line 3']);
    assert.deepEqual(await codesOf('Connection all\n{\n    ModOverride {Unheard}\n}\n'), ['BC008 in line 3']);
    const stimulus = 'Stimulus a\n{\n    Pattern Linear\n}\nStimulusInject a\n{\n    Stimulus {a}\n}\n';
    assert.deepEqual(await codesOf(stimulus), ['BC008 in line 7']);
  });

  it('a brace too many in a block', async () => {
    const report = ['Report soma', '{', '    Target Mosaic', '{', '    Dt 0.1', '}', ''].join('\n');
    assert.deepEqual(await codesOf(within(report)), ['BC005 in line 8']);
    const inject = ['Stimulus a', '{', '}', 'StimulusInject a', '{', '    Stimulus a', '    {', '}', ''].join('\n');
    assert.deepEqual(await codesOf(inject), ['BC005 in line 7']);
    assert.deepEqual(await codesOf(within('Report soma\n{\n    ReportOn v\n    {\n    Target Mosaic\n}\n')), [
      'BC005 in line 8',
    ]);
  });

  it('a Run block too many, or one with a wrong name', async () => {
    assert.deepEqual(await codesOf('Run Default\n{\n}\nRun Second\n{\n}\n'), ['BC107 in line 4']);
    assert.deepEqual(await codesOf('Run First\n{\n}\nRun Default\n{\n}\n'), ['BC107 in line 4']);
    assert.deepEqual(await codesOf('Run First\n{\n}\n'), ['BC106 in line 1']);
  });

  it('a note without text', async () => {
    assert.deepEqual(await codesOf('Run Default\n{\n    Note # nothing\n    AutoInit\n}\n'), [
      'BC006 in line 3',
      'BC006 in line 4',
    ]);
    const { main, service } = fixture('Run Default\n{\n    Note\n    Dt\n}\n', 'BlueConfig');
    const messages = (await service.diagnostics(main.uri)).flatMap(({ code, message }) =>
      code === 'BC006' ? [message] : [],
    );
    assert.deepEqual(
      messages.map((message) => message.includes('to get the default')),
      [false, true],
    );
  });

  it('a lone word that is no type', async () => {
    assert.deepEqual(await codesOf('foo\n{\n}\n'), ['BC001 in line 1']);
  });
});

describe('the end of an unclosed block', () => {
  const headers = (...lines: readonly string[]): string[] =>
    parseBlueConfig(['Report a', '{', '    Target x', ...lines, ''].join('\n')).blocks.map(({ header }) =>
      [header.type, ...header.names].map(({ text }) => text).join(' '),
    );

  it('is a header, right or misspelt', () => {
    for (const header of ['Report b', 'report b', 'Stimuls b', 'Stimulus b', 'Report', '  Report b', 'Report b # c']) {
      const written = header.replace(/#.*/, '').trim();
      assert.deepEqual(headers(header, '{', '    Target y', '}'), ['Report a', written], header);
    }
  });

  it('is no line of the block with a brace too many below', () => {
    for (const line of ['Target y', 'ReportOn v', 'foo', 'Report my soma', 'reported at the soma', 'x'.repeat(5000)]) {
      assert.deepEqual(headers(line, '{', '    Dt 1', '}'), ['Report a'], line.slice(0, 20));
    }
  });

  it('is told from a key of the same name by its indentation', () => {
    const text = (indent: string): string =>
      `StimulusInject a\n{\n    Target x\n${indent}Stimulus b\n{\n    Delay 1\n}\n`;
    assert.equal(parseBlueConfig(text('    ')).blocks.length, 1);
    assert.equal(parseBlueConfig(text('')).blocks.length, 2);
  });
});

describe('values before a brace', () => {
  it('end before it', () => {
    const [block] = parseBlueConfig('Report a\n{\n    Target x  }\n').blocks;
    const value = block?.entries[0]?.value;
    assert.equal(value?.text, 'x');
    assert.equal(value.end - value.start, 1);
    assert.equal(value.raw.text, 'x  }');
    assert.deepEqual(block?.braceInValue, { start: value.start + 3, end: value.start + 4 });
  });

  it('are not told from a brace in a remark', () => {
    const [block] = parseBlueConfig('Report a\n{\n    Target x # {y}\n').blocks;
    assert.equal(block?.braceInValue, undefined);
  });
});

describe('blockAt', () => {
  it('finds what a search from the start finds', () => {
    const text = Array.from({ length: 7 }, (_, index) => `# ${index}\nReport r${index}\n{\n}\n\n`).join('');
    const tree = parseBlueConfig(text);
    for (let offset = -1; offset <= text.length + 1; offset++) {
      const expected = tree.blocks.find(({ start, end }) => start <= offset && offset <= end);
      assert.equal(blockAt(tree, offset), expected, `at ${offset}`);
    }
  });
});

describe('addresses in place of paths', () => {
  it('are accepted where the schema says so only', async () => {
    const paths =
      'Run Default\n{\n    CircuitPath file:///tmp\n    MorphologyPath ftp://host/x\n    Atlas https://host/x\n}\n';
    assert.deepEqual(await codesOf(paths), ['FS002 in line 3', 'FS002 in line 4']);
  });
});

describe('hover of a path', () => {
  it('tells equal paths apart by the folders that they start at', async () => {
    const { main, service } = fixture(
      `
      Run Default
      {
          CircuitPath circuit
          CellLibraryFile same.h5
          MEComboInfoFile same.h5
      }
      //- /circuit/same.h5
      `,
      'BlueConfig',
    );
    const at = async (line: number): Promise<string> =>
      (await service.hover(main.uri, { line, character: 22 }))?.markdown ?? '';
    assert.match(await at(3), /\/ws\/circuit\/same\.h5.* a file/);
    assert.match(await at(4), /\/ws\/same\.h5.* not there/);
  });
});
