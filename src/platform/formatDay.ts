import * as vscode from 'vscode';

/** The day `2026-03-01` in the user's own way of writing dates. */
export function formatDay(day: string, options: Intl.DateTimeFormatOptions): string {
  // Noon UTC: the same calendar day in every time zone that is asked for UTC's day.
  return new Date(`${day}T12:00:00Z`).toLocaleDateString(vscode.env.language, {
    ...options,
    timeZone: 'UTC',
  });
}

/** A day without its year where that is `thisYear` (`2026`). */
export function formatDayIn(thisYear: string, day: string, options: Intl.DateTimeFormatOptions): string {
  return formatDay(day, { ...options, ...(day.startsWith(`${thisYear}-`) ? {} : { year: 'numeric' }) });
}

/** A day of this year without the year: `1 Mar`, in the user's own way. */
export function formatShortDay(day: string): string {
  return formatDayIn(String(new Date().getFullYear()), day, { day: 'numeric', month: 'short' });
}
