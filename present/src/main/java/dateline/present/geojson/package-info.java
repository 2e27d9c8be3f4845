/**
 * The events of an account as GeoJSON (RFC 7946) for maps. An event whose words name no spot keeps its row with a null geometry,
 * so that nothing gets a pin it has not earned and nothing is lost.
 */
package dateline.present.geojson;
