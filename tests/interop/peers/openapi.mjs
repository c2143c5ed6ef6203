// odata-openapi: `openapi.mjs <document without extension>...`. A document describes a service only if it has paths.

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { xml2json } = require("odata-csdl");
const { csdl2openapi } = require("odata-openapi");

function refusal(csdl) {
  try {
    csdl2openapi(csdl, { messages: [] });
  } catch (error) {
    // Names have an alias in one document and a namespace in the other.
    return String(error).replace(/'@[^']*'/, "an annotation");
  }
}

// A limit of the tool: it has a mapping for some built-in types only, and writes an empty schema for the others.
const limit = /^Unknown type(: Edm\.| for element: .*"\$Type":"Edm\.)/;

let failed = false;
for (const path of process.argv.slice(2)) {
  const messages = [];
  const csdl = JSON.parse(readFileSync(`${path}.json`, "utf8"));
  const refused = refusal(csdl);
  if (refused) {
    // `<document>.source.xml` is the service's own document, for one that was generated from it.
    const source = `${path}.source.xml`;
    const isLimit = existsSync(source) && refusal(xml2json(readFileSync(source), { messages: [] })) === refused;
    console.log(`odata-openapi: ${path}.json: ${isLimit ? "limit of the tool: it also refuses the service's own document" : "refused"}: ${refused}`);
    failed ||= !isLimit;
    continue;
  }
  const { paths, components } = csdl2openapi(csdl, { messages });
  const [count, schemas] = [paths, components.schemas].map((it) => Object.keys(it).length);
  const texts = messages.map((it) => it.message ?? String(it));
  const problems = texts.filter((it) => !limit.test(it));
  console.log(`odata-openapi: ${path}.json: ${count} paths, ${schemas} schemas, ${problems.length} problems`);
  for (const line of problems.slice(0, 20)) console.log(`  ${line}`);
  for (const line of new Set(texts.filter((it) => limit.test(it)))) console.log(`  limit of the tool: ${line}`);
  failed ||= count === 0 || problems.length > 0;
}
process.exitCode = failed ? 1 : 0;
