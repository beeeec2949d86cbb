/** A backup's file name says the day that it was made on. */
const backupName = /^journal-(\d{4}-\d\d-\d\d)\.json$/;

/** So many are kept. */
const keptBackups = 5;

/** A backup is made when the latest is so many days old. */
const daysBetween = 7;

/** What the backup of that day, `2026-03-01`, is called. */
export function backupFile(day: string): string {
  return `journal-${day}.json`;
}

/** Of the files in a folder of backups those that are, the latest first, each with its day. */
export function backupsIn(names: readonly string[]): { readonly name: string; readonly day: string }[] {
  return names
    .flatMap(name => {
      const day = backupName.exec(name)?.[1];
      return day === undefined ? [] : [{ name, day }];
    })
    .sort((a, b) => (a.day < b.day ? 1 : -1));
}

/** Whether on that day it is time for another backup. One of a later day, made while the clock was wrong, counts for nothing. */
export function isBackupDue(names: readonly string[], today: string): boolean {
  const latest = backupsIn(names).find(({ day }) => day <= today);
  return !latest || (Date.parse(today) - Date.parse(latest.day)) / 86_400_000 >= daysBetween;
}

/** The backups that are too many: all but the last few. */
export function surplusBackups(names: readonly string[]): string[] {
  return backupsIn(names)
    .slice(keptBackups)
    .map(({ name }) => name);
}
