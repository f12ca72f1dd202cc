import { join } from "node:path";
import { parseArgs } from "node:util";
import { serveUntilStopped } from "./serve-until-stopped.ts";
import { defaultPort } from "./start-server.ts";

const help = `Serves Kleinod at http://127.0.0.1:${defaultPort}, for this machine only.

  --port N           port; without it the next free one from ${defaultPort} is taken
  --dir DIR          data directory (default .kleinod/company)
  --example-dir DIR  directory of the example company (default .kleinod/example)
  --no-example       do not prepare the example
  -h, --help         this text

Example: npm start -- --port 5000 --dir ../data/kleinod
`;

/** `npm start` ends here. Exit code 2: wrong usage; 1: could not start. */
async function main(args: string[]): Promise<number> {
  const values = readArguments(args);
  if (values === null) return 2;
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const port = values.port === undefined ? defaultPort : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    console.error(`--port is ${values.port}; expected a whole number from 0 to 65535.`);
    return 2;
  }
  const directory = values.dir ?? join(".kleinod", "company");
  const options = {
    directory,
    exampleDirectory: values["example-dir"] ?? join(".kleinod", "example"),
    port,
    portIsExact: values.port !== undefined,
    prepareExample: !values["no-example"],
  };
  return serveUntilStopped(options, {
    started: ({ address }) => {
      if (port !== 0 && !address.endsWith(`:${port}`)) console.log(`Port ${port} is taken.`);
      console.log(`Kleinod: ${address} (this machine only). Data: ${directory}. End with Ctrl-C.`);
    },
    note: (text) => console.error(text),
  });
}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: "string" },
        dir: { type: "string" },
        "example-dir": { type: "string" },
        "no-example": { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
    return null;
  }
}

process.exitCode = await main(process.argv.slice(2));
