import assert from 'node:assert/strict';
import { LineIndex } from '../../formats/text/lines';
import type { CodeAction } from '../../server/src/service/results';
import { applyEdits, dedent, fixture, ROOT, type Fixture } from '../support/fixture';

/** The fixes of one code at `$0`, by title. */
async function fixesAt(source: string, code: string): Promise<{ made: Fixture; fixes: Map<string, CodeAction> }> {
  const made = fixture(source, 'BlueConfig');
  const position = new LineIndex(made.main.text).positionAt(made.main.cursor ?? 0);
  const actions = await made.service.codeActions(made.main.uri, { start: position, end: position });
  const own = actions.filter(({ diagnostic, title }) => diagnostic?.code === code && !title.startsWith('Ignore'));
  return { made, fixes: new Map(own.map((action) => [action.title, action])) };
}

/** The text of each changed file after a fix. */
function after({ files }: Fixture, action: CodeAction | undefined): Record<string, string> {
  assert.ok(action, 'the fix is offered');
  return Object.fromEntries(
    action.edit.files.map(({ uri, edits }) => {
      const file = files.find((each) => each.uri === uri);
      assert.ok(file, `${uri} is a file of the fixture`);
      return [uri.slice(ROOT.length), applyEdits(file.text, edits)];
    }),
  );
}

async function afterFix(source: string, code: string, title: string): Promise<Record<string, string>> {
  const { made, fixes } = await fixesAt(source, code);
  assert.deepEqual(
    [...fixes.keys()].filter((each) => each === title),
    [title],
    `offered: ${[...fixes.keys()].join(', ')}`,
  );
  return after(made, fixes.get(title));
}

