package org.parley.platform.test.example;

import java.net.http.HttpHeaders;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the service answered, as it is.
 *
 * @param status the status
 * @param headers the headers
 * @param body what it said: JSON, or a text of another kind; null without a body
 */
public record RecordedResponse(int status, HttpHeaders headers, @Nullable JsonNode body) {

	/**
	 * The text at a place in the body, such as {@code /data/id}; empty when it is not.
	 */
	public String text(String pointer) {
		return (this.body != null) ? this.body.at(pointer).asString("") : "";
	}

	/** The id of what was made. */
	public String id() {
		return text("/data/id");
	}

	/** The entity tag. */
	public String tag() {
		return this.headers.firstValue("ETag").orElse("");
	}

}
