/**
 * Composes one story's account from what the reports make of each other: headline, brief, timeline, who is who, claims
 * with standing, disagreements, open questions, sources. Handed a reconciled story; gives {@code present} and
 * {@code codec} an {@link dateline.account.Account}. Finds nothing out by itself.
 */
package dateline.account;
