/**
 * Numbers: finds what a report counts or measures and says how much is meant, as an interval no narrower than the words
 * ("over two dozen" is 25 or more). Handed sentences with their trees and the time expressions, which are not numbers of
 * anything; hands {@code Quantity} values to {@code claim}. Does not compare numbers with each other.
 */
package dateline.analysis.quantity;
