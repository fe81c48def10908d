import { defineRule } from '../../../diagnostics/rule';
import { quoted, quotedList } from '../../../diagnostics/wording';
import { isCircuitOnly } from '../flavour';
import { appendEntries } from '../lineEdits';
import { judgedBlocks, missingKeys, namesOf, starterEntry } from '../requirements';
import type { BlueConfigTree } from '../tree';

export const missingKey = defineRule<BlueConfigTree>({
  code: 'BC109',
  title: 'missing required key',
  level: 'error',
  category: 'value',
  documentation: `neurodamus refuses a file in which a block lacks one of these keys. Which they are may depend on other keys: on the \`Pattern\` of a stimulus, on the \`Type\` of a modification, on the \`Delay\` of a connection.

A warning is all there is to it where another reader works without the key: BlueCelluLab needs no \`OutputRoot\`, for it writes none. A CircuitConfig needs the keys of the circuit only.`,
  examples: {
    good: [
      `
      Run Default
      {
          CircuitPath <NONE>
          Duration 100
          OutputRoot output
      }

      Connection all
      {
          Source Mosaic
          Destination Mosaic
      }
      `,
    ],
    bad: [
      `
      Report soma
      ^^^^^^^^^^^ \`Dt\` and \`StartTime\`
      {
          Target Mosaic
          Type compartment
          ReportOn v
          Unit mV
          Format SONATA
      }
      `,
      `
      Stimulus noise
      ^^^^^^^^^^^^^^ because of \`Pattern Noise\`
      {
          Mode Current
          Pattern Noise
          Delay 0
          Duration 100
          Variance 0.1
      }
      `,
      `
      Connection late
      ^^^^^^^^^^^^^^^ because of \`Delay 10\`
      {
          Source Mosaic
          Destination Mosaic
          Delay 10
      }
      `,
      `
      Run Default
      ^^^^^^^^^^^ others do without
      {
          CircuitPath <NONE>
          Duration 100
      }
      `,
    ],
  },
  check({ tree, text, uri, report }) {
    const circuitOnly = isCircuitOnly(tree, uri);
    for (const { block, section } of judgedBlocks(tree, text)) {
      const { required } = missingKeys(section, block, circuitOnly);
      if (required.length === 0) continue;
      const reasons = [...new Set(required.flatMap(({ because }) => because ?? []))];
      const because = reasons.length > 0 ? `, because ${reasons.join(' and ')}` : '';
      const isOptional = required.every(({ optional }) => optional);
      report({
        span: block.header,
        message: `Missing required ${required.length > 1 ? 'keys' : 'key'} ${namesOf(required)} in ${quoted(section.name)}${because}: neurodamus refuses the file${isOptional ? ', others do without' : ''}.`,
        ...(isOptional && { level: 'warning' }),
        fixes: () => [
          {
            title: `Insert ${quotedList(required.map(({ key }) => key.name))}`,
            changes: [
              appendEntries(
                text,
                block,
                required.map(({ key }) => starterEntry(key, tree, block)),
              ),
            ],
            preferred: true,
          },
        ],
      });
    }
  },
});
