import { defineRule } from '../../../diagnostics/rule';
import { isCircuitOnly } from '../flavour';
import { runBlock, type BlueConfigTree } from '../tree';

export const convert = defineRule<BlueConfigTree>({
  code: 'BC115',
  title: 'no longer run',
  level: 'hint',
  category: 'style',
  documentation: `neurodamus has read SONATA configurations only since January 2024; a BlueConfig is refused by name. Analysis tools (bluepy, Brion, BlueCelluLab) still read it. To run the simulation again it must be converted to SONATA.`,
  examples: {
    good: [
      `
      Report soma
      {
      }
      `,
    ],
    bad: [
      `
      Run Default
      ^^^^^^^^^^^ SONATA
      {
          Duration 100
      }
      `,
    ],
  },
  check({ tree, uri, report }) {
    const run = runBlock(tree);
    if (!run || isCircuitOnly(tree, uri)) return;
    report({
      span: run.header,
      message: 'neurodamus no longer runs BlueConfigs since January 2024: convert the simulation to SONATA to run it.',
    });
  },
});
