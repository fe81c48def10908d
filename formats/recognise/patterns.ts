/** Whether a name matches one of some patterns, in which `*` stands for any characters; case is all one, as in editors. */
export function matchesPattern(name: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => expressionOf(pattern).test(name));
}

const expressions = new Map<string, RegExp>();

function expressionOf(pattern: string): RegExp {
  let expression = expressions.get(pattern);
  if (!expression) {
    const source = pattern
      .split('*')
      .map((part) => part.replace(/[^\w]/g, '\\$&'))
      .join('.*');
    expression = new RegExp(`^${source}$`, 'is');
    expressions.set(pattern, expression);
  }
  return expression;
}
