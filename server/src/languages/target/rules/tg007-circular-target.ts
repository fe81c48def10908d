import { quoted } from '../../../diagnostics/wording';
import { defineRule, type RelatedPlace, type RuleContext } from '../../../diagnostics/rule';
import type { Reference } from '../../../workspace/facts';
import type { Scope } from '../../../workspace/scope';
import { circleThrough, knotsOf, type Knot } from '../circles';
import { isSubset } from '../schema';
import type { TargetTree } from '../tree';

/** Longer circles are shown by their ends. */
const SHOWN_NAMES = 8;

export const circularTarget = defineRule<TargetTree>({
  code: 'TG007',
  title: 'circular target',
  level: 'error',
  category: 'reference',
  documentation: `
A target that contains itself, directly or by way of others, has no cells that could be counted: neurodamus and bluepy
follow it until they crash, Brion for ever. None of them tells which target it was.

A target named \`soma\` or \`axon\` with a line that starts with this word contains itself to neurodamus; bluepy takes the
word for a subset.
`,
  examples: {
    good: [
      `
      Target Cell Mosaic
      {
          Layer1 Layer1
      }
      Target Cell Layer1
      {
          a1
      }
      `,
    ],
    bad: [
      `
      Target Cell Hen
      {
          a1 Egg
      }
      Target Cell Egg
      {
          Hen a2
      #   ^^^ \`Hen\` → \`Egg\` → \`Hen\`
      }
      Target Cell Self
      {
          Self
      #   ^^^^ \`Self\` → \`Self\`
      }
      Target Section soma
      {
          soma
      #   ^^^^ neurodamus follows it
      }
      `,
      `
      Target Cell Small
      {
          All
      #   ^^^ \`Small\` → \`All\` → \`Small\`
      }
      //- /BlueConfig
      Run Default
      {
          CircuitPath circuit
          TargetFile user.target
      }
      //- /circuit/start.target
      Target Cell All
      {
          Small
      }
      `,
    ],
  },
  check(context) {
    const { uri, scopes, report } = context;
    const reported = new Set<number>();
    for (const scope of scopes) {
      const circles = circlesOfFile(context, scope);
      if (circles.length === 0) continue;
      for (const [index, edges] of edgesOf(circles, context, scope).entries()) {
        // The reference that leads back to the start, where it stands in this file.
        const closing = edges.findLast((edge) => edge?.uri === uri);
        if (!closing || reported.has(closing.span.start)) continue;
        reported.add(closing.span.start);
        report({
          span: closing.span,
          message: `Circular target: ${shown(circles[index] ?? [])}. ${followers(circles[index] ?? [])}: take one of these members out.`,
          related: edges.flatMap((edge) => (edge && edge !== closing ? [edge] : [])).slice(0, SHOWN_NAMES),
        });
      }
    }
  },
});

/** One circle for each knot that this file has a part in, from the first of its targets that is in it. */
function circlesOfFile({ uri, facts }: RuleContext<TargetTree>, scope: Scope): (readonly string[])[] {
  const knotsByName = new Map<string, Knot[]>();
  for (const knot of knotsOf(scope)) {
    for (const name of knot.names) knotsByName.set(name, [...(knotsByName.get(name) ?? []), knot]);
  }
  if (knotsByName.size === 0) return [];
  const starts = new Map<Knot, string>();
  for (const { name } of facts.definitions) {
    if (scope.find('target', name)[0]?.uri !== uri) continue;
    for (const knot of knotsByName.get(name) ?? []) if (!starts.has(knot)) starts.set(knot, name);
  }
  return [...starts].map(([knot, start]) =>
    knot.names.size === 1 ? [start, start] : circleThrough(scope, knot, start),
  );
}

interface Edge extends RelatedPlace {
  readonly uri: string;
}

/** For each circle the references along it, in its order. */
function edgesOf(
  circles: readonly (readonly string[])[],
  { uri, facts }: RuleContext<TargetTree>,
  scope: Scope,
): (Edge | undefined)[][] {
  const found = circles.map((): (Edge | undefined)[] => []);
  // Circles of different knots share no reference, so each has one place to go.
  const wanted = new Map<string, { readonly circle: number; readonly edge: number }>();
  circles.forEach((circle, index) => {
    for (let edge = 0; edge + 1 < circle.length; edge++) {
      wanted.set(`${circle[edge] ?? ''} ${circle[edge + 1] ?? ''}`, { circle: index, edge });
    }
  });
  const take = (file: string, { kind, from, name, span }: Reference): void => {
    const place = kind === 'target' ? wanted.get(`${from} ${name}`) : undefined;
    const edges = place && found[place.circle];
    if (!edges || edges[place.edge] || scope.find('target', from)[0]?.uri !== file) return;
    edges[place.edge] = { uri: file, span, message: `${quoted(from)} contains ${quoted(name)}` };
  };
  for (const reference of facts.references) take(uri, reference);
  for (const document of scope.documents) {
    if (document.uri !== uri) for (const reference of document.facts.references) take(document.uri, reference);
  }
  return found;
}

/** A subset word is the name of a target to neurodamus only, at the start of a line. */
function followers(circle: readonly string[]): string {
  return circle.some(isSubset)
    ? 'neurodamus follows it until it crashes'
    : 'Readers follow it until they crash, or for ever';
}

function shown(circle: readonly string[]): string {
  const cut = circle.length > SHOWN_NAMES + 1;
  const names = cut
    ? [
        ...circle.slice(0, SHOWN_NAMES / 2),
        `… ${circle.length - 1 - SHOWN_NAMES} more …`,
        ...circle.slice(-SHOWN_NAMES / 2),
      ]
    : circle;
  return names.map((name) => quoted(name)).join(' → ');
}
