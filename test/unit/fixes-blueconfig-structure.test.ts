import assert from 'node:assert/strict';
import { LineIndex } from '../../formats/text/lines';
import type { CodeAction } from '../../server/src/service/results';
import { applyEdits, dedent, fixture } from '../support/fixture';

/** The fixes of one code at `$0`, by title, and the text without the cursor. */
async function fixesAt(source: string, code: string, name = 'BlueConfig') {
  const { main, service } = fixture(source, name);
  const position = new LineIndex(main.text).positionAt(main.cursor ?? 0);
  const actions = await service.codeActions(main.uri, { start: position, end: position });
  const own = actions.filter(({ diagnostic, title }) => diagnostic?.code === code && !title.startsWith('Ignore'));
  return { text: main.text, fixes: new Map<string, CodeAction>(own.map((action) => [action.title, action])) };
}

async function assertFix(code: string, title: string, before: string, after: string, name?: string): Promise<void> {
  const { text, fixes } = await fixesAt(before, code, name);
  const action = fixes.get(title);
  assert.ok(action, `offered: ${[...fixes.keys()].join(', ')}`);
  assert.equal(applyEdits(text, action.edit.files[0]?.edits ?? []), dedent(after));
}

async function codesOf(text: string, name = 'BlueConfig'): Promise<string[]> {
  const { main, service } = fixture(text, name);
  const own = (await service.diagnostics(main.uri)).filter(({ code }) => /^BC[01]/.test(code));
  return own.map(({ code, severity }) => `${code} ${severity}`);
}

