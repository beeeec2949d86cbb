import style from 'belay:guide.css';
import script from 'belay:guide.js';
import guide from 'belay:guide.json';

/** What the build makes of `media/guide` and of the guide's page, as texts. */
export interface GuideBuild {
  /** JSON of a `BuiltIn`. */
  readonly guide: string;
  readonly script: string;
  readonly style: string;
}

/**
 * Bundled with the guide's code. Reading them through VS Code when the view is opened costs a busy window
 * a hundred milliseconds and more before the first paint, and can fail.
 */
export const guideBuild: GuideBuild = { guide, script, style };
