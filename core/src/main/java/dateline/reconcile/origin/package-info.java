/**
 * Origins: which reports of a story carry another's words, so that copies are not counted as witnesses. Compares wordings
 * only; says nothing about which report is right.
 */
package dateline.reconcile.origin;
