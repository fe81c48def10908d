import assert from 'node:assert/strict';
import {
  patterns,
  patternSchema,
  patternSnippet,
  sections,
  sectionSchema,
  sectionSnippet,
} from '../../server/src/languages/blueconfig/schema';

describe('BlueConfig snippets', () => {
  it('write a report with all that it needs', () => {
    assert.equal(
      sectionSnippet(sectionSchema('Report')!),
      `Report \${1:name}
{
    Target \${2:Mosaic}
    Type \${3|compartment,Summation,Synapse,PointType,lfp|}
    ReportOn \${4:v}
    Unit \${5:mV}
    Format SONATA
    Dt \${6:0.1}
    StartTime \${7:0}
    EndTime \${8:1000}
}`,
    );
  });

  it('write the Run block under its only name', () => {
    assert.equal(
      sectionSnippet(sectionSchema('Run')!),
      `Run Default
{
    Duration \${1:1000}
    Dt \${2:0.025}
    CircuitTarget \${3:Mosaic}
    OutputRoot \${4:output}
    CircuitPath \${5:/path/to/circuit}
    nrnPath \${6:/path/to/circuit/edges.h5}
    MorphologyPath \${7:/path/to/morphologies}
    MorphologyType \${8|asc,swc,h5,hoc|}
    METypePath \${9:/path/to/emodels/hoc}
    TargetFile \${10:user.target}
}`,
    );
  });

  it('write a stimulus as its pattern needs it', () => {
    assert.equal(
      patternSnippet(patternSchema('ShotNoise')!),
      `Stimulus \${1:name}
{
    Mode \${2|Current,Conductance|}
    Pattern ShotNoise
    Delay \${3:100}
    Duration \${4:500}
    RiseTime \${5:0.4}
    DecayTime \${6:4}
    Rate \${7:2000}
    AmpMean \${8:0.04}
    AmpVar \${9:0.0016}
}`,
    );
    assert.match(patternSnippet(patternSchema('Noise')!), /\n {4}Mean \S+\n {4}Variance \S+\n\}$/);
  });

  it('have one layout and number their stops in order', () => {
    for (const snippet of [...sections.map(sectionSnippet), ...patterns.map(patternSnippet)]) {
      const [header = '', brace, ...rest] = snippet.split('\n');
      assert.match(header, /^[A-Za-z]+ \S+$/);
      assert.equal(brace, '{');
      assert.equal(rest.pop(), '}');
      assert.ok(rest.length > 0, header);
      for (const line of rest) assert.match(line, /^ {4}[A-Za-z]\w* \S/);
      const stops = [...snippet.matchAll(/\$\{(\d+)/g)].map(([, stop]) => Number(stop));
      assert.deepEqual(
        stops,
        stops.map((_, index) => index + 1),
      );
    }
  });
});
