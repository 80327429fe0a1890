package org.parley.realtime.message;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A message that a client sends.
 *
 * @param text the Markdown source, if any
 * @param clientId the client's id of the message; the same id sends it once
 * @param replyTo id of the message that it answers, if any
 * @param attachments ids of the attached media, if any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewMessage(@Nullable String text, String clientId, @Nullable String replyTo,
		@Nullable List<String> attachments) {
}
