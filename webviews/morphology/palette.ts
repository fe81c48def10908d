/** Colours of the view. NeuroM's for types of neurites, as users know them; the rest is the theme's. */
export interface Palette {
  readonly kind: 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';
  readonly background: string;
  readonly foreground: string;
  /** Axes, scale bar, lesser text. */
  readonly muted: string;
  readonly border: string;
  readonly focus: string;
  readonly selection: string;
  readonly error: string;
  readonly warning: string;
  /** CSS colour of a section type: 1 soma, 2 axon, 3 basal, 4 apical, 5–19 custom. */
  typeColor(type: number): string;
  /** A colour-blind-safe ramp for numbers; `fraction` from 0 to 1. */
  ramp(fraction: number): string;
  /** One of some colours that tell sections apart. */
  categorical(index: number): string;
}
