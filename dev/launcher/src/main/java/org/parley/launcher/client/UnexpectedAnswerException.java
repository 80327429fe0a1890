package org.parley.launcher.client;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A response differs from what was expected; the message shows both. */
public final class UnexpectedAnswerException extends RuntimeException {

	private static final int SHOWN = 1_000;

	private static final Pattern SECRET = Pattern
		.compile("(\"(?:password|accessToken|refreshToken)\"\\s*:\\s*\")[^\"]*");

	UnexpectedAnswerException(String expected, GatewayResponse seen) {
		super("""
				expected %s
				    request  %s %s %s
				    response %d %s
				         				           %s""".formatted(expected, seen.call().method(), seen.call().path(),
				body(seen.call()), seen.status(), seen.header("Content-Type"), shown(seen.body())));
	}

	private static String body(GatewayRequest gatewayRequest) {
		return (gatewayRequest.body() != null) ? shown(new String(gatewayRequest.body(), StandardCharsets.UTF_8)) : "";
	}

	private static String shown(String body) {
		var safe = SECRET.matcher(body).replaceAll("$1…");
		return (safe.length() <= SHOWN) ? safe : safe.substring(0, SHOWN) + "…";
	}

}
