package org.parley.gateway.overview;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * The answer of one service.
 *
 * @param service its name
 * @param status the HTTP status; 0 without an answer
 * @param missing the reason for a missing answer, or null
 */
record OverviewReply(String service, int status, JsonNode body, @Nullable String missing) {

	static OverviewReply of(String service, int status, String text) {
		try {
			var body = JsonMapper.shared().readTree(text);
			return new OverviewReply(service, status, body, reason(status, body));
		}
		catch (JacksonException ex) {
			return new OverviewReply(service, status, MissingNode.getInstance(),
					reason(status, MissingNode.getInstance()));
		}
	}

	static OverviewReply none(String service, String why) {
		return new OverviewReply(service, 0, MissingNode.getInstance(), why);
	}

	/** A service without this endpoint is not missing. */
	private static @Nullable String reason(int status, JsonNode body) {
		return switch (status) {
			case 200 -> body.path("data").isContainer() ? null : "The answer of the service is invalid.";
			case 404 -> null;
			default -> "The service answered with status %d.".formatted(status);
		};
	}

	/** Whether the service denies the request. */
	boolean isRefusal() {
		return this.status == 401 || this.status == 403;
	}

	boolean isAnswer() {
		return this.status == 200 && this.missing == null;
	}

}
