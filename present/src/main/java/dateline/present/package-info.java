/**
 * An account laid out for people and programs: text, page, Markdown, CSV, GeoJSON. Handed values, gives characters; the same
 * values always give the same characters. Lays out and escapes; does not count what the account has counted, does not rank,
 * does not choose. This room holds what all the forms share: where an id leads, how a date is said, and which characters
 * of a report may reach a reader's screen.
 */
package dateline.present;
