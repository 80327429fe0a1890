package org.parley.platform.test.client;

import java.net.http.HttpHeaders;

import tools.jackson.databind.JsonNode;

/**
 * A response of a service.
 *
 * @param body the body; a missing node if it is empty or not JSON
 */
public record TestResponse(int status, HttpHeaders headers, JsonNode body) {

	public JsonNode data() {
		return this.body.path("data");
	}

	/** The code of a problem. */
	public String code() {
		return this.body.path("code").asString("");
	}

	public String header(String name) {
		return this.headers.firstValue(name).orElse("");
	}

	/** The id of the created resource. */
	public String id() {
		return data().path("id").asString("");
	}

}
