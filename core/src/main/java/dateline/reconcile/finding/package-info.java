/**
 * Findings: what the tellings of a story do to each other - numbers that agree, are compatible, rise or contradict; outcomes
 * that cannot both be; happenings that answer others; quotations held against the primary words. Never picks a side.
 */
package dateline.reconcile.finding;
