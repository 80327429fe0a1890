package org.parley.moderation.rule;

import org.parley.contracts.moderation.Verdict;

/**
 * A finding of a rule or of the model.
 *
 * @param reason a stable code
 * @param verdict the verdict that follows
 */
public record RuleFinding(String reason, Verdict verdict) {
}
