import { ruleDescriptions } from '../../../server/src/service/ruleList';
import type { Range } from '../../../server/src/service/results';
import { version } from '../help';
import type { ReportedProblem, Writer } from '../report';

const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note', off: 'none' } as const;

/** SARIF 2.1.0 (OASIS), for code scanning services. */
export const sarif: Writer = (reports) => {
  const problems = reports.flatMap((report) => report.problems);
  const used = new Set(problems.map((problem) => problem.code));
  const rules = ruleDescriptions().filter((rule) => used.has(rule.code));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'bbp',
            version,
            rules: rules.map((rule) => ({
              id: rule.code,
              name: rule.title,
              shortDescription: { text: rule.title },
              fullDescription: { text: rule.documentation },
              defaultConfiguration: { level: LEVELS[rule.level] },
              properties: { category: rule.category },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: problems.map((problem) =>
          result(
            problem,
            rules.findIndex((rule) => rule.code === problem.code),
          ),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

function result({ file, range, severity, code, message, related }: ReportedProblem, ruleIndex: number) {
  return {
    ruleId: code,
    ...(ruleIndex >= 0 && { ruleIndex }),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: location(file, range) }],
    ...(related && {
      relatedLocations: related.map((each, id) => ({
        id,
        message: { text: each.message },
        physicalLocation: location(each.file, each.range),
      })),
    }),
  };
}

function location(file: string, { start, end }: Range) {
  return {
    artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
    region: {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    },
  };
}
