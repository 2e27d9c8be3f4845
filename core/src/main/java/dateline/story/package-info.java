/**
 * Stories: which reports belong together. Handed analyses; says by names, words and vectors which tell of one run of events,
 * with the grounds. Compares reports as wholes; never looks at single claims.
 */
package dateline.story;
