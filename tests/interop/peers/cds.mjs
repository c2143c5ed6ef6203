// SAP's `cds import`: `cds.mjs <document without extension>...`. A document is of use to CAP only if it has entities.

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const require = createRequire(import.meta.url);
const cds = join(require.resolve("@sap/cds-dk/package.json"), "../bin/cds.js");

// A limit of the tool: CDS has no type whose values may have any type.
const limit = /Invalid Data Type '(Edm\.(Untyped|EntityType|ComplexType|PrimitiveType|Geography|Geometry))'/;

// Imports a document in a new folder. Returns the text, or what is wrong.
function run(file, name) {
  const folder = mkdtempSync(join(tmpdir(), "cds-"));
  try {
    writeFileSync(join(folder, "package.json"), '{ "name": "peer" }');
    cpSync(file, join(folder, `${name}.xml`));
    const run = spawnSync(process.execPath, [cds, "import", `${name}.xml`, "--as", "cds"], { cwd: folder, encoding: "utf8" });
    const output = run.stdout + run.stderr;
    if (run.status !== 0 || output.includes("Error:")) return { output };
    return { text: readFileSync(join(folder, `srv/external/${name}.cds`), "utf8") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

let failed = false;
for (const path of process.argv.slice(2)) {
  const name = basename(path);
  const { text, output } = run(`${path}.xml`, name);
  if (text !== undefined) {
    const count = (word) => text.match(new RegExp(`^ *${word} `, "gm"))?.length ?? 0;
    console.log(`cds import: ${path}.xml: ${count("entity")} entities, ${count("type")} types, ${count("action") + count("function")} operations`);
    failed ||= count("entity") === 0;
    continue;
  }
  const [, type] = output.match(limit) ?? [];
  const message = output.split("\n").find((it) => it.includes("Error:"));
  // `<document>.source.xml` is the service's own document, for one that was generated from it.
  const source = `${path}.source.xml`;
  if (type && readFileSync(`${path}.xml`, "utf8").includes(type)) {
    console.log(`cds import: ${path}.xml: limit of the tool: no type for ${type}`);
  } else if (message && existsSync(source) && run(source, name).output?.includes(message)) {
    console.log(`cds import: ${path}.xml: limit of the tool: it also refuses the service's own document: ${message}`);
  } else {
    console.log(`cds import: ${path}.xml: refused\n${output.split("\n").slice(0, 20).join("\n")}`);
    failed = true;
  }
}
process.exitCode = failed ? 1 : 0;
