package org.parley.platform.test.example;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A person in a story, whose requests become examples of operations. */
public final class StoryActor {

	private final ExampleStory exampleStory;

	private final @Nullable String token;

	private final @Nullable ObjectNode body;

	private final Map<String, String> headers;

	StoryActor(ExampleStory exampleStory, @Nullable String token) {
		this(exampleStory, token, null, Map.of());
	}

	private StoryActor(ExampleStory exampleStory, @Nullable String token, @Nullable ObjectNode body,
			Map<String, String> headers) {
		this.exampleStory = exampleStory;
		this.token = token;
		this.body = body;
		this.headers = headers;
	}

	/** Adds a body: names and values in turn. */
	public StoryActor with(Object... namesAndValues) {
		var fields = new LinkedHashMap<Object, Object>();
		IntStream.range(0, namesAndValues.length / 2)
			.forEach((i) -> fields.put(namesAndValues[2 * i], namesAndValues[2 * i + 1]));
		return new StoryActor(this.exampleStory, this.token, JsonMapper.shared().valueToTree(fields), this.headers);
	}

	/** Adds a header of the API document. */
	public StoryActor header(String name, String value) {
		var more = new LinkedHashMap<>(this.headers);
		more.put(name, value);
		return new StoryActor(this.exampleStory, this.token, this.body, more);
	}

	/**
	 * Sends a request that succeeds.
	 * @param operation the method and the path in the API document, and a query if it is
	 * part of the example: {@code GET /api/v1/threads/{id}/posts?limit={limit}}
	 * @param values of the placeholders in braces
	 */
	public RecordedResponse send(String operation, Object... values) {
		return this.exampleStory.tell(question(operation, false, values));
	}

	/** Sends a request that is refused; its problem becomes an example. */
	public RecordedResponse isRefused(String operation, Object... values) {
		return this.exampleStory.tell(question(operation, true, values));
	}

	private RecordedRequest question(String operation, boolean refused, Object... values) {
		var byName = new LinkedHashMap<String, Object>();
		var names = RecordedRequest.PARAMETER.matcher(operation);
		while (names.find()) {
			byName.put(names.group(1), values[byName.size()]);
		}
		return new RecordedRequest(operation, byName, this.headers, this.body, this.token, refused);
	}

}
