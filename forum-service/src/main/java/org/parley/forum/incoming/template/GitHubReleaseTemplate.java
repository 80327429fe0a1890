package org.parley.forum.incoming.template;

import java.util.Optional;

import org.parley.platform.domain.RefusalException;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * Posts the releases that a repository publishes; GitHub's other events have no effect.
 *
 * @see <a href="https://docs.github.com/en/webhooks/webhook-events-and-payloads#release">
 * Release events</a>
 */
@Component
class GitHubReleaseTemplate implements PostTemplate {

	@Override
	public String name() {
		return "github-releases";
	}

	@Override
	public Optional<IncomingText> read(JsonNode body, String type) {
		if (!type.isEmpty() && !type.equals("release")) {
			return Optional.empty();
		}
		var release = body.path("release");
		var tag = release.path("tag_name").asString("");
		if (!release.isObject() || tag.isEmpty()) {
			throw RefusalException.field("release", "not-null", "is required");
		}
		if (!body.path("action").asString("").equals("published")) {
			return Optional.empty();
		}
		var repository = body.at("/repository/full_name").asString("");
		var name = release.path("name").asString("").isBlank() ? tag : release.path("name").asString("");
		var address = release.path("html_url").asString("");
		return Optional.of(new IncomingText((repository + " " + name).strip(),
				IncomingText.quiet(release.path("body").asString("")) + IncomingText.link(address)));
	}

}
