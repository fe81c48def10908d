import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import type { CompletionEntry } from '../../languages/language';
import type { ServerContext } from '../context';
import { completionList } from '../convert/completion';
import { markup } from '../convert/text';
import { guarded, guardedFor } from '../guard';

/** Completion in two steps: the list without documentation, and the documentation of what is looked at. */
export function handleCompletion(context: ServerContext): void {
  const { connection, features } = context;
  // Editors ask about the list that they show: the last one.
  let lastList = 0;
  let lastEntries: readonly CompletionEntry[] = [];
  const none: CompletionList = { isIncomplete: false, items: [] };

  connection.onCompletion(
    guardedFor(context, none, async (uri, { position }) => {
      // The text that the answer is about: an edit may come in while the answer is made.
      const document = await context.service.document(uri);
      const entries = await context.service.completion(uri, position);
      if (!document || entries.length === 0) return none;
      lastList++;
      lastEntries = entries;
      return completionList(document, position, entries, lastList, features.completion);
    }),
  );

  connection.onCompletionResolve((item, token) =>
    guarded(context, item, (): CompletionItem => {
      const { list, index } = (item.data ?? {}) as { readonly list?: unknown; readonly index?: unknown };
      const entry = list === lastList && typeof index === 'number' ? lastEntries[index] : undefined;
      if (!entry) return item;
      const { detail, documentation } = entry;
      return {
        ...item,
        ...(detail !== undefined && { detail }),
        ...(documentation !== undefined && { documentation: markup(documentation, features.completion.markdown) }),
      };
    })(item, token),
  );
}
