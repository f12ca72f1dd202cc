/** A browser that can be started. */
export interface BrowserProgram {
  /** Absolute path. */
  readonly executable: string;
  /** What the browser needs besides the environment of this process. */
  readonly env: Readonly<Record<string, string>>;
}
