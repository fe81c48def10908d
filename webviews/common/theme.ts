/** The theme of VS Code, read from the variables and the body's class that it gives a webview. */
import { Observed, type Observable } from './signal';

type ThemeKind = 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';

export interface Theme {
  readonly kind: ThemeKind;
  /** The value of the first of some variables that the theme has: `color('focusBorder', 'foreground')`. */
  color(...names: readonly string[]): string;
}

function readTheme(): Theme {
  const styles = getComputedStyle(document.documentElement);
  return {
    kind: themeKind(),
    color: (...names) => {
      for (const name of names) {
        const value = styles.getPropertyValue(`--vscode-${name}`).trim();
        if (value !== '') return value;
      }
      return styles.color;
    },
  };
}

function themeKind(): ThemeKind {
  const { classList } = document.body;
  if (classList.contains('vscode-high-contrast-light')) return 'high-contrast-light';
  if (classList.contains('vscode-high-contrast')) return 'high-contrast';
  return classList.contains('vscode-light') ? 'light' : 'dark';
}

let theme: Observed<Theme> | undefined;

/** The theme as it is, and as it becomes: VS Code changes class and variables of a living page. */
export function observedTheme(): Observable<Theme> {
  if (theme) return theme;
  const observed = new Observed(readTheme());
  const observer = new MutationObserver(() => {
    observed.set(readTheme());
  });
  observer.observe(document.body, { attributeFilter: ['class', 'data-vscode-theme-id'] });
  observer.observe(document.documentElement, { attributeFilter: ['style'] });
  theme = observed;
  return observed;
}
