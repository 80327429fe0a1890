package org.parley.platform.test.example;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Somebody in a story: what they do is shown as the example of an operation. */
public final class Teller {

	private final Story story;

	private final @Nullable String token;

	private final @Nullable ObjectNode body;

	private final Map<String, String> headers;

	Teller(Story story, @Nullable String token) {
		this(story, token, null, Map.of());
	}

	private Teller(Story story, @Nullable String token, @Nullable ObjectNode body, Map<String, String> headers) {
		this.story = story;
		this.token = token;
		this.body = body;
		this.headers = headers;
	}

	/** The same with a body: names and values in turn. */
	public Teller with(Object... namesAndValues) {
		var fields = new LinkedHashMap<Object, Object>();
		IntStream.range(0, namesAndValues.length / 2)
			.forEach((i) -> fields.put(namesAndValues[2 * i], namesAndValues[2 * i + 1]));
		return new Teller(this.story, this.token, JsonMapper.shared().valueToTree(fields), this.headers);
	}

	/** The same with a header that the API document has. */
	public Teller header(String name, String value) {
		var more = new LinkedHashMap<>(this.headers);
		more.put(name, value);
		return new Teller(this.story, this.token, this.body, more);
	}

	/**
	 * Does something that succeeds.
	 * @param operation the method and the path, as the API document has it, and a query
	 * if it is to be shown: {@code GET /api/v1/threads/{id}/posts?limit={limit}}
	 * @param values of what is in braces
	 */
	public Told does(String operation, Object... values) {
		return this.story.tell(question(operation, false, values));
	}

	/** Tries something that is refused; the problem is shown beside the others. */
	public Told isRefused(String operation, Object... values) {
		return this.story.tell(question(operation, true, values));
	}

	private Question question(String operation, boolean refused, Object... values) {
		var byName = new LinkedHashMap<String, Object>();
		var names = Question.PARAMETER.matcher(operation);
		while (names.find()) {
			byName.put(names.group(1), values[byName.size()]);
		}
		return new Question(operation, byName, this.headers, this.body, this.token, refused);
	}

}
