import assert from 'node:assert/strict';
import { inlineCode } from '../../formats/text/markdown';
import {
  keyDocumentation,
  keyFormDocumentation,
  patternDocumentation,
  sectionDocumentation,
  valueDocumentation,
} from '../../server/src/languages/blueconfig/documentation';
import { patterns, sections } from '../../server/src/languages/blueconfig/schema';
import { cursorPosition, fixture } from '../support/fixture';

async function hoverIn(source: string) {
  const { main, service } = fixture(source, 'BlueConfig');
  const hover = await service.hover(main.uri, cursorPosition(main));
  if (!hover) return undefined;
  const lines = hover.markdown.split('\n').filter((line) => line !== '');
  return { place: main.text.slice(hover.span.start, hover.span.end), lines, markdown: hover.markdown };
}

function inside(type: string, line: string, ...above: readonly string[]): string {
  return [`${type} name`, '{', ...above.map((each) => `    ${each}`), `    ${line}`, '}', ''].join('\n');
}

const TARGETS = `
//- /circuit/start.target
Target Cell Mosaic
{
Pair a7
}
Target Cell Pair
{
a1 a2
}
Target Cell Wide
{
a1 a2 a3 a4 a5 a6 a7 a8 a9 a10 Nowhere
}
`;
const withTargets = (line: string, path = 'circuit'): string =>
  `Run Default\n{\n    CircuitPath ${path}\n}\nCircuit thalamus\n{\n    Engine METype\n}\n${inside('Report', line)}${TARGETS}`;

