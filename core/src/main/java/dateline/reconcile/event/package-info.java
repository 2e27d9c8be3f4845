/**
 * Events: one for each happening behind the claims of a story's reports. Proposes that two claims tell of one happening by
 * kind, participants, words and vectors; decides by agreement of slots. Hands events to {@code finding} and
 * {@code account}. Never averages what its claims say.
 */
package dateline.reconcile.event;
