/**
 * Other systems, measured beside Dateline on the same input in the same run: CoreNLP (names, trees, time expressions, speed)
 * and HeidelTime (time expressions). Handed to the measures as {@link dateline.eval.PeerSystem}; no part of the program uses
 * this room, and the ordinary build leaves it out.
 */
package dateline.peers;
