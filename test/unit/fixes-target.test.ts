import assert from 'node:assert/strict';
import { applyEdits, dedent, fixture } from '../support/fixture';

const CONFIG = `
//- /BlueConfig
Run Default
{
    CircuitPath circuit
    TargetFile user.target
    CircuitTarget L5:A
}
//- /circuit/start.target
Target Cell Mosaic
{
    a1 L5:A
}
`;

/** The text after the fixes of a code, one after the other until none of them is left. */
async function mended(source: string, code: string, title?: string): Promise<string> {
  const { main, service } = fixture(source, 'user.target');
  let text = main.text;
  for (let round = 1; round < 10; round++) {
    service.openDocument(main.uri, 'circuittarget', round, text);
    const [problem] = (await service.diagnostics(main.uri)).filter((each) => each.code === code);
    if (!problem) return text;
    const actions = await service.codeActions(main.uri, problem.range);
    const action = actions.find(
      (each) => each.diagnostic?.code === code && (title ? each.title === title : !each.title.startsWith('Ignore')),
    );
    assert.ok(action, `${code} has no fix ${title ?? ''}: ${actions.map((each) => each.title).join(', ')}`);
    text = applyEdits(text, action.edit.files.find(({ uri }) => uri === main.uri)?.edits ?? []);
  }
  return assert.fail('the fixes come to no end');
}

interface Case {
  readonly code: string;
  readonly does: string;
  readonly before: string;
  readonly after: string;
  readonly title?: string;
}

