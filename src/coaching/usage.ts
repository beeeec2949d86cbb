import * as v from 'valibot';
import type { Template } from './template';

/** How often a template was inserted, and when last (milliseconds since 1970), by its prefix. */
export const UsageSchema = v.record(v.string(), v.object({ count: v.number(), last: v.number() }));
export type Usage = v.InferOutput<typeof UsageSchema>;

/** How many templates are offered first. */
const mostFirst = 5;

/** After so many days a use counts half. */
const halfLifeDays = 14;

const dayMs = 86_400_000;

/** `usage` with one more use of `prefix`, at `now`. */
export function withUse(usage: Usage, prefix: string, now: number): Usage {
  return { ...usage, [prefix]: { count: weightOf(usage, prefix, now) + 1, last: now } };
}

/** Frequent and recent together: each use counts, and the less the longer ago. */
function weightOf(usage: Usage, prefix: string, now: number): number {
  // A prefix may be called like something that every object has.
  const use = Object.hasOwn(usage, prefix) ? usage[prefix] : undefined;
  return use ? use.count * 0.5 ** (Math.max(0, now - use.last) / dayMs / halfLifeDays) : 0;
}

/** Of `templates`, those that were used frequently or recently, at most five, the most used first. */
export function oftenUsed(templates: readonly Template[], usage: Usage, now: number): Template[] {
  return templates
    .filter(({ prefix }) => Object.hasOwn(usage, prefix))
    .map(template => ({ template, weight: weightOf(usage, template.prefix, now) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostFirst)
    .map(({ template }) => template);
}
