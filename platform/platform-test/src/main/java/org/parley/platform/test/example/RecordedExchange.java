package org.parley.platform.test.example;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A recorded request with its answer.
 *
 * @param operation the method and the path in the API document
 * @param parameters of path, query and headers, by name
 * @param request the body of the request, or null
 * @param told the answer
 */
record RecordedExchange(String operation, ObjectNode parameters, @Nullable JsonNode request, RecordedResponse told) {

	boolean isRefused() {
		return this.told.status() >= 400;
	}

	/** The status of the answer, or the code of its problem. */
	String answer() {
		return isRefused() ? this.told.text("/code") : String.valueOf(this.told.status());
	}

}
