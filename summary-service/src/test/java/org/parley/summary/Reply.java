package org.parley.summary;

import java.net.http.HttpHeaders;

import tools.jackson.databind.JsonNode;

/**
 * What the service answered.
 *
 * @param status the status
 * @param headers the headers
 * @param body the body; missing when there was none
 */
public record Reply(int status, HttpHeaders headers, JsonNode body) {

	public JsonNode data() {
		return this.body.path("data");
	}

	/** A problem's code. */
	public String code() {
		return this.body.path("code").asString("");
	}

	public String header(String name) {
		return this.headers.firstValue(name).orElse("");
	}

	/** The id of what was made. */
	public String id() {
		return data().path("id").asString("");
	}

}