const cases: readonly Case[] = [
  {
    code: 'TG001',
    does: 'moves the brace below the header',
    before: 'Target Cell A {\n    a1\n}\n',
    after: 'Target Cell A\n{\n    a1\n}\n',
  },
  {
    code: 'TG001',
    does: 'keeps indentation and line breaks',
    before: '# x\r\n  Target Cell A{\r\n    a1\r\n  }\r\n',
    after: '# x\r\n  Target Cell A\r\n  {\r\n    a1\r\n  }\r\n',
  },
  {
    code: 'TG001',
    does: 'writes a target on one line over several',
    before: 'Target Cell A { a1 B }\nTarget Cell B {}\n',
    after: 'Target Cell A\n{\n    a1 B\n}\nTarget Cell B\n{\n}\n',
  },
  {
    code: 'TG001',
    does: 'moves comments between header and brace above the header',
    before: 'Target Cell A\n# why\n\n  # how\n{\n    a1\n}\n',
    after: '# why\n# how\nTarget Cell A\n{\n    a1\n}\n',
  },
  {
    code: 'TG001',
    does: 'moves members below the brace',
    before: 'Target Cell A\n{ a1\n  a2 }\n',
    after: 'Target Cell A\n{\n    a1\n  a2 }\n',
  },
  {
    code: 'TG002',
    does: 'closes before the next header',
    before: 'Target Cell A\n{\n    a1\n\nTarget Cell B\n{\n    a2\n}\n',
    after: 'Target Cell A\n{\n    a1\n}\n\nTarget Cell B\n{\n    a2\n}\n',
  },
  {
    code: 'TG002',
    does: 'adds both braces',
    before: 'Target Cell A\nTarget Cell B\n    a1\n    a2\n',
    after: 'Target Cell A\n{\n}\nTarget Cell B\n{\n    a1\n    a2\n}\n',
  },
  {
    code: 'TG002',
    does: 'adds the opening brace',
    before: 'Target Cell A\n    a1\n}\n',
    after: 'Target Cell A\n{\n    a1\n}\n',
  },
  {
    code: 'TG002',
    does: 'frees a brace from its neighbours',
    before: 'Target Cell A\n{\n    a1}\nTarget Section B\n{\n    a1 axon }\n',
    after: 'Target Cell A\n{\n    a1\n}\nTarget Section B\n{\n    a1 axon\n}\n',
  },
  {
    code: 'TG003',
    does: 'corrects the type',
    before: 'Target cell A\n{\n    a1\n}\n',
    after: 'Target Cell A\n{\n    a1\n}\n',
  },
  {
    code: 'TG003',
    does: 'inserts the type',
    title: 'Insert `Section`',
    before: 'Target A\n{\n    a1\n}\n',
    after: 'Target Section A\n{\n    a1\n}\n',
  },
  {
    code: 'TG004',
    does: 'moves comments above the header',
    before: 'Target Cell A\n{\n    # first\n    a1 # second\n    a2\n}\n',
    after: '# first\n# second\nTarget Cell A\n{\n    a1\n    a2\n}\n',
  },
  {
    code: 'TG005',
    does: 'renames the second',
    before: 'Target Cell A\n{\n    a1\n}\nTarget Cell A\n{\n    a2\n}\nTarget Cell A_2\n{\n    a3\n}\n',
    after: 'Target Cell A\n{\n    a1\n}\nTarget Cell A_3\n{\n    a2\n}\nTarget Cell A_2\n{\n    a3\n}\n',
  },
  {
    code: 'TG006',
    does: 'corrects a name and a gid',
    before: 'Target Cell Layer1\n{\n    a1\n}\nTarget Cell A\n{\n    Layre1 12\n}\n//- /start.target\n',
    after: 'Target Cell Layer1\n{\n    a1\n}\nTarget Cell A\n{\n    Layer1 a12\n}\n',
  },
  {
    code: 'TG006',
    does: 'creates the target below',
    title: 'Create target `Layer1`',
    before: 'Target Cell A\n{\n    Layer1\n}\n# more\n',
    after: 'Target Cell A\n{\n    Layer1\n}\n\nTarget Cell Layer1\n{\n}\n# more\n',
  },
  {
    code: 'TG009',
    does: 'takes the zeros away',
    before: 'Target Cell A\n{\n    a007\n}\n',
    after: 'Target Cell A\n{\n    a7\n}\n',
  },
  {
    code: 'TG011',
    does: 'removes a member with its blanks, or with its line',
    before: 'Target Cell A\n{\n    a1 a1 a2 B\n    B\n    a2 a3\n}\n',
    after: 'Target Cell A\n{\n    a1 a2 B\n    a3\n}\n',
  },
  {
    code: 'TG012',
    does: 'writes spaces for tabs',
    before: 'Target Cell A\n{\n\ta1\t\ta2\n\ta3\n}\n',
    after: 'Target Cell A\n{\n    a1 a2\n    a3\n}\n',
  },
  {
    code: 'TG012',
    does: 'changes line ends from Windows',
    before: 'Target Cell A\r\n{\r\n    a1\r\n    a2\r\n}\r\n',
    after: 'Target Cell A\n{\n    a1\n    a2\n}\n',
  },
  {
    code: 'TG012',
    does: 'changes carriage returns alone',
    before: 'Target Cell A\r{\r    a1\r}\r',
    after: 'Target Cell A\n{\n    a1\n}\n',
  },
  {
    code: 'TG014',
    does: 'gives each member a line, and the subset to all',
    before: 'Target Section A\n{\n    a1 a2 a3 axon 0\n    a4 soma a5 dend\n}\n',
    after: 'Target Section A\n{\n    a1 axon 0\n    a2 axon 0\n    a3 axon 0\n    a4 soma\n    a5 dend\n}\n',
  },
  {
    code: 'TG015',
    does: 'corrects, splits and moves subsets',
    before: 'Target Section A\n{\n    a1 Axno\n    a2 axon 1 dend 2\n    a3 0 dend\n}\n',
    after: 'Target Section A\n{\n    a1 axon\n    a2 axon 1\n    a2 dend 2\n    a3 dend 0\n}\n',
  },
  {
    code: 'TG017',
    does: 'writes subset and indices',
    before: 'Target Section A\n{\n    a1 apic[0]\n    a2 dend[3] dend[4]\n}\n',
    after: 'Target Section A\n{\n    a1 apic 0\n    a2 dend 3 4\n}\n',
  },
  {
    code: 'TG019',
    does: 'removes the subset',
    before: 'Target Section A\n{\n    a1 axon\n}\nTarget Compartment B\n{\n    A axon 0.5\n}\n',
    after: 'Target Section A\n{\n    a1 axon\n}\nTarget Compartment B\n{\n    A 0.5\n}\n',
  },
  {
    code: 'TG021',
    does: 'comments the lines out',
    before: '# Target Cell A\n{\n    a1\n}\n# Target Cell B {\n# }\n',
    after: '# Target Cell A\n# {\n#     a1\n# }\n# Target Cell B\n# {\n# }\n',
  },
  {
    code: 'TG021',
    does: 'uncomments the header',
    title: 'Uncomment the header',
    before: '# Target Cell A\n{\n    a1\n}\n',
    after: 'Target Cell A\n{\n    a1\n}\n',
  },
  {
    code: 'TG024',
    does: 'joins a header',
    before: 'Target\n  Cell\nA\n{\n    a1\n}\nTarget  Cell\tB # why\n{\n    a2\n}\n',
    after: 'Target Cell A\n{\n    a1\n}\n# why\nTarget Cell B\n{\n    a2\n}\n',
  },
  {
    code: 'TG024',
    does: 'joins the words of a name',
    before: 'Target Cell A of mine\n{\n    a1\n}\n',
    after: 'Target Cell A_of_mine\n{\n    a1\n}\n',
  },
  {
    code: 'TG025',
    does: 'corrects the keyword',
    before: 'target Cell A\n{\n    a1\n}\nTarget: Cell B\n{\n    a1\n} Target Cell C\n{\n    a1\n}\nCell D\n{\n}\n',
    after:
      'Target Cell A\n{\n    a1\n}\nTarget Cell B\n{\n    a1\n}\nTarget Cell C\n{\n    a1\n}\nTarget Cell D\n{\n}\n',
  },
];

