package org.parley.platform.test.example;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was asked, and what was answered.
 *
 * @param operation the method and the path, as the API document has it
 * @param parameters of path, query and headers, by name
 * @param request the body of the request, or null without one
 * @param told the answer
 */
record RecordedExchange(String operation, ObjectNode parameters, @Nullable JsonNode request, RecordedResponse told) {

	boolean isRefused() {
		return this.told.status() >= 400;
	}

	/** Which of the operation's answers it is: the status, or the problem's code. */
	String answer() {
		return isRefused() ? this.told.text("/code") : String.valueOf(this.told.status());
	}

}
