// OASIS's JSON schema of CSDL, by Ajv, and the XML converted to JSON by odata-csdl: `schemas.mjs <document without extension>...`.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { isDeepStrictEqual } from "node:util";

const require = createRequire(import.meta.url);
const Ajv = require("ajv").default;
const formats = require("ajv-formats").default;
const { xml2json } = require("odata-csdl");

const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: true });
formats(ajv);
const schema = JSON.parse(readFileSync(require.resolve("odata-csdl/schemas/csdl.schema.json"), "utf8"));
const validate = ajv.compile(schema);

let failed = false;
for (const path of process.argv.slice(2)) {
  const json = JSON.parse(readFileSync(`${path}.json`, "utf8"));
  validate(json);
  const errors = validate.errors ?? [];
  console.log(`JSON schema: ${path}.json: ${errors.length} errors`);
  for (const { instancePath, message } of errors.slice(0, 20)) console.log(`  ${instancePath}: ${message}`);

  const messages = [];
  const converted = xml2json(readFileSync(`${path}.xml`), { annotations: true, strict: true, messages });
  for (const { message } of messages) console.log(`  odata-csdl: ${message}`);
  const found = differences(comparable(converted), comparable(json));
  console.log(`odata-csdl: ${path}.xml as JSON: ${count(json)} values compared, ${found.length} differences`);
  for (const line of found.slice(0, 20)) console.log(`  ${line}`);
  failed ||= errors.length + messages.length + found.length > 0;
}
process.exitCode = failed ? 1 : 0;

// odata-csdl writes names with the alias of their namespace, and the referenced vocabularies are documents of the same format.
function comparable(csdl) {
  const aliases = new Map();
  for (const [namespace, schema] of Object.entries(csdl)) {
    if (schema.$Alias) aliases.set(schema.$Alias, namespace);
  }
  for (const { $Include } of Object.values(csdl.$Reference ?? {})) {
    for (const { $Namespace, $Alias } of $Include ?? []) if ($Alias) aliases.set($Alias, $Namespace);
  }
  const name = (text) => {
    const [, prefix, own] = text.match(/^(.*)\.([^.]*)$/) ?? [];
    return aliases.has(prefix) ? `${aliases.get(prefix)}.${own}` : text;
  };
  const path = (text) => text.replace(/\.xml$/, ".json").split(/([/@#])/).map(name).join("");
  const convert = (value) => {
    if (typeof value === "string") return path(value);
    if (Array.isArray(value)) return value.map(convert);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(normal(value)).map(([key, it]) => [path(key), convert(it)]));
  };
  return convert(csdl);
}

// The defaults that a document may state: entity sets are in the service document, imports of functions are not (CSDL JSON 4.01 §13.2,
// §13.6). A set of the same container has its name as the target of a binding, or the path with the container (§13.4.1). The tool has the
// default precision of XML for one of the types of times only (CSDL XML 4.01 §7.2.3), and numbers for `$SRID`, which is a string in the JSON
// schema.
function normal(value) {
  const { $IncludeInServiceDocument, $NavigationPropertyBinding, ...rest } = value;
  const isListed = value.$Collection === true;
  if ($IncludeInServiceDocument !== undefined && $IncludeInServiceDocument !== isListed) {
    rest.$IncludeInServiceDocument = $IncludeInServiceDocument;
  }
  if ($NavigationPropertyBinding) {
    const targets = Object.entries($NavigationPropertyBinding).map(([path, target]) => [path, target.split("/").pop()]);
    rest.$NavigationPropertyBinding = Object.fromEntries(targets);
  }
  if (["Edm.Duration", "Edm.TimeOfDay"].includes(value.$Type) && value.$Precision === 0) delete rest.$Precision;
  if (typeof value.$SRID === "number") rest.$SRID = String(value.$SRID);
  return rest;
}

function count(value) {
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce((sum, it) => sum + count(it), 0);
}

function differences(xml, json, at = "") {
  if (isDeepStrictEqual(xml, json)) return [];
  const isObject = (it) => typeof it === "object" && it !== null;
  if (!isObject(xml) || !isObject(json)) {
    return [`${at}: ${JSON.stringify(xml)} from the XML, ${JSON.stringify(json)} in the JSON`];
  }
  const names = new Set([...Object.keys(xml), ...Object.keys(json)]);
  return [...names].flatMap((name) => differences(xml[name], json[name], `${at}/${name}`));
}
