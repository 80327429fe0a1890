package org.parley.forum.incoming.template;

import java.util.Optional;

import org.parley.platform.domain.RefusalException;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * Posts new releases and failed pipelines of GitLab; its other events have no effect.
 *
 * @see <a href="https://docs.gitlab.com/user/project/integrations/webhook_events/">
 * Webhook events of GitLab</a>
 */
@Component
class GitLabTemplate implements PostTemplate {

	@Override
	public String name() {
		return "gitlab";
	}

	@Override
	public Optional<IncomingText> read(JsonNode body, String type) {
		var project = body.at("/project/path_with_namespace").asString("");
		return switch (body.path("object_kind").asString("")) {
			case "" -> throw RefusalException.field("object_kind", "not-null", "is required");
			case "release" -> body.path("action").asString("").equals("create") ? Optional.of(release(body, project))
					: Optional.empty();
			case "pipeline" -> body.at("/object_attributes/status").asString("").equals("failed")
					? Optional.of(pipeline(body, project)) : Optional.empty();
			default -> Optional.empty();
		};
	}

	private static IncomingText release(JsonNode body, String project) {
		var name = body.path("name").asString(body.path("tag").asString(""));
		return new IncomingText((project + " " + name).strip(),
				IncomingText.quiet(body.path("description").asString(""))
						+ IncomingText.link(body.path("url").asString("")));
	}

	private static IncomingText pipeline(JsonNode body, String project) {
		var pipeline = body.path("object_attributes");
		var reference = pipeline.path("ref").asString("");
		return new IncomingText("[failed] %s %s".formatted(project, reference).strip(),
				IncomingText.plain(body.at("/commit/title").asString(""))
						+ IncomingText.link(pipeline.path("url").asString("")));
	}

}
