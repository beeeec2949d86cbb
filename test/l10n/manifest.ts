/** What of the manifest people see. Pure. */

/** Properties of contributions whose values VS Code shows. */
const shown = new Set([
  'displayName',
  'title',
  'name',
  'contents',
  'label',
  'shortTitle',
  'markdown',
  'altText',
  'description',
  'markdownDescription',
  'enumDescriptions',
  'enumItemLabels',
  'markdownEnumDescriptions',
  'placeholder',
]);

/** What models and whoever types to them see: names that are typed, and what an input is, which stay as they are. */
const forModels =
  /^contributes\.(?:languageModelTools|chatParticipants)\[\d+\](?:\.commands\[\d+\])?\.(?:name|inputSchema)$/;

/** The extension's name is the same in all languages. */
const sameEverywhere = 'Belay';

/** What the manifest says to people. */
export interface ManifestTexts {
  /** Keys of `package.nls.json`. */
  readonly keys: readonly string[];
  /** What is written out, and so never translated, with the path of where it is. */
  readonly literals: readonly string[];
}

/** Reads the texts out of a manifest, given as parsed JSON. */
export function readManifest(manifest: unknown): ManifestTexts {
  const keys: string[] = [];
  const literals: string[] = [];
  const read = (value: unknown, path: string, isShown: boolean): void => {
    if (forModels.test(path)) {
      return;
    }
    if (typeof value === 'string') {
      const key = /^%([^%]+)%$/.exec(value)?.[1];
      if (key !== undefined) {
        keys.push(key);
      } else if (isShown && value !== sameEverywhere) {
        literals.push(`${path}: ${JSON.stringify(value)}`);
      }
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        read(item, `${path}[${index}]`, isShown);
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, item] of Object.entries(value)) {
        read(item, path === '' ? name : `${path}.${name}`, shown.has(name) && path.startsWith('contributes'));
      }
    }
  };
  read(manifest, '', false);
  return { keys, literals };
}
