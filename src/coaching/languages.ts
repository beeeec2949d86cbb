import * as v from 'valibot';
import * as vscode from 'vscode';
import { messageOf } from '../platform/errors';
import { readText } from '../platform/files';
import { assumedCommentForm, commentFormOf } from './commentSyntax';
import type { CommentForm } from './snippetBody';

/** The part of an extension's manifest that says where its languages are configured. */
const ManifestSchema = v.object({
  contributes: v.object({
    languages: v.array(v.object({ id: v.string(), configuration: v.optional(v.string()) })),
  }),
});

function configurationFiles(languageId: string): vscode.Uri[] {
  return vscode.extensions.all.flatMap(extension => {
    const manifest = v.safeParse(ManifestSchema, extension.packageJSON);
    return manifest.success
      ? manifest.output.contributes.languages
          .filter(language => language.id === languageId)
          .flatMap(({ configuration }) =>
            configuration === undefined ? [] : [vscode.Uri.joinPath(extension.extensionUri, configuration)],
          )
      : [];
  });
}

/**
 * The form of a comment in `languageId`, from the configuration that the extension of that language
 * contributes (VS Code has no API for it). In the browser's extension host over a connection those
 * extensions can't be seen: then it is assumed.
 */
export async function commentFormFor(languageId: string, log: vscode.LogOutputChannel): Promise<CommentForm> {
  for (const uri of configurationFiles(languageId)) {
    try {
      const form = commentFormOf(await readText(uri));
      if (form) {
        return form;
      }
    } catch (error) {
      log.warn(`Language configuration ${uri.toString()}: ${messageOf(error)}`);
    }
  }
  return assumedCommentForm(languageId);
}
