package org.parley.moderation.cases.review;

import org.parley.moderation.cases.ModerationCase;

/**
 * A moderator has decided a case or reversed its decision. Published within this process,
 * in the transaction of the change.
 *
 * @param moderationCase the case with its ruling, and the reversal, if any
 */
public record CaseRuled(ModerationCase moderationCase) {
}
