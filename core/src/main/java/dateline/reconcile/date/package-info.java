/**
 * Joint dates: whether the day printed on a report can be right, judged by what the other reports and the posts say of the
 * same happenings. Gives each report the day that its words are to be reckoned from, with the reason when it is not the one
 * printed. Never moves a date that is stated in words.
 */
package dateline.reconcile.date;
