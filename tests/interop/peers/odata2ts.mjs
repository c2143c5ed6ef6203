// odata2ts and the TypeScript compiler: `odata2ts.mjs <output> <document without extension>...`. The generated client must compile.
//
// `<document>.source.xml` is the service's own document, for one that was generated from it: an error that the tool makes of both is its
// limit. Any other error is a failure.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";

const require = createRequire(import.meta.url);
const generator = require.resolve("@odata2ts/odata2ts/lib/run-cli.js");
const compiler = require.resolve("typescript/bin/tsc");

const [output, ...paths] = process.argv.slice(2);
rmSync(output, { recursive: true, force: true });
const compilerOptions = { target: "ES2021", lib: ["ES2021", "DOM"], module: "CommonJS", moduleResolution: "node", strict: true, skipLibCheck: true, esModuleInterop: true };
// Limits of the tool: the time for a client in one file grows with the square of its size, which takes more than ten minutes for 5 MB, and
// a type with a name such as `case` becomes an interface of that name, which is not TypeScript. A large document is therefore generated
// with a file for each type, and with names in its own letter case.
const large = join(output, "large");
for (const folder of [output, large]) {
  mkdirSync(folder, { recursive: true });
  symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), '{ "name": "peer" }');
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
}
writeFileSync(join(large, "odata2ts.config.js"), "module.exports = { bundledFileGeneration: false };\n");
const isLarge = (xml) => readFileSync(xml).length > 2_000_000;

const node = (cwd, ...rest) => spawnSync(process.execPath, rest, { cwd, encoding: "utf8", maxBuffer: 100_000_000 });

// Generates a client. Returns its folder, or the errors of the tool.
function generate(xml, name) {
  const [folder, options] = isLarge(xml) ? [large, ["-r"]] : [output, []];
  const run = node(folder, generator, "-s", resolve(xml), "-o", name, "-m", "all", "-e", "ts", ...options);
  if (run.status === 0 && run.stdout.includes("Successfully finished")) return { folder, name };
  const lines = (run.stdout + run.stderr).split("\n");
  return { refused: lines.filter((it) => /Error/.test(it)).slice(0, 5).join("\n") };
}

function files({ folder, name }) {
  return readdirSync(join(folder, name), { recursive: true }).filter((it) => it.endsWith(".ts"));
}

// Compiles a client. Returns the errors without their positions, which depend on the order of the members.
function compile(client) {
  const { folder, name } = client;
  let mended = 0;
  for (const file of files(client)) {
    const path = join(folder, name, file);
    const text = readFileSync(path, "utf8");
    // A limit of the tool: it has no class for parameters of `Edm.Duration`, and imports nothing by a name.
    if (!text.includes("  as undefined_1")) continue;
    mended += 1;
    writeFileSync(path, text.replace("  as undefined_1", " QStringParam as undefined_1"));
  }
  if (mended > 0) console.log(`  limit of the tool: no class for parameters of Edm.Duration: ${mended} files of ${name} mended`);
  writeFileSync(join(folder, `tsconfig.${name}.json`), JSON.stringify({ compilerOptions: { ...compilerOptions, noEmit: true }, include: [name] }));
  // The compiler's recursion over the types of a large client is deeper than the default stack.
  const compiled = node(folder, "--stack-size=6000", compiler, "-p", `tsconfig.${name}.json`);
  const errors = compiled.stdout.split("\n").filter((it) => it.includes("error TS"));
  if (compiled.status !== 0 && errors.length === 0) errors.push(compiled.stdout + compiled.stderr);
  return errors.map((it) => it.replace(`${name}/`, "").replace(/\(\d+,\d+\)/, ""));
}

// Generates a client from the service's own document, or from a copy of it without what stops the tool.
function generateSource(source, name) {
  const text = readFileSync(source, "utf8");
  const empty = [...text.matchAll(/<EnumType Name="([^"]*)"[^>]*\/>/g)].map((it) => it[1]);
  if (empty.length > 0 && generate(source, name).refused?.includes("reading 'map'")) {
    console.log(`  limit of the tool: it crashes on the service's own document, for enumerations without members: ${empty.join(", ")}: type definitions in a copy`);
  }
  const definitions = text.replace(/<EnumType (Name="[^"]*")[^>]*\/>/g, '<TypeDefinition $1 UnderlyingType="Edm.String"/>');
  const copy = join(output, `${name}.xml`);
  writeFileSync(copy, withoutAliases(definitions));
  return generate(copy, name);
}

// A limit of the tool: it ignores operations that are bound to a type by its alias. An alias belongs to its schema first.
function withoutAliases(text) {
  const pattern = /<Schema Namespace="([^"]*)"(?: Alias="([^"]*)")?/;
  const all = [...text.matchAll(new RegExp(pattern, "g"))].filter(([, , alias]) => alias);
  return text.replace(/<Schema [\s\S]*?<\/Schema>/g, (schema) => {
    const [, namespace, alias] = schema.match(pattern);
    const aliases = new Map([...all.map(([, namespace, alias]) => [alias, namespace]), [alias, namespace]]);
    return schema.replace(/(["(])(\w+)\.(?=\w)/g, (name, before, prefix) => (aliases.has(prefix) ? `${before}${aliases.get(prefix)}.` : name));
  });
}

const codeOf = (line) => line.match(/TS\d+/)?.[0];

let failed = false;
for (const path of paths) {
  const name = basename(path);
  const source = existsSync(`${path}.source.xml`) && `${path}.source.xml`;
  const client = generate(`${path}.xml`, name);
  if (client.refused !== undefined) {
    const isLimit = source && generate(source, `${name}-source`).refused === client.refused;
    console.log(`odata2ts: ${path}.xml: ${isLimit ? "limit of the tool: it also refuses the service's own document" : "refused"}`);
    console.log(client.refused);
    failed ||= !isLimit;
    continue;
  }
  const sources = files(client);
  const lines = sources.reduce((sum, it) => sum + readFileSync(join(client.folder, name, it), "utf8").split("\n").length, 0);
  const errors = compile(client);
  const own = source && errors.length > 0 ? generateSource(source, `${name}-source`) : undefined;
  const limits = new Set(own && own.refused === undefined ? compile(own) : []);
  const problems = errors.filter((it) => !limits.has(it));
  console.log(`odata2ts, tsc: ${path}.xml: ${sources.length} files, ${lines} lines, ${problems.length} errors`);
  for (const line of problems.slice(0, 20)) console.log(`  ${line}`);
  const limited = errors.filter((it) => limits.has(it));
  for (const code of new Set(limited.map(codeOf))) {
    const all = limited.filter((it) => codeOf(it) === code);
    console.log(`  limit of the tool, also for the service's own document: ${all.length} x ${code}, first ${all[0]}`);
  }
  failed ||= problems.length > 0 || sources.length === 0;
}
process.exitCode = failed ? 1 : 0;
