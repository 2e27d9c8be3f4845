/**
 * The border to the trained model: words in; per word a name tag, a word class, an arc and its label, an attribution tag and
 * a factuality out, and per sentence a vector. ONNX Runtime does not leave this room. Decides nothing about news.
 */
package dateline.reader;
