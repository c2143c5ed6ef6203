// SAP's `cds import`: `cds.mjs <document without extension>...`. A document is of use to CAP only if it has entities.

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const require = createRequire(import.meta.url);
const cds = join(require.resolve("@sap/cds-dk/package.json"), "../bin/cds.js");

// A limit of the tool: CDS has no type whose values may have any type.
const limit = /Invalid Data Type '(Edm\.(Untyped|EntityType|ComplexType|PrimitiveType|Geography|Geometry))'/;

let failed = false;
for (const path of process.argv.slice(2)) {
  const name = basename(path);
  const folder = mkdtempSync(join(tmpdir(), "cds-"));
  writeFileSync(join(folder, "package.json"), '{ "name": "peer" }');
  cpSync(`${path}.xml`, join(folder, `${name}.xml`));
  const run = spawnSync(process.execPath, [cds, "import", `${name}.xml`, "--as", "cds"], { cwd: folder, encoding: "utf8" });
  const output = run.stdout + run.stderr;
  const [, type] = output.match(limit) ?? [];
  if (type && readFileSync(`${path}.xml`, "utf8").includes(type)) {
    console.log(`cds import: ${path}.xml: limit of the tool: no type for ${type}`);
  } else if (run.status !== 0 || output.includes("Error:")) {
    console.log(`cds import: ${path}.xml: refused\n${output.split("\n").slice(0, 20).join("\n")}`);
    failed = true;
  } else {
    const text = readFileSync(join(folder, `srv/external/${name}.cds`), "utf8");
    const count = (word) => text.match(new RegExp(`^ *${word} `, "gm"))?.length ?? 0;
    console.log(`cds import: ${path}.xml: ${count("entity")} entities, ${count("type")} types, ${count("action") + count("function")} operations`);
    failed ||= count("entity") === 0;
  }
  rmSync(folder, { recursive: true });
}
process.exitCode = failed ? 1 : 0;
