package org.parley.platform.test.example;

import java.net.http.HttpHeaders;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An answer of the service.
 *
 * @param body the body as JSON or text, or null
 */
public record RecordedResponse(int status, HttpHeaders headers, @Nullable JsonNode body) {

	/**
	 * The text at a place in the body, such as {@code /data/id}; empty when it is
	 * missing.
	 */
	public String text(String pointer) {
		return (this.body != null) ? this.body.at(pointer).asString("") : "";
	}

	/** The id of the created resource. */
	public String id() {
		return text("/data/id");
	}

	/** The entity tag. */
	public String tag() {
		return this.headers.firstValue("ETag").orElse("");
	}

}