describe('fixes of references and files in a BlueConfig', () => {
  it('BC401 renames to the near stimulus', async () => {
    const source = `
      Stimulus hypamp
      {
          Pattern Hyperpolarizing
      }
      StimulusInject everywhere
      {
          Stimulus $0hypAmp
      }
    `;
    const { '/BlueConfig': text } = await afterFix(source, 'BC401', 'Change to `hypamp`');
    assert.equal(text, dedent(source).replace('$0hypAmp', 'hypamp'));
  });

  it('BC401 creates the stimulus above the injections and their comments', async () => {
    const source = `
      Run Default
      {
      }

      # Injections
      StimulusInject first
      {
        Stimulus $0depol
      }
    `;
    const { '/BlueConfig': text } = await afterFix(source, 'BC401', 'Create `Stimulus depol`');
    assert.equal(
      text,
      dedent(`
        Run Default
        {
        }

        Stimulus depol
        {
          Mode Current
          Pattern Linear
          Delay 100
          Duration 500
          AmpStart 0.1
        }

        # Injections
        StimulusInject first
        {
          Stimulus depol
        }
      `),
    );
  });

  it('BC402 creates the injection below the stimulus, past what follows its brace', async () => {
    const source = `
      Run Default
      {
          CircuitTarget Column
      }
      Stimulus $0depol
      {
      \tPattern Noise
      } # noise

      Report soma
      {
      }
    `;
    const { '/BlueConfig': text } = await afterFix(source, 'BC402', 'Create a `StimulusInject` for `depol`');
    assert.equal(
      text,
      dedent(source).replace(
        '$0depol\n{\n\tPattern Noise\n} # noise\n',
        'depol\n{\n\tPattern Noise\n} # noise\n\nStimulusInject depol\n{\n\tStimulus depol\n\tTarget Column\n}\n',
      ),
    );
  });

  const unknown = `
    Run Default
    {
        CircuitPath circuit
        TargetFile user.target
        CircuitTarget $0Mosiac
    }
    //- /circuit/start.target
    Target Cell Mosaic
    {
        a1
    }
    //- /user.target
    Target Cell Column
    {
        a1
    }`;

  it('BC402 deletes the stimulus with one of the blank lines around it', async () => {
    const deleted = async (source: string): Promise<string | undefined> =>
      (await afterFix(source, 'BC402', 'Delete the block `Stimulus a`'))['/BlueConfig'];
    const block = 'Stimulus $0a\n{\n    Delay 0\n} # a\n';
    assert.equal(
      await deleted(`Run Default\n{\n}\n\n${block}\nReport b\n{\n}\n`),
      'Run Default\n{\n}\n\nReport b\n{\n}\n',
    );
    assert.equal(await deleted(`Run Default\n{\n}\n\n${block}`), 'Run Default\n{\n}\n');
    assert.equal(await deleted(`# kept\n${block}Report b\n{\n}\n`), '# kept\nReport b\n{\n}\n');
    assert.equal(await deleted(block), '');
    const windows = `Run Default\n{\n}\n\n${block}`.replaceAll('\n', '\r\n');
    assert.equal(await deleted(windows), 'Run Default\r\n{\r\n}\r\n');
  });

  it('BC402 deletes no block whose end is unclear', async () => {
    const { fixes } = await fixesAt('Stimulus $0a\n{\n    Delay 0\n', 'BC402');
    assert.deepEqual([...fixes.keys()], ['Create a `StimulusInject` for `a`']);
  });

  it('BC402 deletion is neither preferred nor made with the safe ones', async () => {
    const { made, fixes } = await fixesAt('Stimulus $0a\n{\n}\n', 'BC402');
    assert.ok(!fixes.get('Delete the block `Stimulus a`')?.preferred);
    const all = await made.service.fixAll(made.main.uri);
    assert.ok(!JSON.stringify(all ?? []).includes('Delete the block'));
  });

  it('BC403 renames to the near target', async () => {
    const { '/BlueConfig': text } = await afterFix(unknown, 'BC403', 'Change to `Mosaic`');
    assert.match(text ?? '', /CircuitTarget Mosaic\n/);
  });

  it('BC403 creates the target in the user’s file', async () => {
    const created = await afterFix(unknown, 'BC403', 'Create target `Mosiac` in user.target');
    assert.deepEqual(created, {
      '/user.target': 'Target Cell Column\n{\n    a1\n}\n\nTarget Cell Mosiac\n{\n}\n',
    });
  });

  it('BC403 creates the target in start.target where there is no other file', async () => {
    const source = `
      Run Default
      {
          CircuitPath circuit
          CircuitTarget $0Layer5
      }
      //- /circuit/start.target
      `;
    const created = await afterFix(source, 'BC403', 'Create target `Layer5` in start.target');
    assert.deepEqual(created, { '/circuit/start.target': 'Target Cell Layer5\n{\n}\n' });
  });

  it('BC403 offers nothing where a target file is out of reach', async () => {
    const { fixes } = await fixesAt(unknown.replace('CircuitPath circuit', 'CircuitPath /elsewhere/project'), 'BC403');
    assert.deepEqual([...fixes.keys()], []);
  });

  it('BC404, BC405 and BC414 rename', async () => {
    const source = `
      Run Default
      {
          nrnPath edges.h5:neurons__neurons__chemical
          CircuitTarget $0nuerons:Mosaic
      }
      Electrode probe
      {
      }
      Report lfp
      {
          Electrode prob
      }
      Connection plastic
      {
          ModOverride GluSynaps
      }
    `;
    const moved = (word: string) => source.replace('$0', '').replace(word, `$0${word}`);
    const texts = [
      await afterFix(source, 'BC404', 'Change to `neurons`'),
      await afterFix(moved('prob\n'), 'BC405', 'Change to `probe`'),
      await afterFix(moved('GluSynaps'), 'BC414', 'Change to `GluSynapse`'),
    ].map((files) => files['/BlueConfig'] ?? '');
    assert.match(texts[0] ?? '', /CircuitTarget neurons:Mosaic\n/);
    assert.match(texts[1] ?? '', /Electrode probe\n}\nConnection/);
    assert.match(texts[2] ?? '', /ModOverride GluSynapse\n/);
  });

  it('BC415 moves the specific block, with its comment, below the general one', async () => {
    const source = `
      # The layers
      $0Connection specific
      {
          Source Excitatory
          Destination Mosaic
          Weight 0.5
      }

      # Everything
      Connection general
      {
          Source Mosaic
          Destination Mosaic
          Weight 1
      } # end

      Report soma
      {
      }
    `;
    const { '/BlueConfig': text } = await afterFix(source, 'BC415', 'Move below Connection `general`');
    assert.equal(
      text,
      dedent(`
        # Everything
        Connection general
        {
            Source Mosaic
            Destination Mosaic
            Weight 1
        } # end

        # The layers
        Connection specific
        {
            Source Excitatory
            Destination Mosaic
            Weight 0.5
        }

        Report soma
        {
        }
      `),
    );
  });

  it('FS004 creates the folder', async () => {
    const { fixes } = await fixesAt('Run Default\n{\n    OutputRoot $0results/first\n}\n', 'FS004');
    const edit = fixes.get('Create the folder `results/first`')?.edit;
    assert.deepEqual(edit, { files: [], createFolders: [`${ROOT}/results/first`] });
  });

  it('FS007 corrects the spelling and nothing else', async () => {
    const source = `
      Run Default
      {
          CircuitPath ./data/$0Circuit/
      }
      //- /data/circuit/start.target
      `;
    const { '/BlueConfig': text } = await afterFix(source, 'FS007', 'Change to `circuit`');
    assert.equal(text, 'Run Default\n{\n    CircuitPath ./data/circuit/\n}\n');
  });
});

