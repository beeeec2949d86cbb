/** The tools, by the names that the manifest gives them. */
export const toolNames = [
  'belay_search_guide',
  'belay_coaching_comment',
  'belay_search_moments',
  'belay_log_moment',
  'belay_start_story',
] as const;
export type ToolName = (typeof toolNames)[number];