describe('fixes of the structure of a BlueConfig', () => {
  it('BC001 gives a name that is free', () =>
    assertFix(
      'BC001',
      'Name it `report_2`',
      `
      Report report
      {
      }
      $0Report # of what?
      {
      }
      `,
      `
      Report report
      {
      }
      Report report_2 # of what?
      {
      }
      `,
    ));

  it('BC001 names the Run block as it must be named', () =>
    assertFix('BC001', 'Name it `Default`', '$0Run\n{\n}\n', 'Run Default\n{\n}\n'));

  it('BC001 names a block of a type that was surely meant, and no other', async () => {
    await assertFix('BC001', 'Name it `stimulus`', '$0Stimuls\n{\n}\n', 'Stimuls stimulus\n{\n}\n');
    const { fixes } = await fixesAt('$0foo\n{\n}\n', 'BC001');
    assert.deepEqual([...fixes.keys()], []);
  });

  it('BC001 joins the words of a name', () =>
    assertFix(
      'BC001',
      'Name it `my_soma_report`',
      '$0Report my soma  report\n{\n}\n',
      'Report my_soma_report\n{\n}\n',
    ));

  it('BC002 moves the brace, with the indentation of the header', () =>
    assertFix(
      'BC002',
      'Move the brace to its own line',
      `
      # all
        Report soma   $0{
            Target Mosaic
        }
      `,
      `
      # all
        Report soma
        {
            Target Mosaic
        }
      `,
    ));

  it('BC002 takes what stands behind the brace along', () =>
    assertFix(
      'BC002',
      'Move the brace to its own line',
      'Report soma $0{ Target Mosaic } # end\r\n',
      'Report soma\r\n{\r\n    Target Mosaic\r\n} # end\r\n',
    ));

  it('BC002 opens an empty block', () =>
    assertFix('BC002', 'Move the brace to its own line', 'Report soma$0{}', 'Report soma\n{\n}'));

  it('BC003 removes blank lines', () =>
    assertFix('BC003', 'Remove the blank lines', '$0Report soma # x\n\n  \n{\n}\n', 'Report soma # x\n{\n}\n'));

  it('BC003 moves comments above the header', () =>
    assertFix(
      'BC003',
      'Move the comment above the header',
      `
      Run Default
      {
      }
      $0Report soma
      # one
        # two

      {
      }
      `,
      `
      Run Default
      {
      }
      # one
        # two
      Report soma
      {
      }
      `,
    ));

  it('BC003 inserts the brace', () =>
    assertFix(
      'BC003',
      'Insert `{`',
      `
      $0Report soma
          Target Mosaic
      }
      `,
      `
      Report soma
      {
          Target Mosaic
      }
      `,
    ));

  it('BC003 inserts both braces', async () => {
    await assertFix(
      'BC003',
      'Insert `{` and `}`',
      `
      $0Report soma
          Target Mosaic

      Report all
      {
      }
      `,
      `
      Report soma
      {
          Target Mosaic
      }

      Report all
      {
      }
      `,
    );
    await assertFix('BC003', 'Insert `{` and `}`', '$0Report soma', 'Report soma\n{\n}');
  });

  it('BC004 closes a block that a comment switches off', () =>
    assertFix(
      'BC004',
      'Insert `}`',
      '  $0#Report a\n  {\n    Dt 1\n\nReport b\n{\n}\n',
      '  #Report a\n  {\n    Dt 1\n  }\n\nReport b\n{\n}\n',
    ));

  it('BC004 closes a block below what belongs to it', () =>
    assertFix(
      'BC004',
      'Insert `}`',
      `
      $0Report soma
      {
          Target Mosaic
          # Dt 0.1

      # the others
      Report all
      {
      }
      `,
      `
      Report soma
      {
          Target Mosaic
          # Dt 0.1
      }

      # the others
      Report all
      {
      }
      `,
    ));

  it('BC005 deletes what is stray', async () => {
    await assertFix('BC005', 'Delete', 'Run Default\n{\n}\n$0}\n\n# end\n', 'Run Default\n{\n}\n\n# end\n');
    await assertFix('BC005', 'Delete these lines', '$0{\n    Dt 1\n}\nRun Default\n{\n}\n', 'Run Default\n{\n}\n');
    await assertFix('BC005', 'Delete', 'Run Default\n{\n} $0}\n', 'Run Default\n{\n}\n');
  });

  it('BC007 removes either line', async () => {
    const before = 'Run Default\n{\n    Dt 0.1\n    Duration 5\n    $0Dt 0.2\n}\n';
    await assertFix('BC007', 'Remove this line', before, 'Run Default\n{\n    Dt 0.1\n    Duration 5\n}\n');
    await assertFix('BC007', 'Remove line 3', before, 'Run Default\n{\n    Duration 5\n    Dt 0.2\n}\n');
  });

  it('BC008 moves a closing brace out of the value', () =>
    assertFix(
      'BC008',
      'Move the brace to its own line',
      'Run Default\n{\n  Dt 0.1 $0}\n',
      'Run Default\n{\n  Dt 0.1\n}\n',
    ));

  it('BC008 leaves a remark behind the brace', () =>
    assertFix(
      'BC008',
      'Move the brace to its own line',
      'Run Default\n{\n  Dt 0.1 $0} # end\n',
      'Run Default\n{\n  Dt 0.1\n} # end\n',
    ));

  it('BC009 joins lines as a shell does', async () => {
    await assertFix(
      'BC009',
      'Join the lines',
      `
      Report all
      {
          ReportOn ina $0\\
                   ik \\
                   ica
          Unit nA
      }
      `,
      `
      Report all
      {
          ReportOn ina ik ica
          Unit nA
      }
      `,
    );
    await assertFix(
      'BC009',
      'Join the lines',
      'Run Default\n{\n  OutputRoot /a/$0\\\n    b\n}\n',
      'Run Default\n{\n  OutputRoot /a/b\n}\n',
    );
    await assertFix('BC009', 'Delete the backslash', 'Run Default\n{\n  Dt 1 $0\\\n}\n', 'Run Default\n{\n  Dt 1\n}\n');
  });

  it('BC010 moves the comment above', () =>
    assertFix(
      'BC010',
      'Move the comment above',
      'Run Default\n{\n    CircuitTarget Mosaic  $0# all cells\n}\n',
      'Run Default\n{\n    # all cells\n    CircuitTarget Mosaic\n}\n',
    ));

  it('BC011 removes quotes', () =>
    assertFix(
      'BC011',
      'Remove the quotes',
      'Run Default\n{\n    OutputRoot $0"my results" # here\n}\n',
      'Run Default\n{\n    OutputRoot my results # here\n}\n',
    ));

  it('BC012 writes one blank', () =>
    assertFix('BC012', 'Write one blank', '$0Report\t soma\n{\n}\n', 'Report soma\n{\n}\n'));

  it('BC012 renames a stimulus with its injections', () =>
    assertFix(
      'BC012',
      'Rename to `hyp_amp`',
      `
      Stimulus $0hyp.amp
      {
      }
      StimulusInject all
      {
          Stimulus hyp.amp
      }
      `,
      `
      Stimulus hyp_amp
      {
      }
      StimulusInject all
      {
          Stimulus hyp_amp
      }
      `,
    ));

  it('BC013 enables a block', () =>
    assertFix(
      'BC013',
      'Enable this block',
      '  $0## Report  soma\n\n  {\n    Dt 1\n  }\n',
      '  Report soma\n  {\n    Dt 1\n  }\n',
    ));

  it('BC014 inserts the header that the keys tell', () =>
    assertFix(
      'BC014',
      'Insert the header `Connection connection`',
      `
      $0# excitatory to all
      {
          Source Excitatory
          Destination Mosaic
          Weight 1
      }
      `,
      `
      # excitatory to all
      Connection connection
      {
          Source Excitatory
          Destination Mosaic
          Weight 1
      }
      `,
    ));

  it('BC015 changes all line endings', () =>
    assertFix('BC015', 'Change all line endings to LF', 'Run $0Default\r\n{\r\n}\r\n', 'Run Default\n{\n}\n'));

  it('BC015 is an error where lines end with carriage returns alone', async () => {
    assert.ok((await codesOf('Run Default\r{\r}\r')).includes('BC015 error'));
  });

  it('BC016 writes a blank and an ASCII key', async () => {
    await assertFix('BC016', 'Write a space', 'Run Default\n{\n  Dt$0\u00a00.1\n}\n', 'Run Default\n{\n  Dt 0.1\n}\n');
    await assertFix(
      'BC016',
      'Change to `Celsius`',
      'Run Default\n{\n  $0Сelsius 34\n}\n',
      'Run Default\n{\n  Celsius 34\n}\n',
    );
  });
});

