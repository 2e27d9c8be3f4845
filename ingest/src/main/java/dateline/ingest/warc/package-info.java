/**
 * Web archives: WARC and ARC, plain or in gzip members, and WACZ packages of them. Hands each record's payload on with its
 * address and media type; a damaged record is left out with its place, and reading goes on at the next one that can be found.
 */
package dateline.ingest.warc;