describe('connection blocks in great number', function () {
  this.timeout(60_000);

  it('are compared within bounds', async () => {
    const block = (index: number, weight: number) =>
      `Connection c${index}\n{\n Source T${index % 997}\n Destination T${(index * 7) % 991}\n Weight ${weight}\n}\n`;
    const targets = Array.from(
      { length: 997 },
      (_, i) => `Target Cell T${i}\n{\n a${i + 1} a${i + 2} a${i + 500}\n}\n`,
    );
    const blocks = Array.from({ length: 20_000 }, (_, i) => block(i, i % 5));
    const source = `Run Default\n{\n TargetFile user.target\n}\n${blocks.join('')}//- /user.target\n${targets.join('')}`;
    const { main, service } = fixture(source, 'BlueConfig');
    const found = await service.diagnostics(main.uri);
    const counts = new Map<string, number>();
    for (const { code } of found) counts.set(code, (counts.get(code) ?? 0) + 1);
    assert.ok([...counts.values()].every((count) => count <= 50));
  });
});

describe('states of files', () => {
  const levels = async (source: string, prepare?: (made: Fixture) => void) => {
    const made = fixture(source, 'BlueConfig');
    prepare?.(made);
    const found = await made.service.diagnostics(made.main.uri);
    return found.filter(({ code }) => code.startsWith('FS')).map(({ code, severity }) => `${severity} ${code}`);
  };

  it('a file that may not be looked at is a warning', async () => {
    const source = 'Run Default\n{\n    TargetFile user.target\n}\n//- /user.target\n';
    const found = await levels(source, ({ workspace }) => workspace.denied.add(`${ROOT}/user.target`));
    assert.deepEqual(found, ['warning FS001']);
  });

  it('a binary target file is a warning', async () => {
    const found = await levels('Run Default\n{\n    TargetFile user.target\n}\n', ({ workspace }) => {
      workspace.write(`${ROOT}/user.target`, new Uint8Array([0x89, 0x48, 0x44, 0x46, 0, 0, 0, 1, 0, 0]));
    });
    assert.deepEqual(found, ['warning FS001']);
  });

  it('equal names in two circuits are looked for in each', async () => {
    const circuit = (name: string) =>
      `Circuit ${name}\n{\n    Engine METype\n    CircuitPath ${name}\n    CellLibraryFile nodes.h5\n}\n`;
    const found = await levels(`${circuit('a')}${circuit('b')}//- /a/nodes.h5\n//- /b/\n`);
    assert.deepEqual(found, ['error FS001']);
  });

  it('a file in the output folder may still be written', async () => {
    const source = `
      Run Default
      {
          OutputRoot output
      }
      Stimulus replay
      {
          Pattern SynapseReplay
          SpikeFile output/out.dat
      }
      //- /output/
    `;
    assert.deepEqual(await levels(source), ['warning FS001']);
  });
});

