import type { Writer } from '../report';

/** `{"files": n, "problems": […]}`. */
export const json: Writer = (reports) => {
  const problems = reports.flatMap((report) => report.problems);
  return `${JSON.stringify({ files: reports.length, problems }, null, 2)}\n`;
};
