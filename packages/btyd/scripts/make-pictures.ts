/** `npm run pictures -w @kleinod/btyd`: writes the pictures of the README into `docs`. Needs the CDNOW files (KLEINOD_TEST_DATA). */
import { writeFileSync } from "node:fs";
import { cdnowPictures } from "./cdnow-pictures.ts";

for (const [name, svg] of Object.entries(cdnowPictures())) {
  writeFileSync(new URL(`../docs/${name}`, import.meta.url), svg);
  console.log(`docs/${name}`);
}
