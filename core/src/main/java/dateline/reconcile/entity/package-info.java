/**
 * Entities: which names and descriptions in several reports mean the same person, body, place or group. Handed the analyses
 * of one story; joins only on evidence that it can put into words, and never against a statement that two are apart.
 */
package dateline.reconcile.entity;
