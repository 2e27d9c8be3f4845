/**
 * The program: command line, settings, clock, opening and closing. Hands inputs to {@code ingest}, reports to a newsroom,
 * accounts to {@code present} and {@code codec}, and says in plain sentences what was left out. Decides nothing about news.
 */
package dateline.app;
