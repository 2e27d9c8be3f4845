/**
 * The account, and one report as it was read, as plain text for a terminal or a mail: 80 columns unless told otherwise, colour
 * only when asked. Handed values, gives one string that ends with a line end. Lets no control or direction character through.
 */
package dateline.present.text;