describe('BlueConfig hover', () => {
  it('explains sections', async () => {
    const hover = await hoverIn('Sti$0mulus a\n{\n}\n');
    assert.equal(hover?.place, 'Stimulus');
    assert.equal(hover.lines[0], '**Stimulus** · section');
    assert.equal(hover.lines[2], 'Must have `Mode`, `Pattern`, `Delay`, `Duration`.');
    assert.match(
      (await hoverIn('Neuron$0Configure a\n{\n}\n'))?.markdown ?? '',
      /\*\*Deprecated\.\*\* The simulator warns/,
    );
  });

  it('explains keys', async () => {
    const hover = await hoverIn(inside('Run', 'D$0t 0.025'));
    assert.equal(hover?.place, 'Dt');
    assert.deepEqual(hover.lines, [
      '**Dt** · number · ms · above 0 · default `0.025`',
      'Length of one integration step.',
      'Read by neurodamus, BlueCelluLab, Brion. SONATA: `run.dt`.',
    ]);
  });

  it('explains keys as their block has them', async () => {
    const mean = await hoverIn(inside('Stimulus', 'Me$0an 1', 'Mode Conductance', 'Pattern OrnsteinUhlenbeck'));
    assert.equal(mean?.lines[0], '**Mean** · number · µS · required');
    const step = await hoverIn(inside('Stimulus', 'D$0t 1', 'Pattern Noise'));
    assert.match(step?.lines[0] ?? '', /default `0\.5`/);
    const sinus = await hoverIn(inside('Stimulus', 'D$0t 1', 'Pattern Sinusoidal'));
    assert.match(sinus?.lines[0] ?? '', /default `0\.025`/);
  });

  it('explains what is deprecated, and the values of a key', async () => {
    const hosts = await hoverIn(inside('Run', 'Prospective$0Hosts 8'));
    assert.ok(hosts?.lines.includes('**Deprecated.** `ModelBuildingSteps` replaces it.'));
    const simulator = await hoverIn(inside('Run', 'Sim$0ulator NEURON'));
    assert.ok(simulator?.lines.includes('- `NEURON`: NEURON runs the model itself'));
  });

  it('explains families of keys', async () => {
    const family = await hoverIn(inside('Conditions', 'SYNAPSES__$0foo 1'));
    assert.match(family?.lines[0] ?? '', /SYNAPSES__<variable>/);
    const mechanism = await hoverIn(inside('Conditions', 'tau_d_AMPA_$0ProbAMPANMDA_EMS 1'));
    assert.match(mechanism?.lines[0] ?? '', /<variable>_<SUFFIX>/);
  });

  it('explains values', async () => {
    const word = await hoverIn(inside('Run', 'Simulator CORE$0NEURON'));
    assert.equal(word?.place, 'CORENEURON');
    assert.match(word.lines[1] ?? '', /CoreNEURON runs it/);
    const one = await hoverIn(inside('Report', 'ReportOn v i_mem$0brane', 'Type Summation'));
    assert.equal(one?.place, 'i_membrane');
    assert.deepEqual(one.lines, ['**`i_membrane`** · ReportOn', 'Membrane current.']);
    const pattern = await hoverIn(inside('Stimulus', 'Pattern Noi$0se'));
    assert.equal(pattern?.lines[0], '**Noise** · stimulus pattern · Mode `Current`');
    assert.equal(pattern.lines[2], 'Needs `Variance`, `Mean` or `MeanPercent`; may have `Dt`.');
    const number = await hoverIn(inside('Run', 'Dt 0.0$025'));
    assert.equal(number?.place, '0.025');
    assert.match(number.lines[0] ?? '', /^\*\*Dt\*\* · number · ms/);
  });

  it('tells cells, members and place of a target', async () => {
    const hover = await hoverIn(withTargets('Target Mos$0aic'));
    assert.equal(hover?.place, 'Mosaic');
    assert.deepEqual(hover.lines, [
      '**`Mosaic`** · Cell target · 3 cells',
      'Members: `Pair` `a7`',
      'Defined in `circuit/start.target`, line 1.',
    ]);
    const wide = await hoverIn(withTargets('Target Wi$0de'));
    assert.deepEqual(wide?.lines.slice(1, 3), [
      'Members: `Nowhere` `a1` `a2` `a3` `a4` `a5` `a6` `a7` …',
      'Not defined: `Nowhere`.',
    ]);
  });

  it('tells what is wrong with a target', async () => {
    assert.deepEqual((await hoverIn(withTargets('Target Mo$0saik')))?.lines, [
      '**`Mosaik`** · target · not defined',
      'Looked for in `circuit/start.target`.',
    ]);
    const unread = await hoverIn(withTargets('Target Mo$0saik', '/gpfs/project/circuit'));
    assert.equal(unread?.lines[0], '**`Mosaik`** · target · not defined in the files that can be read');
    assert.equal(unread.lines[2], 'Not looked at: `CircuitPath` `/gpfs/project/circuit/start.target` (out of reach).');
  });

  it('tells apart population and target', async () => {
    const population = await hoverIn(withTargets('Target thal$0amus:Pair'));
    assert.equal(population?.place, 'thalamus');
    assert.equal(population.lines[0], '**`thalamus`** · population · Circuit block in line 5');
    const target = await hoverIn(withTargets('Target thalamus:Pa$0ir'));
    assert.equal(target?.place, 'Pair');
    assert.match(target.lines[0] ?? '', /2 cells/);
    assert.deepEqual((await hoverIn(withTargets('Target a1$02')))?.lines, ['**`a12`** · the cell with gid 12']);
  });

  it('sums up a stimulus', async () => {
    const source = (before: string, after: string): string =>
      `Stimulus ${before}\n{\n    Mode Current\n    Pattern Noise\n    Mean 0.1\n}\nStimulusInject b\n{\n    Stimulus ${after}\n    Target Mosaic\n}\n`;
    const lines = ['**`noise`** · Stimulus · `Noise`', '`Mode Current`, `Mean 0.1 nA`', 'Injected into `Mosaic`.'];
    assert.deepEqual((await hoverIn(source('noise', 'noi$0se')))?.lines, lines);
    assert.deepEqual((await hoverIn(source('noi$0se', 'noise')))?.lines, lines);
    assert.equal((await hoverIn(source('noise', 'oth$0er')))?.lines[0], '**`other`** · not a Stimulus of this file');
  });

  it('tells where a path leads', async () => {
    const files = '//- /a/nodes.h5\nx\n';
    const there = await hoverIn(`${inside('Run', 'CellLibraryFile a/no$0des.h5')}${files}`);
    assert.deepEqual(there?.lines, ['**`/ws/a/nodes.h5`** · a file']);
    const missing = await hoverIn(`${inside('Run', 'CellLibraryFile no$0des.h5', 'CircuitPath a/b')}${files}`);
    assert.deepEqual(missing?.lines, ['**`/ws/a/b/nodes.h5`** · not there', 'Also looked for at `/ws/nodes.h5`.']);
    const far = await hoverIn(inside('Run', 'CircuitPath /gpfs/project/$0circuit'));
    assert.match(far?.lines[0] ?? '', /^\*\*`\/gpfs\/project\/circuit`\*\* · out of reach/);
    const written = await hoverIn(inside('Run', 'OutputRoot out$0put'));
    assert.match(written?.lines[0] ?? '', /the simulation writes it$/);
    const edges = await hoverIn(inside('Run', 'nrnPath edges.h5:a_$0_b'));
    assert.deepEqual(edges?.lines, ['**`a__b`** · edge population in `edges.h5`']);
    assert.match((await hoverIn(inside('Run', 'CircuitPath <NO$0NE>')))?.lines[0] ?? '', /^\*\*CircuitPath\*\*/);
  });

  it('explains assignments', async () => {
    const use = await hoverIn(inside('Connection', 'SynapseConfigure %s.Use = 1 %s.De$0p *= 2'));
    assert.equal(use?.place, '%s.Dep *= 2');
    assert.deepEqual(use.lines, [
      '**`Dep`** · attribute of each synapse · ms',
      'Time constant of the recovery from depression.',
    ]);
    const global = await hoverIn(inside('Connection', 'SynapseConfigure cao$0_CR = 1'));
    assert.equal(global?.lines[0], '**`cao_CR`** · global variable');
  });

  it('is silent in comments, disabled blocks and unknown things', async () => {
    for (const source of [
      inside('Run', '# Dur$0ation 1'),
      inside('Run', 'Dt 1 # Dur$0ation'),
      '#Run Default\n{\n    Dura$0tion 1\n}\n',
      inside('Run', 'Celc$0ius 34'),
      'Rap$0port a\n{\n}\n',
      'Report so$0ma\n{\n}\n',
    ]) {
      assert.equal(await hoverIn(source), undefined, source);
    }
  });

  it('shows names of files as text, never as markup', async () => {
    for (const name of ['<img/src=x>', '`a`b', '**x**', '[a](b)', '``<b>']) {
      const hover = await hoverIn(inside('Report', `Target ${name.slice(0, 2)}$0${name.slice(2)}`));
      assert.ok(hover);
      assert.ok(hover.markdown.includes(inlineCode(name)), hover.markdown);
      assert.ok(!withoutCode(hover.markdown).includes('<'), hover.markdown);
    }
  });
});

