/**
 * News feeds: RSS of every version, Atom, RDF, CDF and JSON Feed into {@link dateline.ingest.feed.Feed}, as leniently as they
 * are written in the world. One adapter turns entries into reports. Declarations of
 * entities are never followed: a feed that nests or fetches them is refused. jsoup's types stay in here.
 */
package dateline.ingest.feed;
