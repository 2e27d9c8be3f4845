/**
 * The account, and one report as it was read, as one self-contained page each: no outside request, works without scripts, prints.
 * Report text is only ever text here: every character passes {@code Html}, which escapes it and shows unfit characters as marks.
 * Styles and scripts are fixed resources, allowed by their hashes and nothing else.
 */
package dateline.present.html;
