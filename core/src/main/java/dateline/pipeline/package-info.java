/**
 * The stages in their order. Lists what is handed to what and decides nothing about news; reading files, the model and the
 * clock stay outside.
 */
package dateline.pipeline;
