// The converter of OpenUI5's V4 model: `openui5.mjs <document without extension>...`. It makes CSDL JSON of its own kind; the types and the
// children of the container must be those of the document.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import vm from "node:vm";

const require = createRequire(import.meta.url);
const { DOMParser } = require("@xmldom/xmldom");
const root = require.resolve("@openui5/sap.ui.core/package.json").replace("package.json", "src/");
const folder = "sap/ui/model/odata/v4/lib/";

const log = [];
const level = (message) => log.push(message);
const stubs = {
  "sap/base/Log": { warning: level, error: level, info() {} },
  "sap/ui/performance/Measurement": { average() {}, end() {} },
  "./_Helper": {
    buildPath: (...parts) => parts.filter((it) => it !== undefined && it !== "").join("/"),
    isSafeInteger: (text) => Number.isSafeInteger(Number(text)),
  },
};

// The modules of OpenUI5 are scripts that call `sap.ui.define`.
const loaded = new Map();
function load(name) {
  if (stubs[name]) return stubs[name];
  if (!loaded.has(name)) {
    const path = `${root}${folder}${name.slice(2)}.js`;
    const define = (names, make) => loaded.set(name, make(...names.map(load)));
    vm.runInNewContext(readFileSync(path, "utf8"), { sap: { ui: { define } } }, { filename: path });
  }
  return loaded.get(name);
}

const Converter = load("./_V4MetadataConverter");
let failed = false;
for (const path of process.argv.slice(2)) {
  log.length = 0;
  const document = new DOMParser().parseFromString(readFileSync(`${path}.xml`, "utf8"), "text/xml");
  const result = new Converter("4.01").convertXMLMetadata(document, path);
  const names = declared(JSON.parse(readFileSync(`${path}.json`, "utf8")));
  const missing = names.filter((it) => !(it in result));
  const { $EntityContainer: container } = result;
  const children = Object.values(result[container] ?? {}).filter((it) => typeof it === "object");
  console.log(`OpenUI5: ${path}.xml: ${names.length} names, ${missing.length} of them missing, ${children.length} children of the container, ${log.length} messages`);
  for (const line of [...missing, ...log].slice(0, 20)) console.log(`  ${line}`);
  failed ||= missing.length + log.length > 0 || children.length === 0;
}
process.exitCode = failed ? 1 : 0;

// The qualified names of the types, operations, terms and the container.
function declared(csdl) {
  const schemas = Object.entries(csdl).filter(([name]) => !name.startsWith("$"));
  return schemas.flatMap(([namespace, schema]) =>
    Object.keys(schema)
      .filter((name) => !/^[$@]/.test(name))
      .map((name) => `${namespace}.${name}`),
  );
}
