/**
 * What the reports of one story make of each other: entities, joint dates, copies, events and findings. Handed the analyses
 * of the story's reports in canonical order; gives {@code account} a {@link dateline.reconcile.Reconciled}. Composes no
 * sentence for a reader.
 */
package dateline.reconcile;
