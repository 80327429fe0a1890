package org.parley.forum.incoming;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.parley.forum.incoming.template.IncomingText;
import org.parley.forum.incoming.template.PostTemplate;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/** Reads what programs send, by the template of the address. */
@Component
class ReadIncomingPost {

	private final Map<String, PostTemplate> templates;

	private final JsonMapper json;

	ReadIncomingPost(List<PostTemplate> templates, JsonMapper json) {
		this.json = json;
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

	/**
	 * Reads a post, which says by itself that a program has written it.
	 * @throws RefusalException 400 if the body is not what the program sends
	 */
	Optional<IncomingText> read(IncomingAddress address, byte[] body, String type) {
		return Optional.ofNullable(this.templates.get(address.template()))
			.flatMap((template) -> template.read(parse(body), type))
			.map((text) -> text
				.with("\n\n---\n*Posted automatically by “" + IncomingText.plain(address.name()) + "”.*"));
	}

	private ObjectNode parse(byte[] body) {
		try {
			if (body.length == 0) {
				return this.json.createObjectNode();
			}
			if (this.json.readTree(body) instanceof ObjectNode object) {
				return object;
			}
		}
		catch (JacksonException _) {
			throw malformed();
		}
		throw malformed();
	}

	private static RefusalException malformed() {
		return new RefusalException(RefusalKind.INVALID, "request.malformed", "The body is not the expected JSON.");
	}

}
