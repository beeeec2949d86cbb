import * as v from 'valibot';

const PromptSchema = v.object({
  name: v.pipe(v.string(), v.regex(/^[a-z-]+$/)),
  /** Grows with each change of the text, so that what was sent can be told from the log. */
  version: v.pipe(v.string(), v.regex(/^[1-9]\d*$/), v.transform(Number)),
  text: v.pipe(v.string(), v.nonEmpty()),
});
/** A prompt, as its file in `media/prompts` has it. */
export type Prompt = v.InferOutput<typeof PromptSchema>;

const form = /^---\nname: (.*)\nversion: (.*)\n---\n([\s\S]*)$/;

/** Reads a prompt's file. Throws where it isn't one: the build has made it part of the extension. */
export function readPrompt(file: string): Prompt {
  const [, name, version, text = ''] = form.exec(file.replaceAll('\r\n', '\n')) ?? [];
  return v.parse(PromptSchema, { name, version, text: text.trim() });
}

/**
 * The prompt with its places filled. What is put in is never read for places again, so that a text can't fill
 * another one's. Throws where a value is missing.
 */
export function fillPrompt({ name, text }: Prompt, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_place, key: string) => {
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    if (value === undefined) {
      throw new Error(`The prompt ${name} needs ${key}`);
    }
    return value;
  });
}
