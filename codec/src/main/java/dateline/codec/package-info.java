/**
 * The written form of values: one versioned JSON text for the disk, the API and the state of jobs. Here offsets become
 * Unicode code points; inside they are UTF-16 units. Handed an account and the reports it rests on; gives text, and gives
 * the same account back. Adds nothing, leaves out nothing, and refuses to write a quotation that its report does not hold.
 */
package dateline.codec;
