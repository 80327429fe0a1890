package org.parley.forum.answer;

import jakarta.validation.constraints.NotNull;
import org.parley.forum.text.StorableText;

/**
 * Says which reply answers a thread.
 *
 * @param postId the reply's id
 */
record AnswerRequest(@NotNull(message = "is required") @StorableText(min = 1, max = 50) String postId) {
}