describe('fixes of the vocabulary of a BlueConfig', () => {
  it('BC101 and BC102 change the type', async () => {
    await assertFix('BC101', 'Change to `Report`', '$0Reprot soma\n{\n}\n', 'Report soma\n{\n}\n');
    await assertFix('BC102', 'Change to `Report`', '$0REPORT soma\n{\n}\n', 'Report soma\n{\n}\n');
  });

  it('BC103 and BC104 change the key', async () => {
    const after = 'Run Default\n{\n  Celsius 34\n}\n';
    await assertFix('BC103', 'Change to `Celsius`', 'Run Default\n{\n  $0Celcius 34\n}\n', after);
    await assertFix('BC104', 'Change to `Celsius`', 'Run Default\n{\n  $0celsius 34\n}\n', after);
  });

  it('BC104 removes a line whose key is given as well', () =>
    assertFix('BC104', 'Remove this line', 'Run Default\n{\n  Dt 1\n  $0dt 2\n}\n', 'Run Default\n{\n  Dt 1\n}\n'));

  it('BC105 inserts a block below the title', async () => {
    await assertFix(
      'BC105',
      'Insert a `Run Default` block',
      `
      # title

      # the soma
      $0Report soma
      {
      }
      `,
      `
      # title

      Run Default
      {
          Duration 1000
          Dt 0.025
          OutputRoot output
          CircuitPath /path/to/circuit
          nrnPath /path/to/circuit/edges.h5
          MorphologyPath /path/to/morphologies
          METypePath /path/to/emodels/hoc
          TargetFile user.target
      }

      # the soma
      Report soma
      {
      }
      `,
    );
    const circuit = `
      Run Default
      {
          CircuitPath /path/to/circuit
          nrnPath /path/to/circuit/edges.h5
          MorphologyPath /path/to/morphologies
          METypePath /path/to/emodels/hoc
      }
    `;
    await assertFix('BC105', 'Insert a `Run Default` block', '$0', circuit, 'CircuitConfig');
  });

  it('BC105 is told of an empty file, and not where Run is misspelt', async () => {
    assert.deepEqual(await codesOf(''), ['BC105 error']);
    assert.deepEqual(await codesOf('Runn Default\n{\n}\n'), ['BC101 error']);
  });

  it('BC106 renames the only Run block', () =>
    assertFix('BC106', 'Rename to `Default`', 'Run $0Demo\n{\n}\n', 'Run Default\n{\n}\n'));

  it('BC108 gives a free name', () =>
    assertFix(
      'BC108',
      'Rename to `soma_3`',
      'Report soma\n{\n}\nReport soma_2\n{\n}\nReport $0soma\n{\n}\n',
      'Report soma\n{\n}\nReport soma_2\n{\n}\nReport soma_3\n{\n}\n',
    ));

  it('BC109 inserts all that is missing, as the block is laid out', () =>
    assertFix(
      'BC109',
      'Insert `Mode`, `Variance` and `Mean`',
      `
      Stimulus $0noise
      {
      \tPattern Noise
      \tDelay 0
      \tDuration 100
      \t# the end
      }
      `,
      `
      Stimulus noise
      {
      \tPattern Noise
      \tDelay 0
      \tDuration 100
      \tMode Current
      \tVariance 0.001
      \tMean 0.1
      \t# the end
      }
      `,
    ));

  it('BC109 fills an empty block', () =>
    assertFix(
      'BC109',
      'Insert `Source` and `Destination`',
      '  Connection $0all\n  {\n  }\n',
      '  Connection all\n  {\n      Source Mosaic\n      Destination Mosaic\n  }\n',
    ));

  it('BC109 takes the pattern that the keys tell', () =>
    assertFix(
      'BC109',
      'Insert `Pattern`',
      'Stimulus $0a\n{\n  Mode Current\n  Delay 0\n  Duration 1\n  MeanPercent 80\n  Variance 1\n}\n',
      'Stimulus a\n{\n  Mode Current\n  Delay 0\n  Duration 1\n  MeanPercent 80\n  Variance 1\n  Pattern Noise\n}\n',
    ));

  it('BC110 inserts the value that holds anyway', () =>
    assertFix(
      'BC110',
      'Insert `EndTime`',
      'Run Default\n{\n    Duration 250\n}\nReport $0soma\n{\n    Dt 1\n}\n',
      'Run Default\n{\n    Duration 250\n}\nReport soma\n{\n    Dt 1\n    EndTime 250\n}\n',
    ));

  it('BC110 inserts no path, which would lead nowhere', async () => {
    const before = 'Run $0Default\n{\n    Duration 250\n}\n';
    await assertFix('BC110', 'Insert `Dt`', before, 'Run Default\n{\n    Duration 250\n    Dt 0.025\n}\n');
    const { fixes } = await fixesAt('Run $0Default\n{\n    Dt 0.025\n}\n', 'BC110');
    assert.deepEqual([...fixes.keys()], []);
  });

  it('BC111 changes a key that was renamed, where the value fits', async () => {
    const before = 'Run Default\n{\n  $0SimulatorMode NEURON\n}\n';
    await assertFix('BC111', 'Change to `Simulator`', before, 'Run Default\n{\n  Simulator NEURON\n}\n');
    const { fixes } = await fixesAt('Run Default\n{\n  $0SimulatorMode NEURON_CORENEURON\n}\n', 'BC111');
    assert.deepEqual([...fixes.keys()], []);
  });

  it('BC114 removes the line', () =>
    assertFix(
      'BC114',
      'Remove this line',
      'Stimulus a\n{\n  Pattern Pulse\n  $0AmpEnd 1\n}\n',
      'Stimulus a\n{\n  Pattern Pulse\n}\n',
    ));
});

