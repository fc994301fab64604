/** Priorities of lines, as syslog and the systemd journal know them. */

/** A line's level by what it is: numbers of RFC 5424. */
export const PRIORITIES = { error: 3, warn: 4, info: 6, debug: 7 } as const

export type Level = keyof typeof PRIORITIES

/** Every line of a text with its priority in front, as systemd reads it from what a service prints (sd-daemon(3)). */
export function withPriority(text: string, level: Level): string {
  return text.replace(/^/gm, `<${PRIORITIES[level]}>`)
}
