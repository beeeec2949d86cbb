/** A backup's file name says the day that it was made on and, where that is why, before which format. */
const backupName = /^journal-(\d{4}-\d\d-\d\d)(?:-before-format-(\d+))?\.json$/;

/** So many are kept: of those that are made each week, and of those before another format. */
const keptBackups = 5;

/** A backup is made when the latest is so many days old. */
const daysBetween = 7;

/** A backup as its name tells it. */
export interface Backup {
  readonly name: string;
  readonly day: string;
  /** The format before whose first use it was made; one that is made each week has none. */
  readonly format: number | undefined;
}

/** What the backup of that day, `2026-03-01`, is called. */
export function backupFile(day: string, format?: number): string {
  return format === undefined ? `journal-${day}.json` : `journal-${day}-before-format-${format}.json`;
}

/** Of the files in a folder of backups those that are, the latest first. */
export function backupsIn(names: readonly string[]): Backup[] {
  return names
    .flatMap(name => {
      const [, day, format] = backupName.exec(name) ?? [];
      return day === undefined
        ? []
        : [{ name, day, format: format === undefined ? undefined : Number(format) }];
    })
    .sort((a, b) => (a.day < b.day ? 1 : -1));
}

/** Whether on that day it is time for another backup. One of a later day, made while the clock was wrong, counts for nothing. */
export function isBackupDue(names: readonly string[], today: string): boolean {
  const latest = backupsIn(names).find(({ day, format }) => format === undefined && day <= today);
  return !latest || (Date.parse(today) - Date.parse(latest.day)) / 86_400_000 >= daysBetween;
}

/** The backups that are too many: all but the last few of either kind. */
export function surplusBackups(names: readonly string[]): string[] {
  const backups = backupsIn(names);
  return [
    ...backups.filter(({ format }) => format === undefined).slice(keptBackups),
    ...backups.filter(({ format }) => format !== undefined).slice(keptBackups),
  ].map(({ name }) => name);
}
