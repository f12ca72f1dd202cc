// Creates an embedded Postgres directory and exits. It runs in a process of its own because the first initialisation
// needs some 0.8 GB that the long-lived process would keep.
import { PGlite } from "@electric-sql/pglite";

const directory = process.argv[2];
if (directory === undefined) throw new Error("usage: initialise.mjs DIRECTORY");
// The process that asked has gone: nobody waits for the result.
process.stdin.on("end", () => process.exit(1)).resume();
const database = await PGlite.create(directory);
await database.query("select 1");
await database.close();
process.exit(0);
