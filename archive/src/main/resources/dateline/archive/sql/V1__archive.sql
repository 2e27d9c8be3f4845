-- One text for SQLite and PostgreSQL. Rows are only ever added; number is the row's place in the log.
-- Times are ISO 8601 in UTC. Texts are JSON or hex, so that no byte is foreign to either database.

create table log (
    number bigint primary key,
    what text not null,
    digest text not null,
    previous text not null,
    hash text not null
);

-- The bytes of reports as they were given.
create table content (
    number bigint primary key,
    sha256 text not null unique,
    bytes bytea not null
);

-- One report seen at one address: what was taken from its bytes there, and by which version of the taking.
create table sighting (
    number bigint primary key,
    sha256 text not null,
    address text not null,
    arrived text not null,
    captured text,
    headers text not null,
    extractor text not null,
    taken text not null,
    published text
);
create index sighting_address on sighting (address);
create index sighting_sha256 on sighting (sha256);

-- What was refused, and why.
create table rejection (
    number bigint primary key,
    origin text not null,
    place text not null,
    reason text not null,
    sha256 text,
    arrived text not null
);
create index rejection_origin on rejection (origin);

-- What was made of a report: its reading, its analysis; by kind and version of the maker.
create table made (
    number bigint primary key,
    sha256 text not null,
    kind text not null,
    version text not null,
    bytes bytea not null,
    arrived text not null
);
create index made_sha256 on made (sha256, kind);

-- Accounts, decisions and whatever else has a history: the latest under a name is the one that holds.
create table document (
    number bigint primary key,
    kind text not null,
    name text not null,
    bytes bytea not null,
    arrived text not null
);
create index document_name on document (kind, name);

-- Where a runner stands (a feed's ETag, the place in a file). No part of the record, so no part of the log.
create table state (
    name text primary key,
    bytes bytea not null
);
