/**
 * Claims: what one report says happened. Handed the sentences as read, with their names, dates, numbers and speakers;
 * gives each predicate with its participants, time, place, numbers, polarity, modality and who says it. Never decides
 * whether two claims tell of one event.
 */
package dateline.analysis.claim;
