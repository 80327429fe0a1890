package org.parley.realtime.message;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of sending a message.
 *
 * @param code {@code ok} or the problem code
 * @param message the message as the API returns it; null if it was refused
 */
public record SentMessage(String code, @Nullable Map<String, Object> message) {

	static SentMessage refused(String code) {
		return new SentMessage(code, null);
	}

	/** Returns the acknowledgement for the client. */
	public Map<String, Object> answer() {
		return (this.message != null) ? Map.of("ok", true, "message", this.message)
				: Map.of("ok", false, "code", this.code);
	}

}
