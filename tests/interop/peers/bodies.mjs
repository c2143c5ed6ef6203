// Microsoft's TypeScript SDK: `msgraph.mjs <bodies> <answers>`. Reads each body, compares it property by property, and writes it back.

import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { JsonParseNodeFactory, JsonSerializationWriterFactory } from "@microsoft/kiota-serialization-json";

// The modules of the SDK, by namespace below `microsoft.graph`.
const folder = join(dirname(createRequire(import.meta.url).resolve("@microsoft/msgraph-sdk/package.json")), "models");
const modules = new Map();
async function load(namespace) {
  const path = join(folder, ...namespace, "index.js");
  modules.set(namespace.join("."), existsSync(path) ? await import(path) : {});
  for (const entry of readdirSync(join(folder, ...namespace), { withFileTypes: true })) {
    if (entry.isDirectory()) await load([...namespace, entry.name]);
  }
}
await load([]);

// A name of the SDK for a type, such as `serializeUser`. The type of a body without a namespace may be in any.
function named(type, prefix, suffix = "") {
  const path = type.replace(/^#/, "").replace(/^microsoft\.graph\./, "").split(".");
  const name = path.pop();
  const own = `${prefix}${name[0].toUpperCase()}${name.slice(1)}${suffix}`;
  return modules.get(path.join("."))?.[own];
}

const [bodies, answers] = process.argv.slice(2);
const lines = readFileSync(bodies, "utf8").split("\n").filter(Boolean).map((it) => JSON.parse(it));
const FLAGS = "the value of flags is a text, with several members after each other (JSON 4.01 §7.1)";
const limits = new Set();
const unknown = new Set();
let refused = 0;
let different = 0;
let compared = 0;
const output = [];
for (const { base, body } of lines) {
  const create = named(base, "create", "FromDiscriminatorValue");
  if (!create) {
    unknown.add(base);
    output.push(JSON.stringify({ base, body: "" }) + "\n");
    continue;
  }
  let text = "null";
  try {
    const node = new JsonParseNodeFactory().getRootParseNode("application/json", new TextEncoder().encode(body).buffer);
    const value = node.getObjectValue(create);
    const found = differences(JSON.parse(body), value, "");
    different += found.length > 0 ? 1 : 0;
    for (const line of found) console.log(`  ${base}${line}\n    of ${body}`);
    const tag = JSON.parse(body)["@odata.type"];
    const serialize = (tag && named(tag, "serialize")) ?? named(base, "serialize");
    const writer = new JsonSerializationWriterFactory().getSerializationWriter("application/json");
    writer.writeObjectValue(undefined, value, serialize);
    text = new TextDecoder().decode(writer.getSerializedContent());
  } catch (error) {
    refused += 1;
    console.log(`  refused: ${error}\n    of ${body}`);
  }
  output.push(JSON.stringify({ base, body: text }) + "\n");
}
writeFileSync(answers, output.join(""));
for (const limit of [...limits].sort()) console.log(`  limit of the SDK: ${limit}`);
if (unknown.size > 0) console.log(`  not in the SDK: ${[...unknown].sort().join(", ")}`);
console.log(`Rust to @microsoft/msgraph-sdk: ${lines.length} bodies, ${compared} properties, ${refused} refused, ${different} different`);
process.exitCode = refused + different > 0 ? 1 : 0;

// The properties of the body whose value in the SDK is another one.
function differences(body, found, at) {
  if (Array.isArray(body)) {
    if (Array.isArray(found) && found.length === 0 && body.some((it) => typeof it === "string" && it.includes(","))) {
      limits.add(`${at}: ${JSON.stringify(body)}, in the SDK []: ${FLAGS}`);
      return [];
    }
    if (!Array.isArray(found) || found.length !== body.length) return wrong(body, found, at);
    return body.flatMap((it, index) => differences(it, found[index], `${at}/${index}`));
  }
  if (typeof body === "object" && body !== null) {
    if (typeof found !== "object" || found === null) return wrong(body, found, at);
    return Object.entries(body).flatMap(([name, value]) => {
      const own = member(found, name);
      return differences(value, own, `${at}/${name}`);
    });
  }
  compared += 1;
  const limit = limitOf(body, found);
  if (limit) {
    limits.add(`${at}: ${JSON.stringify(body)}, in the SDK ${JSON.stringify(found)}: ${limit}`);
    return [];
  }
  return isEqual(body, found) ? [] : wrong(body, found, at);
}

// The SDK has other names for some properties: those of words of JavaScript, and those with underscores.
function member(found, name) {
  // Values of any type are nodes of a tree.
  const value = found.getValue?.()?.[name]?.getValue();
  if (value !== undefined) return value;
  if (name === "@odata.type") return found.odataType ?? found.additionalData?.[name];
  const camel = name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
  return found[name] ?? found[`${name}Escaped`] ?? found[camel] ?? found.additionalData?.[name];
}

// The rule that the SDK breaks with a value that it loses.
function limitOf(body, found) {
  if (Array.isArray(found) && found.length === 0 && typeof body === "string") return FLAGS;
  if (body === "" && found === undefined) return "an empty text is a binary value without bytes (ABNF 4.01, rule binaryValue)";
  return undefined;
}

function isEqual(body, found) {
  if (found instanceof Date) return new Date(body).getTime() === found.getTime();
  // Flags are an array of members.
  if (Array.isArray(found)) return body === found.join(",");
  // The bytes of a binary value.
  if (found instanceof ArrayBuffer) return Buffer.from(body, "base64").equals(Buffer.from(found));
  // A duration, a date and a time of day are objects of the SDK.
  const own = typeof found === "object" && found !== null ? found.toString() : found;
  return own === body;
}

function wrong(body, found, at) {
  compared += 1;
  return [`${at}: ${JSON.stringify(body)}, in the SDK ${JSON.stringify(found)}`];
}
