import { createAdaptorServer, type ServerType } from "@hono/node-server";

/** This machine only: without sign-in nobody else may reach the data. */
const hostname = "127.0.0.1";
const triesAfterFirst = 20;

export interface Listening {
  readonly server: ServerType;
  readonly port: number;
}

/**
 * Listens on the port asked for, or when it is taken and `exact` is false on one of the next twenty.
 * @throws Error that names the port when none is free
 */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
  exact: boolean,
): Promise<Listening> {
  const last = exact || port === 0 ? port : Math.min(port + triesAfterFirst, 65_535);
  for (let candidate = port; candidate <= last; candidate++) {
    const server = createAdaptorServer({ fetch, hostname });
    const bound = await bind(server, candidate);
    if (bound !== null) return { server, port: bound };
  }
  const tried = port === last ? `Port ${port} is taken` : `The ports ${port} to ${last} are taken`;
  throw new Error(`${tried}. Choose another one with --port.`);
}

/** The port, or null when it is taken. */
function bind(server: ServerType, port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(null);
      else reject(error);
    });
    server.listen(port, hostname, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}
