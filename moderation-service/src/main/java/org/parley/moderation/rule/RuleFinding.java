package org.parley.moderation.rule;

import org.parley.moderation.policy.Verdict;

/**
 * Something that a check has found.
 *
 * @param reason a stable code
 * @param verdict what follows from it
 */
public record RuleFinding(String reason, Verdict verdict) {
}
