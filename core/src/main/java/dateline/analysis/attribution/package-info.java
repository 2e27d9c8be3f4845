/**
 * Who is said to say what: joins what the model tagged, what the arcs show and what stands in quotation marks into
 * attributions with source, cue, content, stance, doubt and the chain they came through. Handed sentences, trees and
 * mentions; hands {@code Attribution} values to {@code claim}. An embedded post is one attribution of its author. Makes
 * nobody a speaker whom the words do not make one.
 */
package dateline.analysis.attribution;
