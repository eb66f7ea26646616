/**
 * The extension's own log, in the console of the context it runs in. What is logged never holds text, addresses or
 * titles of pages: a reader may paste it into a report.
 */
export interface Log {
  info(message: string): void;
  warn(message: string, cause?: unknown): void;
  error(message: string, cause?: unknown): void;
}

/** A log whose lines begin with the room they come from. */
export function createLog(room: string, output: Pick<Console, 'info' | 'warn' | 'error'> = console): Log {
  const line = (message: string, cause?: unknown): string =>
    cause === undefined ? `[tickmark ${room}] ${message}` : `[tickmark ${room}] ${message}: ${messageOf(cause)}`;
  return {
    info: (message) => output.info(line(message)),
    warn: (message, cause) => output.warn(line(message, cause)),
    error: (message, cause) => output.error(line(message, cause)),
  };
}

/** What was thrown, in one line, whatever it is. */
export function messageOf(cause: unknown): string {
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
}
