import os from 'node:os';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { ruleDescriptions } from '../../server/src/service/ruleList';
import type { Level } from '../../server/src/diagnostics/rule';

const FORMATS = ['human', 'json', 'sarif', 'github'] as const;
export type Format = (typeof FORMATS)[number];

const FAIL_ON = ['error', 'warning', 'never'] as const;
type FailOn = (typeof FAIL_ON)[number];

const COMMANDS = 'check, inspect, read, targets, convert or lsp';

const LEVELS: readonly Level[] = ['error', 'warning', 'information', 'hint', 'off'];

export interface CheckArguments {
  readonly command: 'check';
  readonly paths: readonly string[];
  readonly format: Format;
  readonly failOn: FailOn;
  readonly levels: Readonly<Record<string, Level>>;
  /** How many files are checked at once. */
  readonly jobs: number;
  readonly settings: boolean;
}

export interface TargetsArguments {
  readonly command: 'targets';
  readonly path: string;
  readonly name: string | undefined;
  readonly json: boolean;
}

export interface InspectArguments {
  readonly command: 'inspect';
  readonly paths: readonly string[];
  readonly json: boolean;
  readonly measures: boolean;
  readonly barcode: boolean;
  readonly points: boolean;
}

export interface ReadArguments {
  readonly command: 'read';
  readonly file: string;
  /** Of a dataset; of a series or a sweep in a recording. */
  readonly path: string;
  readonly slice: string | undefined;
  readonly csv: boolean;
}

export interface ConvertArguments {
  readonly command: 'convert';
  readonly path: string;
  readonly output: string;
}

export type Arguments =
  | CheckArguments
  | TargetsArguments
  | InspectArguments
  | ReadArguments
  | ConvertArguments
  | { readonly command: 'help' | 'version' | 'lsp' }
  | { readonly usage: string };

/** Reads the words after `bbp`; what is wrong with them comes back as `usage`. */
export function parseArguments(words: readonly string[]): Arguments {
  const [command, ...rest] = words;
  if (rest.includes('--help') || rest.includes('-h')) return { command: 'help' };
  switch (command) {
    case undefined:
      return { usage: `a command is missing: ${COMMANDS}` };
    case '--help':
    case '-h':
    case 'help':
      return { command: 'help' };
    case '--version':
    case '-v':
      return { command: 'version' };
    case 'check':
      return checkArguments(rest);
    case 'targets':
      return targetsArguments(rest);
    case 'inspect':
      return inspectArguments(rest);
    case 'read':
      return readArguments(rest);
    case 'convert':
      return convertArguments(rest);
    case 'lsp':
      return rest.length === 1 && rest[0] === '--stdio' ? { command: 'lsp' } : { usage: 'lsp wants exactly --stdio' };
    default:
      return { usage: `unknown command \`${command}\`: expected ${COMMANDS}` };
  }
}

function checkArguments(words: readonly string[]): Arguments {
  const options = {
    format: { type: 'string', default: 'human' },
    'fail-on': { type: 'string', default: 'error' },
    rule: { type: 'string', multiple: true, default: [] as string[] },
    jobs: { type: 'string', default: String(Math.max(8, os.availableParallelism())) },
    'no-settings': { type: 'boolean', default: false },
  } as const satisfies ParseArgsConfig['options'];
  const parsed = parsedWith(() => parseArgs({ args: [...words], options, allowPositionals: true }));
  if ('usage' in parsed) return parsed;
  const { values, positionals } = parsed.value;
  if (positionals.length === 0) return { usage: 'check wants at least one file or folder' };
  const format = FORMATS.find((each) => each === values.format);
  if (!format) return { usage: `unknown format \`${values.format}\`: expected ${FORMATS.join(', ')}` };
  const failOn = FAIL_ON.find((each) => each === values['fail-on']);
  if (!failOn) return { usage: `unknown --fail-on \`${values['fail-on']}\`: expected ${FAIL_ON.join(', ')}` };
  const jobs = Number(values.jobs);
  if (!Number.isInteger(jobs) || jobs < 1)
    return { usage: `--jobs wants a whole number from 1, not \`${values.jobs}\`` };
  const levels = ruleLevels(values.rule);
  if (typeof levels === 'string') return { usage: levels };
  return { command: 'check', paths: positionals, format, failOn, levels, jobs, settings: !values['no-settings'] };
}

