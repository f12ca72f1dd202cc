import { DirectoryInUse, type RunningServer, type ServerOptions, startServer } from "./start-server.ts";

export interface ServeMessages {
  started(server: RunningServer): void;
  note(text: string): void;
}

/** Serves until SIGINT or SIGTERM, then closes in order; a second signal ends at once. Returns the exit code. */
export async function serveUntilStopped(options: ServerOptions, messages: ServeMessages): Promise<number> {
  try {
    const server = await startServer(options);
    messages.started(server);
    await stopSignal();
    messages.note("Closing.");
    await server.close();
    return 0;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    messages.note(
      error instanceof DirectoryInUse ? error.message : `Kleinod could not start: ${error.message}`,
    );
    return 1;
  }
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.on(signal, () => {
        if (asked) process.exit(1);
        asked = true;
        resolve();
      });
    }
  });
}
