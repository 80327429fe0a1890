package org.parley.forum.incoming.template;

import java.util.Optional;

import org.parley.platform.domain.RefusalException;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/** Posts a title and a content, for programs of one's own. */
@Component
class PlainTemplate implements PostTemplate {

	@Override
	public String name() {
		return "plain";
	}

	@Override
	public Optional<IncomingText> read(JsonNode body, String type) {
		return Optional.of(new IncomingText(required(body, "title"), required(body, "content")));
	}

	private static String required(JsonNode body, String property) {
		var value = body.path(property);
		if (!value.isString() || value.stringValue().isBlank()) {
			throw RefusalException.field(property, "not-null", "is required");
		}
		return value.stringValue();
	}

}
