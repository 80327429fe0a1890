package org.parley.gateway.overview;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What one service has answered.
 *
 * @param service by name
 * @param status of the answer; 0 when there was none
 * @param body of the answer, if it is JSON
 * @param missing why there is no answer, if there is none
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

	/** What a service does not have at all is not missing. */
	private static @Nullable String reason(int status, JsonNode body) {
		return switch (status) {
			case 200 -> body.path("data").isArray() ? null : "Its answer makes no sense.";
			case 404 -> null;
			default -> "It answered with status %d.".formatted(status);
		};
	}

	/** Whether the caller may not ask for this. */
	boolean isRefusal() {
		return this.status == 401 || this.status == 403;
	}

	boolean isAnswer() {
		return this.status == 200 && this.missing == null;
	}

}
