/** What VS Code gives every webview. */
import type { Channel } from './transport';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** May be called once in the life of a page. */
export function acquireWebview(): { readonly channel: Channel; readonly api: VsCodeApi } {
  const api = acquireVsCodeApi();
  return {
    api,
    channel: {
      post: (message) => {
        api.postMessage(message);
      },
      listen: (listener) => {
        const heard = ({ data }: MessageEvent<unknown>): void => {
          listener(data);
        };
        window.addEventListener('message', heard);
        return () => {
          window.removeEventListener('message', heard);
        };
      },
    },
  };
}

/** Calls `work` once, `delay` ms after the last of many requests; `now` does not wait. */
export function debounce(work: () => void, delay: number): { readonly later: () => void; readonly now: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = (): void => {
    clearTimeout(timer);
    timer = undefined;
    work();
  };
  return {
    later: () => {
      clearTimeout(timer);
      timer = setTimeout(now, delay);
    },
    now,
  };
}

/** Runs after what stands in the page has been painted: long work begins once its notice can be seen. */
export function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => (timer = setTimeout(work)));
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
