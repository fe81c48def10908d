// Writes what comes out of the tables: node scripts/generate.mjs [--check]
//   docs/diagnostics.md          a page with every rule and its examples
//   package.json                 the setting bbp.rules, a level for each rule; the languages with their grammars and
//                                settings, and for which of them commands are offered
// With --check nothing is written, and what is stale makes it fail.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import esbuild from 'esbuild';
import prettier from 'prettier';
import { root } from './lib/paths.mjs';

const LEVELS = ['error', 'warning', 'information', 'hint', 'off'];

/** What a module of ours exports. */
function load(entryPoint) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bbp-generate-'));
  try {
    const outfile = path.join(folder, 'module.cjs');
    esbuild.buildSync({
      absWorkingDir: root,
      entryPoints: [entryPoint],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      mainFields: ['module', 'main'],
      logLevel: 'warning',
    });
    return createRequire(import.meta.url)(outfile);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** The text of an example without its marks; the marked lines are named below it. */
function example(source) {
  const lines = dedent(source);
  const shown = [];
  const marked = [];
  for (const line of lines) {
    if (/^#?[ \t]*\^+([ \t].*)?$/.test(line)) marked.push(shown.length);
    else shown.push(line.replace(/\t/g, '    '));
  }
  const places = [...new Set(marked)];
  const note = places.length > 0 ? `\nReported in line ${places.join(', ')}.\n` : '';
  return `\`\`\`text\n${shown.join('\n').trim()}\n\`\`\`\n${note}`;
}

function dedent(source) {
  const lines = source
    .replace(/^\n/, '')
    .replace(/\n[ \t]*$/, '')
    .split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)[0].length);
  const shared = Math.min(...indents);
  return lines.map((line) => line.slice(Math.min(shared, line.length)));
}

function section(rule) {
  return [
    `## ${rule.code}`,
    `**${rule.title}** · ${rule.level} · ${rule.category} · ${rule.language}`,
    rule.documentation.trim(),
    ...(rule.examples.good.length > 0 ? ['Silent:', ...rule.examples.good.map(example)] : []),
    ...(rule.examples.bad.length > 0 ? ['Reported:', ...rule.examples.bad.map(example)] : []),
  ].join('\n\n');
}

function diagnosticsPage(rules, ruleAnchor) {
  const row = (rule) =>
    `| [${rule.code}](#${ruleAnchor(rule.code)}) | ${rule.title} | ${rule.level} | ${rule.category} |`;
  return [
    '# Diagnostics',
    'Generated from the rules by `npm run generate`; do not edit.',
    'Each rule has a level, which `bbp.rules` in the settings and `--rule CODE=LEVEL` on the command line change. A comment `# bbp-disable-next-line CODE`, `# bbp-disable-next-block CODE` or `# bbp-disable-file CODE` silences it in one place; in a Neurolucida file it begins with `;`.',
    'A line that starts with `//-` begins a further file.',
    ['| Code | Rule | Level | Category |', '|---|---|---|---|', ...rules.map(row)].join('\n'),
    ...rules.map(section),
  ].join('\n\n');
}

function settingSchema(rules, before) {
  const properties = Object.fromEntries(
    rules.map((rule) => [
      rule.code,
      { type: 'string', enum: LEVELS, default: rule.level, description: `${rule.title} (${rule.language})` },
    ]),
  );
  return { ...before, type: 'object', default: {}, properties, additionalProperties: false };
}

function languageOf({ id, name, aliases, fileNames, filePatterns, firstLine }) {
  return {
    id,
    aliases: [name, ...aliases, id],
    ...(fileNames.length > 0 && { filenames: fileNames }),
    ...(filePatterns.length > 0 && { filenamePatterns: filePatterns }),
    ...(firstLine && { firstLine }),
    configuration: `./syntaxes/${id}.language-configuration.json`,
  };
}

function grammarOf({ id }) {
  return { language: id, scopeName: `source.${id}`, path: `./syntaxes/${id}.tmLanguage.json` };
}

/** Which languages a command is offered for; the others are offered always. */
const COMMANDS = { 'bbp.showResolvedTarget': (language) => language.hasTargets };

/** Writes into the manifest what the languages say of themselves. */
function contributeLanguages(contributes, languages) {
  contributes.languages = languages.map(languageOf);
  contributes.grammars = languages.map(grammarOf);
  const defaults = Object.entries(contributes.configurationDefaults).filter(([key]) => !key.startsWith('['));
  contributes.configurationDefaults = {
    ...Object.fromEntries(
      languages
        .filter(({ editorDefaults }) => Object.keys(editorDefaults).length > 0)
        .map(({ id, editorDefaults }) => [`[${id}]`, editorDefaults]),
    ),
    // Those of no language are written by hand.
    ...Object.fromEntries(defaults),
  };
  for (const [name, isOffered] of Object.entries(COMMANDS)) {
    const where = languages.filter(isOffered).map(({ id }) => `editorLangId == ${id}`);
    const condition = where.join(' || ');
    for (const command of contributes.commands) if (command.command === name) command.enablement = condition;
    for (const item of Object.values(contributes.menus).flat()) if (item.command === name) item.when = condition;
  }
}

async function outputs() {
  const { ruleAnchor, ruleDescriptions } = load('server/src/service/ruleList.ts');
  const rules = ruleDescriptions();
  const { languageFiles } = load('formats/recognise/languages.ts');
  const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const settings = manifest.contributes.configuration.properties;
  settings['bbp.rules'] = settingSchema(rules, settings['bbp.rules']);
  contributeLanguages(manifest.contributes, languageFiles);
  const format = (file, text) => prettier.format(text, { filepath: file, printWidth: 120, singleQuote: true });
  return {
    'docs/diagnostics.md': await format('docs/diagnostics.md', diagnosticsPage(rules, ruleAnchor)),
    'package.json': await format('package.json', JSON.stringify(manifest)),
  };
}

const check = process.argv.includes('--check');
let stale = 0;
for (const [file, text] of Object.entries(await outputs())) {
  const full = path.join(root, file);
  const before = fs.existsSync(full) ? fs.readFileSync(full, 'utf8') : '';
  if (before === text) continue;
  if (check) {
    console.error(`${file} is stale: run npm run generate`);
    stale++;
  } else {
    fs.mkdirSync(path.dirname(full), { recursive: true });
    fs.writeFileSync(full, text);
    console.log(`wrote ${file}`);
  }
}
process.exit(stale > 0 ? 1 : 0);
