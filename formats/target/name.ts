/** Why a target cannot bear a name; undefined where it can. Source: `.target` reference, §1 and §4. */
export function targetNameProblem(name: string): string | undefined {
  if (name === '') return 'A target needs a name.';
  if (/\s/.test(name)) return `The name \`${name}\` holds white space, which ends a name.`;
  if (/[{}#]/.test(name))
    return `The name \`${name}\` holds \`{\`, \`}\` or \`#\`, which mean something else in target files.`;
  if (/^a-?\d+$/.test(name))
    return `\`${name}\` is the cell with that gid: a target of this name could never be reached.`;
  if (name.includes(':')) return `A config reads \`${name}\` as population and target: choose a name without \`:\`.`;
  return undefined;
}
