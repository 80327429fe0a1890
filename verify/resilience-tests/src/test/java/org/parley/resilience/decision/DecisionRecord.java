package org.parley.resilience.decision;

import java.util.List;

/**
 * The effects of the decisions about a text, as the API shows them.
 *
 * @param content the text, and what is expected
 * @param isShown whether its readers see it
 * @param statements its statements of reasons, as restriction and status
 * @param told the number of notifications about them
 */
record DecisionRecord(DecidedContent content, boolean isShown, List<String> statements, int told) {
}