describe('what a config must have', () => {
  const circuit = 'Run Default\n{\n  CircuitPath .\n  nrnPath .\n  MorphologyPath .\n  METypePath .\n}\n';

  it('is less for a circuit', async () => {
    assert.deepEqual(await codesOf(circuit, 'CircuitConfig_nrn'), []);
    assert.deepEqual(await codesOf(circuit), ['BC109 error', 'BC110 warning', 'BC115 hint']);
    const report = 'Report soma\n{\n}\n';
    assert.ok((await codesOf(circuit + report, 'CircuitConfig')).includes('BC115 hint'));
  });

  it('is not asked of broken blocks, unknown types and second Run blocks', async () => {
    const other = async (text: string): Promise<string[]> =>
      (await codesOf(circuit.replace('Run', '#Run') + text)).filter((code) => /BC1(03|04|09|10)/.test(code));
    assert.deepEqual(await other('Report soma\n{\n  Target a\n'), []);
    assert.deepEqual(await other('Report soma\n  Target a\n}\n'), []);
    assert.deepEqual(await other('Report soma { Target a\n}\n'), []);
    assert.deepEqual(await other('Repot soma\n{\n  target a\n  Foo 1\n}\n'), []);
    const runs = await codesOf(`${circuit}${circuit}`);
    assert.equal(runs.filter((code) => code.startsWith('BC109')).length, 1);
  });

  it('is there, if in the wrong case or misspelt', async () => {
    const report = 'Report soma\n{\n  Target a\n  Type compartment\n  ReportOn v\n  Unit mV\n  Format SONATA\n';
    const codes = async (lines: string): Promise<string[]> =>
      (await codesOf(`${report}${lines}}\n`)).filter((code) => /^BC1(03|04|09|10)/.test(code));
    assert.deepEqual(await codes('  DT 1\n  StartTme 0\n  EndTme 9\n'), [
      'BC104 error',
      'BC103 error',
      'BC103 warning',
    ]);
  });
});
