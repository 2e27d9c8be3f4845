/**
 * The words of one report: cuts its prose and posts into sentences and words, gives dictionary forms, and holds what the
 * model read in them (names, classes, arcs, vectors) side by side. Handed the report with its layout. Says nothing about
 * what the words mean.
 */
package dateline.analysis.text;
