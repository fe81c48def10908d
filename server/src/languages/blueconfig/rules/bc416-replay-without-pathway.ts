import { defineRule } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { blocksOf, nameOf, runBlock, valueOf, type BlueConfigTree } from '../tree';
import { edgePath, NONE, targetReference } from '../values';

export const replayWithoutPathway = defineRule<BlueConfigTree>({
  code: 'BC416',
  title: 'replay without pathway',
  level: 'warning',
  category: 'reference',
  documentation: `
\`SynapseReplay\` sends spikes through existing synapses, from the cells of \`Source\` to those of \`Target\`. This config has
none: the connectivity of the circuit is switched off (\`nrnPath <NONE>\` or \`CircuitPath <NONE>\`), no \`Circuit\` block
brings any, and there is no \`Projection\`; or all its edges say where they start (\`source__target__type\`), and none at the
population of \`Source\`. The simulator stops, or the spikes go nowhere.
`,
  examples: {
    good: [
      `
      Run Default
      {
          nrnPath <NONE>
      }
      Projection VPM
      {
          Path vpm.h5
      }
      Stimulus spikes
      {
          Pattern SynapseReplay
      }
      StimulusInject replay
      {
          Stimulus spikes
      }
      `,
      `
      Run Default
      {
          nrnPath edges.h5
      }
      Stimulus spikes
      {
          Pattern SynapseReplay
      }
      StimulusInject replay
      {
          Stimulus spikes
          Source thalamus:Relay
      }
      `,
    ],
    bad: [
      `
      Run Default
      {
          nrnPath edges.h5:cortex__cortex__chemical
      }
      Circuit thalamus
      {
      }
      Stimulus spikes
      {
          Pattern SynapseReplay
      }
      StimulusInject replay
      {
          Stimulus spikes
          Source thalamus:Relay
      #          ^^^^^^^^^^^^^^ \`cortex\`
      }
      `,
      `
      Run Default
      {
          nrnPath <NONE>
      }
      Stimulus spikes
      {
          Pattern SynapseReplay
      }
      StimulusInject replay
      {
          Stimulus spikes
      #            ^^^^^^ Projection
      }
      `,
    ],
  },
  check({ tree, report }) {
    const sources = pathwaySources(tree);
    if (sources === 'unknown') return;
    const replays = new Set(
      blocksOf(tree, 'Stimulus')
        .filter((block) => valueOf(block, 'Pattern')?.text === 'SynapseReplay')
        .map((block) => nameOf(block)?.text),
    );
    for (const block of blocksOf(tree, 'StimulusInject')) {
      const value = valueOf(block, 'Stimulus');
      if (!value || !replays.has(value.text)) continue;
      const source = valueOf(block, 'Source');
      const population = source && targetReference(source).population?.text;
      if (sources.size === 0) {
        report({
          span: { start: value.start, end: value.end },
          message: `${quoted(value.text)} replays spikes through synapses, but this config has none: the circuit’s own are switched off with \`${NONE}\` and there is no Projection. Add the Projection that the spikes come through.`,
        });
      } else if (source && population && !sources.has(population)) {
        const from = [...sources].slice(0, 3).map(quoted).join(', ') + (sources.size > 3 ? ', …' : '');
        report({
          span: { start: source.start, end: source.end },
          message: `${quoted(value.text)} replays spikes of population ${quoted(population)}, but no connections of this config start there: they start at ${from}. Add the Projection that the spikes come through.`,
        });
      }
    }
  },
});

/** The populations that connections start at; `unknown` where the config does not name them all. */
function pathwaySources(tree: BlueConfigTree): ReadonlySet<string> | 'unknown' {
  const run = runBlock(tree);
  const isOff = run && ['nrnPath', 'CircuitPath'].some((key) => valueOf(run, key)?.text === NONE);
  const base = run && !isOff ? [valueOf(run, 'nrnPath')] : [];
  // A circuit of its own has no connections unless it says so.
  const others = blocksOf(tree, 'Circuit').flatMap((block) => {
    const path = valueOf(block, 'nrnPath');
    return path && path.text !== NONE ? [path] : [];
  });
  const projections = blocksOf(tree, 'Projection').map((block) => valueOf(block, 'Path'));
  if (!run) return 'unknown';
  const sources = new Set<string>();
  for (const path of [...base, ...others, ...projections]) {
    const ends = path && edgePath(path).population?.text.split('__');
    const [source] = ends ?? [];
    if (!source || !ends || ends.length < 3) return 'unknown';
    sources.add(source);
  }
  // The name of a Circuit block may stand for a population that only other edges name.
  if (sources.size > base.length) for (const block of blocksOf(tree, 'Circuit')) sources.add(nameOf(block)?.text ?? '');
  return sources;
}
