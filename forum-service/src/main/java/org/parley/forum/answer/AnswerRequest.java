package org.parley.forum.answer;

import jakarta.validation.constraints.NotNull;
import org.parley.platform.text.StorableText;

/**
 * Requests that a reply is accepted as the answer.
 *
 * @param postId the reply's id
 */
record AnswerRequest(@NotNull(message = "is required") @StorableText(min = 1, max = 50) String postId) {
}
