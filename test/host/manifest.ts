import * as v from 'valibot';
import { belay } from './context';

const Contribution = v.object({ id: v.string(), icon: v.string() });
const MenuItem = v.object({
  command: v.string(),
  when: v.optional(v.string()),
  group: v.optional(v.string()),
});
const Capability = v.object({ supported: v.string(), description: v.string() });

const WalkthroughStep = v.object({
  id: v.string(),
  title: v.string(),
  description: v.string(),
  when: v.optional(v.string()),
  media: v.object({ svg: v.string(), altText: v.string() }),
  completionEvents: v.array(v.string()),
});

/** What the tests look at in the manifest. */
const ManifestSchema = v.object({
  main: v.string(),
  browser: v.string(),
  icon: v.string(),
  activationEvents: v.array(v.string()),
  capabilities: v.object({ untrustedWorkspaces: Capability, virtualWorkspaces: Capability }),
  contributes: v.object({
    viewsContainers: v.record(v.string(), v.array(Contribution)),
    views: v.record(v.string(), v.array(Contribution)),
    viewsWelcome: v.array(v.object({ view: v.string(), contents: v.string() })),
    commands: v.array(
      v.object({
        command: v.string(),
        title: v.string(),
        category: v.optional(v.string()),
        icon: v.optional(v.string()),
        enablement: v.optional(v.string()),
      }),
    ),
    menus: v.record(v.string(), v.array(MenuItem)),
    keybindings: v.optional(v.array(v.object({ ...MenuItem.entries, key: v.string() })), []),
    snippets: v.array(v.object({ language: v.string(), path: v.string() })),
    walkthroughs: v.array(v.object({ id: v.string(), title: v.string(), steps: v.array(WalkthroughStep) })),
  }),
});

/** The manifest as VS Code has it, its words localised. */
export function readManifest(): v.InferOutput<typeof ManifestSchema> {
  return v.parse(ManifestSchema, belay().packageJSON);
}
