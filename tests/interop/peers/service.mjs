// The client that odata2ts generates from the `$metadata` of `examples/service`, against it: `service.mjs <program> <output>`.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";

const require = createRequire(import.meta.url);
const { FetchClient } = require("@odata2ts/http-client-fetch");

const [program, output] = process.argv.slice(2);
rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
symlinkSync(join(process.cwd(), "node_modules"), join(output, "node_modules"));
writeFileSync(join(output, "package.json"), '{ "name": "peer" }');
writeFileSync(join(output, "tsconfig.json"), '{ "compilerOptions": { "target": "ES2021", "module": "CommonJS", "moduleResolution": "node" } }');

const service = spawn(program, ["127.0.0.1:0", join(output, "products.redb")], { stdio: ["ignore", "pipe", "inherit"] });
try {
  const [root] = await new Promise((resolve, reject) => {
    createInterface(service.stdout).once("line", (line) => resolve([line]));
    service.once("exit", () => reject(new Error("the service ended")));
  });
  await run(root);
} finally {
  service.kill();
}

async function run(root) {
  const metadata = await fetch(`${root}$metadata`, { headers: { Accept: "application/xml" } });
  writeFileSync(join(output, "shop.xml"), await metadata.text());
  const generator = require.resolve("@odata2ts/odata2ts/lib/run-cli.js");
  const generated = spawnSync(process.execPath, [generator, "-s", "shop.xml", "-o", "shop", "-m", "all"], { cwd: output, encoding: "utf8" });
  assert.equal(generated.status, 0, generated.stdout + generated.stderr);
  const { ShopService } = require(join(output, "shop/ShopService.js"));
  const shop = new ShopService(new FetchClient(), root.replace(/\/$/, ""));

  const products = shop.Products();
  for (let id = 1; id <= 25; id += 1) {
    const created = await products.create({ id, name: `Lamp ${id}`, stock: id, price: 12.5 });
    assert.deepEqual([created.status, created.data.id, created.data.price], [201, id, 12.5]);
  }
  const page = await products.query((builder) => builder.count(true).skip(2).top(3));
  assert.deepEqual([page.data["@odata.count"], page.data.value.map((it) => it.id)], [25, [3, 4, 5]]);
  const first = await products.query();
  assert.equal(first.data.value.length, 20);
  const second = await (await fetch(first.data["@odata.nextLink"])).json();
  assert.deepEqual([second.value.length, second["@odata.nextLink"]], [5, undefined]);

  const product = await shop.Products(7).query();
  assert.deepEqual([product.data.name, product.data.description ?? null], ["Lamp 7", null]);
  const headers = (tag) => ({ headers: { "If-Match": tag } });
  const tag = product.data["@odata.etag"];
  const changed = await shop.Products(7).patch({ stock: 3, price: null }, headers(tag));
  assert.equal(changed.status, 204);
  assert.equal((await shop.Products({ id: 7 }).query()).data.stock, 3);

  const refused = async (request, status, message) => {
    const error = await request.then(() => assert.fail("it is refused"), (it) => it);
    assert.deepEqual([error.status, error.message.includes(message)], [status, true], error.message);
  };
  await refused(shop.Products(7).patch({ stock: 4 }, headers(tag)), 412, "The product has changed");
  await refused(products.create({ id: 99, name: "", stock: -1 }), 400, "2 rules are broken.");
  await refused(shop.Products(99).query(), 404, "There is no product 99.");
  const deleted = await shop.Products(7).delete(headers("*"));
  assert.equal(deleted.status, 204);
  await refused(shop.Products(7).query(), 404, "There is no product 7.");
  console.log("odata2ts's client against examples/service: GET with paging, POST, PATCH with ETag, DELETE, 4 refusals: as expected");
}