describe('inline code', () => {
  it('cannot be closed by its text', () => {
    assert.equal(inlineCode('a'), '`a`');
    assert.equal(inlineCode('a`b'), '``a`b``');
    assert.equal(inlineCode('`a``b'), '``` `a``b ```');
    assert.equal(inlineCode('a\n\n# b'), '`a # b`');
    assert.equal(inlineCode('abc', 2), '`ab…`');
    assert.equal(inlineCode(' '), '(blank)');
  });
});

/** Markdown without its inline code, which may hold anything. */
function withoutCode(markdown: string): string {
  return markdown.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, '');
}

describe('documentation of the schema', () => {
  const texts = new Map<string, string>();
  for (const section of sections) {
    texts.set(section.name, sectionDocumentation(section));
    for (const key of section.keys) {
      texts.set(`${section.name}.${key.name}`, keyDocumentation(key, section));
      for (const value of key.values ?? []) {
        texts.set(`${section.name}.${key.name} ${value.value}`, valueDocumentation(key, value));
      }
    }
    for (const form of section.keyForms ?? []) texts.set(form.form, keyFormDocumentation(form, section));
  }
  for (const pattern of patterns) texts.set(pattern.name, patternDocumentation(pattern));

  it('fits in fifteen lines', () => {
    for (const [name, text] of texts) assert.ok(text.split('\n').length <= 15, `${name}:\n${text}`);
  });

  it('holds no HTML and no open code', () => {
    for (const [name, text] of texts) assert.doesNotMatch(withoutCode(text), /[<`]/, name);
  });
});
