import { MarkupKind, type MarkupContent } from 'vscode-languageserver';

export function markup(markdown: string, readsMarkdown: boolean): MarkupContent {
  return readsMarkdown
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: withoutMarkdown(markdown) };
}

/** The words of a Markdown text, for clients that show it as it is. */
export function withoutMarkdown(markdown: string): string {
  return markdown
    .replace(/^```.*\n?/gm, '')
    .replace(/^#{1,6} +/gm, '')
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)([^\n]*?\S)\1/g, '$2')
    .replace(/`([^`\n]*)`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>])/g, '$1');
}

/** A snippet as the text that it begins with: each place to fill in holds its proposal. */
export function withoutPlaceholders(snippet: string): string {
  return snippet.replace(
    /\\([$}\\])|\$\{\d+\|([^,|}]*)[^}]*\}|\$\{\d+:([^{}]*)\}|\$\{\d+\}|\$\d+/g,
    (_match, escaped?: string, choice?: string, proposal?: string) => escaped ?? choice ?? proposal ?? '',
  );
}
