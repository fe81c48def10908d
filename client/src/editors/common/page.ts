/** The HTML of a view: a frame for its script, which may load nothing that is not ours. */
import * as vscode from 'vscode';

/** @param name the bundle's in dist/webviews; the menus of the page know it by the same name */
export function pageOf(webview: vscode.Webview, webviews: vscode.Uri, name: string, title: string): string {
  const address = (file: string): string =>
    escape(webview.asWebviewUri(vscode.Uri.joinPath(webviews, file)).toString());
  const nonce = crypto.randomUUID();
  const source = webview.cspSource;
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${source}`,
    `font-src ${source}`,
    `img-src ${source} data: blob:`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<link rel="stylesheet" href="${address(`${name}.css`)}">
</head>
<body data-vscode-context='{"bbpView": "${name}"}'>
<script nonce="${nonce}" src="${address(`${name}.js`)}"></script>
</body>
</html>
`;
}

/** Names of files are text, in an attribute as well. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
