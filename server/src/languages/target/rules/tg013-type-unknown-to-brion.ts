import { TARGET_TYPES, type TargetType } from '../../../../../formats/target/model';
import { defineRule, type Finding } from '../../../diagnostics/rule';
import { TARGET_TYPE_SCHEMAS } from '../schema';
import type { TargetTree } from '../tree';

export const typeUnknownToBrion = defineRule<TargetTree>({
  code: 'TG013',
  title: 'type that Brion cannot read',
  level: 'information',
  category: 'value',
  documentation: `
Brion knows Cell and Compartment targets. One Section or Synapse target makes the **whole file** unreadable to it. If tools
that are built upon Brion have to read the file, keep such targets in a file of their own.

Synapse targets are of no use at all: bluepy refuses the file as well, and neurodamus supports no synapses of a target.
`,
  examples: {
    good: [
      `
      Target Compartment Axons
      {
          a1 axon
      }
      `,
    ],
    bad: [
      `
      Target Section Axons
      #      ^^^^^^^ Brion
      {
          a1 axon
      }
      Target Section Apicals
      {
          a1 apic
      }
      Target Synapse Spines
      #      ^^^^^^^ No reader
      {
          a1 1 2
      }
      `,
    ],
  },
  check({ tree, report }) {
    const seen = new Set<TargetType>();
    for (const { type, open, targetType } of tree.targets) {
      if (!type || !open || type.text !== targetType || seen.has(targetType)) continue;
      seen.add(targetType);
      const finding = FINDINGS[targetType];
      if (finding) report({ ...finding, span: { start: type.start, end: type.end } });
    }
  },
});

const FINDINGS: Readonly<Partial<Record<TargetType, Omit<Finding, 'span'>>>> = Object.fromEntries(
  TARGET_TYPES.flatMap((type) => {
    const { deprecated } = TARGET_TYPE_SCHEMAS[type];
    if (deprecated !== undefined) return [[type, { message: deprecated, level: 'warning', tags: ['deprecated'] }]];
    return TARGET_TYPE_SCHEMAS[type].unknownToBrion
      ? [
          [
            type,
            {
              message: `A ${type} target makes the whole file unreadable to Brion, which knows Cell and Compartment only.`,
            },
          ],
        ]
      : [];
  }),
);
