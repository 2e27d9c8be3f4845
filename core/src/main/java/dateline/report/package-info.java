/**
 * What arrived: one published text with its bytes' hash, its text and its date, and spans into that text. Everything that
 * is said later points here. Decides nothing about the words.
 */
package dateline.report;
