// Makes the compact world outline that HtmlPage draws its maps from: coasts, land borders and country names of Natural
// Earth 1:50m (public domain) as packed in world-atlas. The same input always gives the same bytes.
//
//   npm install && node outline.mjs > ../main/resources/dateline/present/html/world.txt
//
// One thing a line: "L" a ring of land, "H" a hole in the land before it (an inland sea), "B" a border line; then steps in
// 1/50 degree, longitude and latitude in turn, each as in Google's polyline form (five bits a character). "C" a country:
// longitude, latitude, rank by size, name.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { feature, mesh } from "topojson-client";

const STEP = 50; // 0.02 degrees, 2 km: finer than the 1:50m source is
const require = createRequire(import.meta.url);
const atlas = (name) => JSON.parse(readFileSync(require.resolve(`world-atlas/${name}.json`), "utf8"));
const countries = atlas("countries-50m");
const land = atlas("land-50m");

const rounded = (points) => {
  const out = [];
  for (const [lon, lat] of points) {
    const next = [Math.round(lon * STEP), Math.round(lat * STEP)];
    const last = out[out.length - 1];
    if (!last || last[0] !== next[0] || last[1] !== next[1]) out.push(next);
  }
  // A point on the straight line between its neighbours says nothing.
  return out.filter((p, i) => {
    if (i === 0 || i === out.length - 1) return true;
    const [a, b] = [out[i - 1], out[i + 1]];
    return (p[0] - a[0]) * (b[1] - a[1]) !== (p[1] - a[1]) * (b[0] - a[0]);
  });
};

const packed = (points) => {
  let out = "";
  let last = [0, 0];
  for (const point of points) {
    for (const axis of [0, 1]) {
      const delta = point[axis] - last[axis];
      let value = delta < 0 ? ~(delta << 1) : delta << 1;
      while (value >= 0x20) {
        out += String.fromCharCode((0x20 | (value & 0x1f)) + 63);
        value >>>= 5;
      }
      out += String.fromCharCode(value + 63);
    }
    last = point;
  }
  return out;
};

const area = (ring) =>
  ring.reduce((sum, [x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length];
    return sum + (x * v - u * y) * Math.cos((((y + v) / 2) * Math.PI) / 180);
  }, 0) / 2;

// Where a name is put: the middle of the widest stretch of the largest part at the height of its centre.
const labelPoint = (ring) => {
  const lats = ring.map((p) => p[1]);
  const lat = (Math.min(...lats) + Math.max(...lats)) / 2;
  const cuts = [];
  ring.forEach(([x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length];
    if (y <= lat !== v <= lat) cuts.push(x + ((lat - y) / (v - y)) * (u - x));
  });
  cuts.sort((a, b) => a - b);
  let best = [cuts[0], cuts[1]];
  for (let i = 0; i + 1 < cuts.length; i += 2) if (cuts[i + 1] - cuts[i] > best[1] - best[0]) best = [cuts[i], cuts[i + 1]];
  return [(best[0] + best[1]) / 2, lat];
};

const lines = [
  "# World outline: Natural Earth 1:50m (public domain) by way of world-atlas 2.0.2. Made by src/map/outline.mjs.",
  "# Borders are those of Natural Earth, which shows who holds the ground; others draw them otherwise.",
];
for (const each of feature(land, land.objects.land).features) {
  for (const polygon of each.geometry.type === "Polygon" ? [each.geometry.coordinates] : each.geometry.coordinates) {
    polygon.forEach((ring, i) => {
      const points = rounded(ring);
      if (points.length > 3) lines.push((i === 0 ? "L" : "H") + packed(points));
    });
  }
}
for (const line of mesh(countries, countries.objects.countries, (a, b) => a !== b).coordinates) {
  const points = rounded(line);
  if (points.length > 1) lines.push("B" + packed(points));
}
const named = feature(countries, countries.objects.countries).features.map((country) => {
  const polygons = country.geometry.type === "Polygon" ? [country.geometry.coordinates] : country.geometry.coordinates;
  const ring = polygons.map((p) => p[0]).sort((a, b) => Math.abs(area(b)) - Math.abs(area(a)))[0];
  const [lon, lat] = labelPoint(ring);
  return { name: country.properties.name, lon, lat, size: Math.abs(area(ring)) };
});
named.sort((a, b) => b.size - a.size || (a.name < b.name ? -1 : 1));
named.forEach((c, i) => lines.push(`C${c.lon.toFixed(2)} ${c.lat.toFixed(2)} ${i + 1} ${c.name}`));
process.stdout.write(lines.join("\n") + "\n");
