import type { ToHost } from '../protocol';
import type { Actions } from './model';

type HostActions = Pick<Actions, 'setBookmark' | 'setRead' | 'copyLink' | 'openInEditor' | 'practise'>;

/** What the extension does for the page. */
export function hostActions(send: (message: ToHost) => void): HostActions {
  return {
    setBookmark: (id, on) => send({ type: 'bookmark', id, on }),
    setRead: (id, on) => send({ type: 'mark', id, mark: 'read', on }),
    copyLink: id => send({ type: 'copyLink', id }),
    openInEditor: id => send({ type: 'openInEditor', id }),
    practise: (id, action) => send({ type: 'practise', id, action }),
  };
}
