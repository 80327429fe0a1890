package org.parley.realtime.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A message that a client sends.
 *
 * @param text the Markdown source
 * @param clientId the client's id of the message; the same id sends it once
 * @param replyTo id of the message that it answers, if any
 */
public record NewMessage(String text, String clientId,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String replyTo) {
}
