// odata2ts and the TypeScript compiler: `odata2ts.mjs <output> <document without extension>...`. The generated client must compile.
//
// `<document>.source.xml` is the service's own document, for one that was generated from it: what the tool refuses in both is its limit.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";

const require = createRequire(import.meta.url);
const generator = require.resolve("@odata2ts/odata2ts/lib/run-cli.js");
const compiler = require.resolve("typescript/bin/tsc");

const [output, ...paths] = process.argv.slice(2);
rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
symlinkSync(join(process.cwd(), "node_modules"), join(output, "node_modules"));
writeFileSync(join(output, "package.json"), '{ "name": "peer" }');
const compilerOptions = { target: "ES2021", lib: ["ES2021", "DOM"], module: "CommonJS", moduleResolution: "node", strict: true, skipLibCheck: true, esModuleInterop: true };
writeFileSync(join(output, "tsconfig.json"), JSON.stringify({ compilerOptions }));

const node = (...rest) => spawnSync(process.execPath, rest, { cwd: output, encoding: "utf8" });
const generate = (xml, name) => node(generator, "-s", resolve(xml), "-o", name, "-m", "all", "-e", "ts");
const problem = (run) => (run.status === 0 && run.stdout.includes("Successfully finished") ? undefined : run.stdout + run.stderr);

let failed = false;
for (const path of paths) {
  const name = basename(path);
  const refused = problem(generate(`${path}.xml`, name));
  if (refused) {
    const source = `${path}.source.xml`;
    const isLimit = existsSync(source) && problem(generate(source, `${name}-source`));
    console.log(`odata2ts: ${path}.xml: ${isLimit ? "limit of the tool: it also refuses the service's own document" : "refused"}`);
    console.log(refused.split("\n").filter((it) => /Error/.test(it)).slice(0, 5).join("\n"));
    failed ||= !isLimit;
    continue;
  }
  const files = readdirSync(join(output, name)).filter((it) => it.endsWith(".ts"));
  const lines = files.reduce((sum, it) => sum + readFileSync(join(output, name, it), "utf8").split("\n").length, 0);
  writeFileSync(join(output, `tsconfig.${name}.json`), JSON.stringify({ compilerOptions: { ...compilerOptions, noEmit: true }, include: [name] }));
  const compiled = node(compiler, "-p", `tsconfig.${name}.json`);
  const errors = compiled.stdout.split("\n").filter((it) => it.includes("error TS"));
  console.log(`odata2ts, tsc: ${path}.xml: ${files.length} files, ${lines} lines, ${errors.length} errors`);
  for (const line of errors.slice(0, 20)) console.log(`  ${line}`);
  failed ||= compiled.status !== 0 || files.length === 0;
}
process.exitCode = failed ? 1 : 0;
