// Microsoft's TypeScript SDK: `msgraph.mjs <bodies> <answers>`. Reads each body, compares it property by property, and writes it back.

import { readFileSync, writeFileSync } from "node:fs";
import { JsonParseNodeFactory, JsonSerializationWriterFactory } from "@microsoft/kiota-serialization-json";
import * as graph from "@microsoft/msgraph-sdk/models/index.js";
import * as identityGovernance from "@microsoft/msgraph-sdk/models/identityGovernance/index.js";

const models = { ...graph, ...identityGovernance };

const [bodies, answers] = process.argv.slice(2);
const lines = readFileSync(bodies, "utf8").split("\n").filter(Boolean).map((it) => JSON.parse(it));
let refused = 0;
let different = 0;
let compared = 0;
const output = [];
for (const { base, body } of lines) {
  const name = base[0].toUpperCase() + base.slice(1);
  let text = "null";
  try {
    const node = new JsonParseNodeFactory().getRootParseNode("application/json", new TextEncoder().encode(body).buffer);
    const value = node.getObjectValue(models[`create${name}FromDiscriminatorValue`]);
    const found = differences(JSON.parse(body), value, "");
    different += found.length > 0 ? 1 : 0;
    for (const line of found) console.log(`  ${base}${line}\n    of ${body}`);
    const tag = JSON.parse(body)["@odata.type"].split(".").pop();
    const serialize = models[`serialize${tag[0].toUpperCase()}${tag.slice(1)}`] ?? models[`serialize${name}`];
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
console.log(`Rust to @microsoft/msgraph-sdk: ${lines.length} bodies, ${compared} properties, ${refused} refused, ${different} different`);
process.exitCode = refused + different > 0 ? 1 : 0;

// The properties of the body whose value in the SDK is another one.
function differences(body, found, at) {
  if (Array.isArray(body)) {
    if (!Array.isArray(found) || found.length !== body.length) return wrong(body, found, at);
    return body.flatMap((it, index) => differences(it, found[index], `${at}/${index}`));
  }
  if (typeof body === "object" && body !== null) {
    if (typeof found !== "object" || found === null) return wrong(body, found, at);
    return Object.entries(body).flatMap(([name, value]) => {
      const own = name === "@odata.type" ? found.odataType : (found[name] ?? found.additionalData?.[name]);
      return differences(value, own, `${at}/${name}`);
    });
  }
  compared += 1;
  // A duration is an object of the SDK.
  const own = typeof found === "object" && found !== null ? found.toString() : found;
  return own === body ? [] : wrong(body, found, at);
}

function wrong(body, found, at) {
  compared += 1;
  return [`${at}: ${JSON.stringify(body)}, in the SDK ${JSON.stringify(found)}`];
}
