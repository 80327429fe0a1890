package org.parley.forum.incoming;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.parley.forum.incoming.template.IncomingText;
import org.parley.forum.incoming.template.PostTemplate;
import org.parley.platform.domain.RefusalException;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/** Reads what programs send, by the template of the address. */
@Component
class ReadIncomingPost {

	private final Map<String, PostTemplate> templates;

	ReadIncomingPost(List<PostTemplate> templates) {
		this.templates = templates.stream().collect(Collectors.toMap(PostTemplate::name, Function.identity()));
	}

	/**
	 * Requires a template.
	 * @throws RefusalException 400 if there is none with this name
	 */
	void requireTemplate(String name) {
		if (!this.templates.containsKey(name)) {
			throw RefusalException.field("template", "incoming.unknown-template",
					"must be one of " + this.templates.keySet().stream().sorted().collect(Collectors.joining(", ")));
		}
	}

	/** Reads a post, which says by itself that a program has written it. */
	Optional<IncomingText> read(IncomingAddress address, JsonNode body, String type) {
		return Optional.ofNullable(this.templates.get(address.template()))
			.flatMap((template) -> template.read(body, type))
			.map((text) -> new IncomingText(text.title(), text.content() + "\n\n---\n*Posted automatically by “"
					+ IncomingText.plain(address.name()) + "”.*"));
	}

}