describe('connections that meet', () => {
  const TARGETS = `
//- /user.target
Target Cell Left
{
    a1 a2
}
Target Cell Right
{
    a3 a4
}
Target Cell Some
{
    a2 a3
}
Target Cell All
{
    Left Right
}
`;
  /** Codes about connections; a block is `Source Destination`, then its keys. */
  const codes = async (...blocks: readonly (readonly [string, ...string[]])[]) => {
    const written = blocks.map(([pathway, ...entries], index) => {
      const [source = '', destination = ''] = pathway.split(' ');
      const lines = [`Source ${source}`, `Destination ${destination}`, ...entries];
      return ['Connection c' + String(index), '{', ...lines, '}', ''].join('\n');
    });
    const source = `Run Default\n{\nTargetFile user.target\n}\n${written.join('')}${TARGETS.slice(1)}`;
    const { main, service } = fixture(source, 'BlueConfig');
    const found = await service.diagnostics(main.uri);
    return found.flatMap(({ code }) => (/^BC4(08|09|1[0-35])$/.test(code) ? [code] : []));
  };

  it('disjoint cells do not meet', async () => {
    assert.deepEqual(await codes(['Left All', 'Weight 1'], ['Right All', 'Weight 2']), []);
    assert.deepEqual(await codes(['a1 All', 'Weight 1'], ['Right All', 'Weight 2']), []);
  });

  it('cells that cross do, unless another block settles it', async () => {
    const crossing = [
      ['Left All', 'Weight 1'],
      ['Some All', 'Weight 2'],
    ] as const;
    assert.deepEqual(await codes(...crossing), ['BC408']);
    assert.deepEqual(await codes(...crossing, ['Some All', 'Weight 2.0']), ['BC408']);
    assert.deepEqual(await codes(...crossing, ['All All', 'SpontMinis 1']), ['BC408']);
    assert.deepEqual(await codes(['Left All', 'Weight 1'], ['All Some', 'Weight 2'], ['Left Some', 'Weight 3']), []);
  });

  it('the chain is told in order: all blocks that set the key where the two act', async () => {
    const written = [
      ['All All', 'Weight 1'],
      ['Left All', 'Weight 2'],
      ['Right All', 'Weight 3'],
      ['Left All', 'SpontMinis 3'],
      ['Some All', 'Weight 4'],
      ['a1 a1', 'Weight 5'],
    ].map(([pathway = '', entry = ''], index) => {
      const [source = '', destination = ''] = pathway.split(' ');
      return `Connection c${index}\n{\nSource ${source}\nDestination ${destination}\n${entry}\n}\n`;
    });
    const source = `Run Default\n{\nTargetFile user.target\n}\n${written.join('')}${TARGETS.slice(1)}`;
    const { main, service } = fixture(source, 'BlueConfig');
    const found = (await service.diagnostics(main.uri)).find(({ code }) => code === 'BC408');
    assert.deepEqual(
      found?.related.map(({ message, range }) => `${message} in line ${range.start.line + 1}`),
      [
        '1. Connection `c0` sets `Weight` to `1` in line 9',
        '2. Connection `c1` sets `Weight` to `2` in line 15',
        '3. Connection `c2` sets `Weight` to `3` in line 21',
        '4. Connection `c4` sets `Weight` to `4` in line 33',
        '5. Connection `c5` sets `Weight` to `5` in line 39',
      ],
    );
  });

  it('a single cell in a target comes after it', async () => {
    assert.deepEqual(await codes(['Left All', 'Weight 1'], ['a1 All', 'Weight 2']), []);
    assert.deepEqual(await codes(['a1 All', 'Weight 1'], ['Left All', 'Weight 2']), ['BC415', 'BC409']);
  });

  it('populations are apart, or unknown', async () => {
    assert.deepEqual(await codes(['x:Left All', 'Weight 1'], ['y:Left All', 'Weight 2']), []);
    assert.deepEqual(await codes(['x:Left All', 'Weight 1'], ['Left All', 'Weight 2']), []);
    assert.deepEqual(await codes(['x:Left All', 'Weight 1'], ['x:Left All', 'Weight 2']), ['BC409']);
    assert.deepEqual(await codes(['x:Left All', 'Weight 1'], ['x: All', 'Weight 2']), ['BC415', 'BC409']);
  });

  it('unknown targets are nothing to go by', async () => {
    assert.deepEqual(await codes(['Nobody All', 'Weight 1'], ['Left All', 'Weight 2']), []);
    assert.deepEqual(await codes(['Nobody All', 'Weight 0'], ['Left All', 'Delay 10', 'Weight 2']), []);
  });

  it('what changes nothing is no override', async () => {
    const minis = ['All All', 'SpontMinis 0.1', 'SynDelayOverride 2', 'SynapseConfigure %s.a = 1'] as const;
    assert.deepEqual(
      await codes(minis, ['All All', 'SpontMinis .10', 'SynDelayOverride 0', 'SynapseConfigure %s.a = 2']),
      [],
    );
    assert.deepEqual(await codes(['All All', 'Weight 1', 'SynapseID 1'], ['All All', 'Weight 2', 'SynapseID 2']), []);
  });

  it('weight 0 follows the checks of the simulator', async () => {
    assert.deepEqual(await codes(['Left All', 'Weight 0'], ['Left All', 'Delay 10', 'Weight 2']), []);
    assert.deepEqual(await codes(['Left All', 'Weight 0'], ['Some All', 'Delay 10', 'Weight 2']), ['BC410']);
    assert.deepEqual(await codes(['Left All', 'Weight 0'], ['Right All', 'Delay 10', 'Weight 2']), ['BC411', 'BC412']);
    assert.deepEqual(await codes(['All All', 'Weight 0'], ['Left All', 'Weight 2']), []);
    assert.deepEqual(await codes(['Left All', 'Weight 1'], ['Left All', 'Delay 10', 'Weight 2']), ['BC412']);
    const both = await codes(
      ['Left All', 'Weight 0'],
      ['Some All', 'Delay 10', 'Weight 2'],
      ['Left All', 'Delay 20', 'Weight 2'],
    );
    assert.deepEqual(both, []);
  });
});
