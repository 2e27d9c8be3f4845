/**
 * Mentions and referents: which words of one report name or describe people, bodies and places, and which of them mean the
 * same one. Handed the trees of the report, gives mentions, chains of mentions, and the pairs that the report itself holds
 * apart. Leaves a pronoun alone rather than guess; never looks at another report.
 */
package dateline.analysis.mention;
