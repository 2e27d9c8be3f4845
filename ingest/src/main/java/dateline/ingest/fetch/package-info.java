/**
 * The way out to the network, used only when a person names an address: http and https, public addresses alone (checked on the
 * one connected to, at every hop), bounded in bytes, time and redirects, polite to hosts. Hands bytes on; reads none of them.
 */
package dateline.ingest.fetch;
