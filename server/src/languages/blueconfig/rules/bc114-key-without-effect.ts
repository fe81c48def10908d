import { defineRule } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { removeLines } from '../lineEdits';
import { patternsByStimulus } from '../keyUse';
import { withoutEffect } from '../misuse';
import { keySchema, patternSchema } from '../schema';
import { valueOf, type BlueConfigTree } from '../tree';

export const keyWithoutEffect = defineRule<BlueConfigTree>({
  code: 'BC114',
  title: 'key without effect',
  level: 'warning',
  category: 'value',
  documentation: `Stimuli of this pattern or mode do not read this key. neurodamus passes over it in silence, so that the signal is not the one that the block seems to describe.`,
  examples: {
    good: [
      `
      Stimulus ramp
      {
          Mode Current
          Pattern Linear
          AmpStart 0.1
          AmpEnd 0.2
      }

      StimulusInject ramp
      {
          Stimulus ramp
          Target Mosaic
      }
      `,
    ],
    bad: [
      `
      Stimulus steps
      {
          Pattern Pulse
          AmpStart 0.2
          AmpEnd 0.4
          ^^^^^^ \`Pattern Pulse\`
      }

      StimulusInject steps
      {
          Stimulus steps
          Source Mosaic
          ^^^^^^ \`Pattern Pulse\`
      }

      Stimulus noise
      {
          Mode Current
          Pattern OrnsteinUhlenbeck
          Reversal 0
          ^^^^^^^^ \`Mode Current\`
      }
      `,
    ],
  },
  check({ tree, text, report }) {
    const patterns = patternsByStimulus(tree);
    for (const block of tree.blocks) {
      const type = block.header.type.text;
      if (type !== 'Stimulus' && type !== 'StimulusInject') continue;
      const pattern =
        type === 'Stimulus'
          ? patternSchema(valueOf(block, 'Pattern')?.text ?? '')
          : patterns.get(valueOf(block, 'Stimulus')?.text ?? '');
      for (const entry of block.entries) {
        const schema = keySchema(type, entry.key.text);
        const cause = schema && withoutEffect(schema, block, pattern);
        if (!cause) continue;
        report({
          span: entry.key,
          message: `Key ${quoted(entry.key.text)} has no effect with ${quoted(cause)}: remove it, or change \`${cause.split(' ', 1).join('')}\`.`,
          tags: ['unnecessary'],
          fixes: () => [
            { title: 'Remove this line', changes: [removeLines(text, entry)], preferred: true, safe: true },
          ],
        });
      }
    }
  },
});
