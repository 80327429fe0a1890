package org.parley.running;

import java.util.regex.Pattern;

import org.parley.launcher.client.GatewayResponse;

/** Checks that apply to every problem document. */
public final class Refusals {

	private static final Pattern INTERNAL_DETAILS = Pattern.compile(
			"Exception|\\b(?:org|java|com|tools|jakarta)\\.[a-z]|\\bat [a-z]+\\.[a-z]|stack ?trace|\\bMongo|Jackson|Spring|\\$where|\\{ ?\"?find",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern CODE = Pattern.compile("[a-z]+(?:-[a-z]+)*(?:\\.[a-z]+(?:-[a-z]+)*)+");

	private Refusals() {
	}

	/** Expects a problem document with this status and, unless it is empty, this code. */
	public static void check(GatewayResponse gatewayResponse, int status, String code) {
		gatewayResponse.is(status);
		gatewayResponse.refused(status, code.isEmpty() ? gatewayResponse.text("/code") : code);
		gatewayResponse.expect(CODE.matcher(gatewayResponse.text("/code")).matches(), "a stable code");
		gatewayResponse.has("/type", "urn:parley:problem:" + gatewayResponse.text("/code"));
		gatewayResponse.expect(!gatewayResponse.text("/title").isEmpty() && !gatewayResponse.text("/detail").isEmpty(),
				"a title and a detail");
		gatewayResponse.has("/correlationId", gatewayResponse.header("X-Correlation-Id"));
		gatewayResponse.expect(!INTERNAL_DETAILS.matcher(gatewayResponse.body()).find(), "no internal details");
	}

}
