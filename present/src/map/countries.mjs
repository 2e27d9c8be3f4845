// Makes the table of country codes and names that EventsCsv uses: ISO 3166 two letters, number, English name.
//
//   npm install && node countries.mjs > ../main/resources/dateline/present/csv/countries.tsv
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const iso = require("i18n-iso-countries");
iso.registerLocale(require("i18n-iso-countries/langs/en.json"));
console.log("# ISO 3166 codes and English names, from i18n-iso-countries (MIT). Made by src/map/countries.mjs.");
for (const two of Object.keys(iso.getAlpha2Codes()).sort()) {
  console.log([two, Number(iso.alpha2ToNumeric(two)), iso.getName(two, "en")].join("\t"));
}
