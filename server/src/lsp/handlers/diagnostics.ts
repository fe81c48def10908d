import type { ServerContext } from '../context';
import { reportOf } from '../diagnosticReports';
import { guardedFor } from '../guard';

export function handleDiagnostics(context: ServerContext): void {
  context.connection.languages.diagnostics.on(
    guardedFor(context, reportOf([]), (uri, { previousResultId }) => context.reports.report(uri, previousResultId)),
  );
}
