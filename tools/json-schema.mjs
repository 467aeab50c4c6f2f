// Compiles JSON Schemas with Ajv and holds documents against them, for the tests: Ajv reads patterns as
// ECMA-262 with the u flag, which is what JSON Schema asks for and Python's libraries do not do.
//
//   node tools/json-schema.mjs < {"draft": "2020-12" or "07", "schemas": {name: schema},
//                                 "documents": {name: [document]}}
//
// Prints {name: [error]}; a schema that does not compile has that as its one error.
import { readFileSync } from "node:fs";
import addFormats from "ajv-formats";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";

const { draft, schemas, documents } = JSON.parse(readFileSync(0, "utf8"));
const found = {};
for (const [name, schema] of Object.entries(schemas)) {
  // Editors' schemas have keywords and unions of types that editors know and Ajv's strict mode does not.
  const ajv =
    draft === "07"
      ? new Ajv({ allErrors: true, strict: false, unicodeRegExp: true })
      : new Ajv2020({ allErrors: true, strict: true, unicodeRegExp: true });
  addFormats(ajv);
  try {
    const validate = ajv.compile(schema);
    found[name] = (documents[name] ?? []).flatMap((document) =>
      validate(document) ? [] : validate.errors.map((error) => `${error.instancePath} ${error.message}`),
    );
  } catch (error) {
    found[name] = [String(error.message)];
  }
}
console.log(JSON.stringify(found));