describe('fixes of target files', () => {
  for (const { code, does, before, after, title } of cases) {
    it(`${code} ${does}`, async () => {
      assert.equal(await mended(before, code, title), after);
    });
  }

  it('TG006 does not offer to create a target under a name that cannot be one', async () => {
    const { main, service } = fixture('Target Cell A\n{\n    B:C\n}\n', 'user.target');
    const [problem] = await service.diagnostics(main.uri);
    const actions = await service.codeActions(main.uri, problem!.range);
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Ignore TG006 here', 'Ignore TG006 in this file'],
    );
  });

  it('TG020 renames in every file that shares the target', async () => {
    const { main, files, service } = fixture(`Target Cell L5:A\n{\n    a1\n}\n${CONFIG.trimStart()}`, 'user.target');
    const [problem] = (await service.diagnostics(main.uri)).filter(({ code }) => code === 'TG020');
    const actions = await service.codeActions(main.uri, problem!.range);
    const rename = actions.find(({ title }) => title === 'Rename to `L5_A`');
    const after = new Map(
      rename?.edit.files.map(({ uri, edits }) => [
        uri,
        applyEdits(files.find((file) => file.uri === uri)?.text ?? '', edits),
      ]),
    );
    assert.equal(after.get(main.uri), 'Target Cell L5_A\n{\n    a1\n}\n');
    assert.equal(after.get('file:///ws/circuit/start.target'), 'Target Cell Mosaic\n{\n    a1 L5_A\n}\n');
  });

  it('applies all safe fixes at once', async () => {
    const source = dedent(`
      target cell A {
          a007 # why
      }
    `);
    const { main, service } = fixture(source, 'user.target');
    let text = main.text;
    for (let round = 1; round < 6; round++) {
      service.openDocument(main.uri, 'circuittarget', round, text);
      const action = await service.fixAll(main.uri);
      text = applyEdits(text, action?.edit.files[0]?.edits ?? []);
    }
    assert.equal(text, '# why\nTarget Cell A\n{\n    a7\n}\n');
  });
});
