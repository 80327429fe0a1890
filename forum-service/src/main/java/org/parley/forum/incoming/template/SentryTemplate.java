package org.parley.forum.incoming.template;

import java.util.Map;
import java.util.Optional;

import org.parley.platform.domain.RefusalException;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * Posts alerts of Sentry about issues and metrics, and issues that appear, return or are
 * resolved.
 *
 * @see <a href=
 * "https://docs.sentry.io/organization/integrations/integration-platform/webhooks/">
 * Webhooks of Sentry</a>
 */
@Component
class SentryTemplate implements PostTemplate {

	/** The path to the facts of a post, by action. */
	private static final Map<String, String> WORDS = Map.of("triggered", "alert", "critical", "critical", "warning",
			"warning", "created", "new", "unresolved", "again", "resolved", "resolved");

	@Override
	public String name() {
		return "sentry";
	}

	@Override
	public Optional<IncomingText> read(JsonNode body, String type) {
		var data = body.path("data");
		var action = body.path("action").asString("");
		if (!data.isObject() || action.isEmpty()) {
			throw RefusalException.field("data", "not-null", "is required");
		}
		var word = WORDS.get(action);
		if (word == null) {
			return Optional.empty();
		}
		if (data.path("metric_alert").isObject()) {
			return Optional
				.of(text(word, data.path("description_title"), data.path("description_text"), data.path("web_url")));
		}
		var event = data.path("event").isObject() ? data.path("event") : data.path("issue");
		if (!event.isObject()) {
			return Optional.empty();
		}
		var address = event.has("web_url") ? event.path("web_url") : event.path("permalink");
		return Optional.of(text(word, event.path("title"), event.path("culprit"), address));
	}

	private static IncomingText text(String word, JsonNode title, JsonNode detail, JsonNode address) {
		var shown = title.asString("");
		return new IncomingText("[%s] %s".formatted(word, shown.isBlank() ? "Sentry" : shown),
				IncomingText.plain(detail.asString("")) + IncomingText.link(address.asString("")));
	}

}
