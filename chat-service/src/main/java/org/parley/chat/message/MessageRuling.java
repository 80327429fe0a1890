package org.parley.chat.message;

import java.time.Instant;

/**
 * A decision of moderators about a message.
 *
 * @param caseId the id of the case
 * @param at when it was decided or reversed
 */
public record MessageRuling(String caseId, Instant at) {
}
