const DAY_MS = 86_400_000;

/** The day of an instant in Shanghai, YYYY-MM-DD as all days here. */
export function dayInShanghai(instant: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date(instant));
}

export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

export function movedBy(days: number, day: string): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
