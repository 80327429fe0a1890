package org.parley.e2e;

import org.parley.launcher.client.GatewayRequest;
import org.parley.launcher.client.GatewayResponse;

/**
 * A request that must be refused.
 *
 * @param name what is wrong with it
 * @param call the request
 * @param status of the refusal
 * @param code of the refusal; empty when any will do
 * @param field that is at fault, or empty
 */
record Attempt(String name, GatewayRequest call, int status, String code, String field) {

	static Attempt of(String name, GatewayRequest call, int status, String code) {
		return new Attempt(name, call, status, code, "");
	}

	static Attempt invalid(String name, GatewayRequest call, String field) {
		return new Attempt(name, call, 400, "request.invalid", field);
	}

	/** Expects the refusal, complete and without a word about our insides. */
	void isRefused(GatewayResponse gatewayResponse) {
		Refusals.check(gatewayResponse, this.status, this.code);
		if (!this.field.isEmpty()) {
			gatewayResponse.has("/errors", "to name the field " + this.field,
					(errors) -> errors.valueStream().anyMatch((error) -> isAtFault(error.path("field").asString(""))));
			gatewayResponse.has("/errors", "to have a code and a sentence each",
					(errors) -> errors.valueStream()
						.noneMatch((error) -> error.path("code").asString("").isEmpty()
								|| error.path("message").asString("").isEmpty()));
		}
	}

	/** The field itself, or something in it. */
	private boolean isAtFault(String named) {
		return named.equals(this.field) || named.startsWith(this.field + "[") || named.startsWith(this.field + ".");
	}

}
