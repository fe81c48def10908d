/** What the view asks of the extension. */
import type { ExportRequest, MorphologyContent } from '../../protocol/morphologyView';

export interface Host {
  content(): Promise<MorphologyContent>;
  /** Name of the saved file; null where it was cancelled. */
  export(request: ExportRequest): Promise<string | null>;
  pickSection(section: number, point: number | undefined, open: boolean): void;
  pickLine(line: number, open: boolean): void;
  openText(): void;
  openAsData(): void;
  copy(text: string, what: string): void;
}
