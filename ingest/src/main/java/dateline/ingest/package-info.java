/**
 * Brings reports in: walks the files and folders it is given, tells what each holds, and hands on reports as they were
 * given, hashed and never altered, or says in one sentence what it left out and why. Reads no news: what the words mean is
 * none of its business, only whether they are English text and which day the report carries.
 */
package dateline.ingest;
