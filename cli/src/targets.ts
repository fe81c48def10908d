import path from 'node:path';
import { nodeLanguageService } from '../../server/src/service/nodeService.node';
import type { TargetsArguments } from './arguments';
import { relativeName, unusableFile, uriOf, workspaceFolder } from './files.node';

/** `bbp targets`: what a config or target file defines and leads to; with a name, the cells of that target. */
export async function runTargets({ path: file, name, json }: TargetsArguments): Promise<number> {
  const problem = await unusableFile(file);
  if (problem !== undefined) {
    process.stderr.write(`bbp: ${problem}\n`);
    return 2;
  }
  const service = nodeLanguageService([uriOf(workspaceFolder(path.dirname(file)))]);
  const uri = uriOf(file);
  if (!(await service.document(uri))) {
    for (const { message } of await service.unreadable(uri)) process.stderr.write(`bbp: ${message}\n`);
    return 2;
  }
  if (name === undefined) {
    const targets = (await service.listTargets(uri)).map(({ uri: at, line, ...rest }) => ({
      name: rest.name,
      type: rest.type,
      file: relativeName(at),
      line: line + 1,
      members: rest.members,
      cells: rest.cells,
    }));
    if (json) print({ targets });
    else
      for (const each of targets)
        process.stdout.write(`${each.name}\t${each.type}\t${each.cells} cells\t${each.file}:${each.line}\n`);
    return 0;
  }
  const resolved = await service.resolveMembers(uri, name);
  const problems = resolved ? resolved.problems : [`The target \`${name}\` is not defined.`];
  if (json) {
    print({ name, type: resolved?.type ?? null, cells: [...(resolved?.cells ?? [])], problems });
  } else {
    for (const gid of resolved?.cells ?? []) process.stdout.write(`${gid}\n`);
    for (const problem of problems) process.stderr.write(`bbp: ${problem}\n`);
  }
  return problems.length > 0 ? 1 : 0;
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
