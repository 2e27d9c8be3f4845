/**
 * A person's decisions about one story: merge, split, rename, confirm, reject, put right. They are inputs with author and
 * reason, applied at the end of each stage that they concern and shown as such; the machine's own value is kept beside them.
 */
package dateline.reconcile.decision;
