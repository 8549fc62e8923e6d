// Prints, as JSON, the rows of each table of a package as hyparquet reads its Parquet files ("parquet"),
// or as Frictionless Data's own library reads its CSV files ("csv"): `node read.js csv PACKAGE`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import datapackage from "datapackage";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { compressors } from "hyparquet-compressors";

async function parquet(folder) {
  const { resources } = JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8"));
  const tables = {};
  for (const { name, path, format } of resources) {
    if (format !== "parquet") continue;
    const file = await asyncBufferFromFile(join(folder, path));
    tables[name.replace(/\.parquet$/, "")] = await parquetReadObjects({ file, compressors });
  }
  return tables;
}

async function csv(folder) {
  const opened = await datapackage.Package.load(join(folder, "datapackage.json"));
  const tables = {};
  for (const resource of opened.resources.filter((one) => one.descriptor.format === "csv")) {
    tables[resource.name] = await resource.read({ keyed: true });
  }
  return tables;
}

const [form, folder] = process.argv.slice(2);
const tables = await { parquet, csv }[form](folder);
// JSON.stringify knows no big integers: their digits stand in quotation marks.
process.stdout.write(JSON.stringify(tables, (_, one) => (typeof one === "bigint" ? `${one}` : one)));