function targetsArguments(words: readonly string[]): Arguments {
  const options = { json: { type: 'boolean', default: false } } as const satisfies ParseArgsConfig['options'];
  const parsed = parsedWith(() => parseArgs({ args: [...words], options, allowPositionals: true }));
  if ('usage' in parsed) return parsed;
  const [path, name, ...more] = parsed.value.positionals;
  if (path === undefined) return { usage: 'targets wants a config or a target file' };
  if (more.length > 0)
    return { usage: `targets wants one file and at most one target, not also \`${more.join(' ')}\`` };
  return { command: 'targets', path, name, json: parsed.value.values.json };
}

function inspectArguments(words: readonly string[]): Arguments {
  const flag = { type: 'boolean', default: false } as const;
  const options = {
    json: flag,
    measures: flag,
    barcode: flag,
    points: flag,
  } as const satisfies ParseArgsConfig['options'];
  const parsed = parsedWith(() => parseArgs({ args: [...words], options, allowPositionals: true }));
  if ('usage' in parsed) return parsed;
  if (parsed.value.positionals.length === 0) return { usage: 'inspect wants at least one file' };
  return { command: 'inspect', paths: parsed.value.positionals, ...parsed.value.values };
}

function readArguments(words: readonly string[]): Arguments {
  const flag = { type: 'boolean', default: false } as const;
  const options = { slice: { type: 'string' }, json: flag, csv: flag } as const satisfies ParseArgsConfig['options'];
  const parsed = parsedWith(() => parseArgs({ args: [...words], options, allowPositionals: true }));
  if ('usage' in parsed) return parsed;
  const { positionals, values } = parsed.value;
  const [file, path, ...more] = positionals;
  if (file === undefined || path === undefined || more.length > 0) {
    return { usage: 'read wants a file and the path of a dataset, a series or a sweep in it' };
  }
  if (values.json && values.csv) return { usage: 'read prints --json or --csv, not both' };
  return { command: 'read', file, path, slice: values.slice, csv: values.csv };
}

function convertArguments(words: readonly string[]): Arguments {
  const options = { output: { type: 'string', short: 'o' } } as const satisfies ParseArgsConfig['options'];
  const parsed = parsedWith(() => parseArgs({ args: [...words], options, allowPositionals: true }));
  if ('usage' in parsed) return parsed;
  const [path, ...more] = parsed.value.positionals;
  const { output } = parsed.value.values;
  if (path === undefined || more.length > 0) return { usage: 'convert wants exactly one file' };
  if (output === undefined) return { usage: 'convert wants -o OUT: the ending of OUT (.swc, .asc, .h5) is the format' };
  return { command: 'convert', path, output };
}

function parsedWith<Result>(parse: () => Result): { readonly value: Result } | { readonly usage: string } {
  try {
    return { value: parse() };
  } catch (error) {
    return { usage: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
}

/** `CODE=LEVEL` pairs as a table, or what is wrong with one. */
function ruleLevels(pairs: readonly string[]): Record<string, Level> | string {
  const codes = new Set(ruleDescriptions().map((rule) => rule.code));
  const levels: Record<string, Level> = {};
  for (const pair of pairs) {
    const [code = '', word = ''] = pair.split('=');
    const level = LEVELS.find((each) => each === word);
    if (!codes.has(code)) return `--rule: unknown code \`${code}\` in \`${pair}\``;
    if (!level) return `--rule: unknown level \`${word}\` in \`${pair}\`: expected ${LEVELS.join(', ')}`;
    levels[code] = level;
  }
  return levels;
}
