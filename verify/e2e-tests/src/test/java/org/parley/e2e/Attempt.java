package org.parley.e2e;

import org.parley.launcher.client.GatewayRequest;
import org.parley.launcher.client.GatewayResponse;
import org.parley.running.Refusals;

/**
 * An invalid request with its expected refusal.
 *
 * @param name the fault
 * @param call the request
 * @param status the expected status
 * @param code the expected code; empty for any
 * @param field the invalid field, or empty
 */
record Attempt(String name, GatewayRequest call, int status, String code, String field) {

	static Attempt of(String name, GatewayRequest call, int status, String code) {
		return new Attempt(name, call, status, code, "");
	}

	static Attempt invalid(String name, GatewayRequest call, String field) {
		return new Attempt(name, call, 400, "request.invalid", field);
	}

	/** Expects the complete refusal, without internal details. */
	void assertRefused(GatewayResponse gatewayResponse) {
		Refusals.check(gatewayResponse, this.status, this.code);
		if (!this.field.isEmpty()) {
			gatewayResponse.has("/errors", "to name the field " + this.field,
					(errors) -> errors.valueStream().anyMatch((error) -> isAtFault(error.path("field").asString(""))));
			gatewayResponse.has("/errors", "to have a code and a message each",
					(errors) -> errors.valueStream()
						.noneMatch((error) -> error.path("code").asString("").isEmpty()
								|| error.path("message").asString("").isEmpty()));
		}
	}

	/** Matches the field itself and nested fields. */
	private boolean isAtFault(String named) {
		return named.equals(this.field) || named.startsWith(this.field + "[") || named.startsWith(this.field + ".");
	}

}
