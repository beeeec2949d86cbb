import type { Surface } from '../protocol';

/** What of a keyboard event its meaning depends on. */
export interface Keys {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * Where a key leads, as in a browser: Alt and an arrow (on a Mac ⌘[ and ⌘]) back and forward, Ctrl+F (⌘F) to
 * the search box. As an editor the page has VS Code's own find box.
 */
export function destinationOf(
  { key, altKey, ctrlKey, metaKey, shiftKey }: Keys,
  surface: Surface,
  isMac: boolean,
): 'back' | 'forward' | 'search' | undefined {
  const isCommand = isMac ? metaKey && !ctrlKey && !altKey : ctrlKey && !metaKey && !altKey;
  if (shiftKey) {
    return undefined;
  }
  if (isCommand && key.toLowerCase() === 'f' && surface === 'view') {
    return 'search';
  }
  const isStep = isMac ? isCommand : altKey && !ctrlKey && !metaKey;
  const [before, after] = isMac ? ['[', ']'] : ['ArrowLeft', 'ArrowRight'];
  return isStep && key === before ? 'back' : isStep && key === after ? 'forward' : undefined;
}
