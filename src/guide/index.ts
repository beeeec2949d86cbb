import * as v from 'valibot';
import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../platform/disposables';
import { UserError } from '../platform/errors';
import { OwnFiles } from '../platform/ownFiles';
import { type Reporter, registerCommand } from '../platform/reporting';
import type { GuideBuild } from './build';
import { parseGuideLink, slugOf } from './link';
import { panelType } from './panelType';
import type { GuidePorts } from './practise';
import type { Destination } from './protocol';
import type { GuideRoom } from './room';

export { guideLink } from './link';
export type { GuidePorts } from './practise';

/** What `belay.openGuide` may be given: the section to open, and the words of one of its headings. */
const TargetSchema = v.object({ section: v.string(), heading: v.optional(v.string()) });

/** The guide as other rooms see it. */
export interface Guide extends Disposable {
  /** Enters its room, in which sections are found. */
  open(): Promise<Pick<GuideRoom, 'find'>>;
}

/** The guide, Belay's own unless another `build` is given: a webview view in Belay's container, its pages in the editor area, links to it, and its commands. */
export function registerGuide(
  context: vscode.ExtensionContext,
  reporter: Reporter,
  ports: GuidePorts,
  build?: GuideBuild,
): Guide {
  const store = new DisposableStore();
  // The guide's code is loaded with the first look at it: starting VS Code must not pay for it.
  const pages = store.add(new OwnFiles('guide'));
  let room: Promise<GuideRoom> | undefined;
  const enter = () => {
    room ??= import('./room').then(module =>
      store.add(new module.GuideRoom(context, reporter, ports, pages, build)),
    );
    return room;
  };
  const command = (id: string, run: (room: GuideRoom, argument: unknown) => unknown) =>
    store.add(registerCommand(id, reporter, async argument => run(await enter(), argument)));
  const go = (id: string, to: Destination) =>
    command(id, async ({ view }) => {
      await vscode.commands.executeCommand('belay.guide.focus');
      view.send({ type: 'go', to });
    });

  store.add(
    vscode.window.registerWebviewViewProvider('belay.guide', {
      resolveWebviewView: async webviewView => (await enter()).view.resolve(webviewView),
    }),
  );
  store.add(
    vscode.window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: async panel => (await enter()).panels.fill(panel),
    }),
  );
  store.add(
    vscode.window.registerUriHandler({
      handleUri: uri => {
        openLink(uri, enter).catch(error => reporter.report(error));
      },
    }),
  );
  store.add(
    registerCommand('belay.openGuide', reporter, async argument => {
      const target = v.safeParse(TargetSchema, argument);
      if (target.success) {
        const { section, heading } = target.output;
        await (await enter()).open({ id: section, ...(heading && { heading: slugOf(heading) }) });
      } else {
        await vscode.commands.executeCommand('belay.guide.focus');
      }
    }),
  );
  go('belay.guide.contents', 'contents');
  go('belay.guide.bookmarks', 'bookmarks');
  go('belay.guide.search', 'search');
  go('belay.guide.previous', 'previous');
  go('belay.guide.next', 'next');
  go('belay.guide.back', 'back');
  go('belay.guide.forward', 'forward');
  go('belay.guide.continue', 'place');
  command('belay.guide.toggleBookmark', opened => opened.toggleBookmark());
  command('belay.guide.copyLink', opened => opened.copyLink());
  command('belay.guide.openInEditor', opened => opened.openInEditor());
  command('belay.guide.export', opened => opened.exportGuide());
  command('belay.guide.forgetProgress', opened => opened.forgetProgress());
  store.add(
    registerCommand('belay.openWalkthrough', reporter, async () => {
      const id = `${context.extension.id}#start`;
      await vscode.commands.executeCommand('workbench.action.openWalkthrough', id, false);
      // VS Code listens from now on: what was done before has to be told again.
      await (await enter()).tellWhatWasDone();
    }),
  );
  checkPages(pages, enter).catch(error => reporter.report(error));
  return { dispose: () => store.dispose(), open: enter };
}

/** Pages of a team are checked as soon as there are some, not only when somebody looks at the guide. */
async function checkPages(pages: OwnFiles, enter: () => Promise<GuideRoom>): Promise<void> {
  const { files, problems } = await pages.read();
  if (files.length + problems.length > 0) {
    await (await enter()).check();
  }
}

async function openLink(uri: vscode.Uri, enter: () => Promise<GuideRoom>): Promise<void> {
  const target = parseGuideLink(uri);
  if (!target) {
    throw new UserError(
      vscode.l10n.t(
        'Belay doesn’t know this link: {0}. Links to its guide look like {1}.',
        uri.toString(),
        `${vscode.env.uriScheme}://belay.belay/guide/execution`,
      ),
    );
  }
  await (await enter()).open(target);
}
