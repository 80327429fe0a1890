package org.parley.e2e;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.parley.launcher.client.ApiUser;
import org.parley.platform.test.endpoint.Endpoint.Who;
import org.parley.platform.test.endpoint.Endpoint;

/** Missing, forged and insufficient credentials. */
final class IdentityFaults implements Faults {

	@Override
	public Stream<Attempt> of(Endpoint endpoint, TestData testData) {
		var tokens = List.copyOf(new TreeMap<>(Tokens.forged(testData.token())).entrySet());
		var forged = endpoint.deal(tokens, (other) -> !other.tokenless())
			.filter((_) -> !endpoint.tokenless())
			.map((token) -> attempt("a token that is " + token.getKey(), endpoint, testData,
					testData.people().guest().signedIn(token.getValue()), 401, "auth.token-invalid"));
		return Stream.of(forged, unknown(endpoint, testData), wrong(endpoint, testData)).flatMap((some) -> some);
	}

	private static Stream<Attempt> unknown(Endpoint endpoint, TestData testData) {
		if (endpoint.who() == Who.ANYONE) {
			return Stream.empty();
		}
		var none = List.of(attempt("no token", endpoint, testData, testData.people().guest(), 401, "auth.required"),
				attempt("another scheme", endpoint, testData,
						testData.people().guest().with("Authorization", "Basic YTpi"), 401, ""));
		return endpoint.deal(none, (other) -> other.who() != Who.ANYONE);
	}

	private static Stream<Attempt> wrong(Endpoint endpoint, TestData testData) {
		return switch (endpoint.who()) {
			case ANYONE, USER -> Stream.empty();
			case OWNER -> Stream.of(wrong("another user", endpoint, testData, testData.people().user(endpoint)));
			case MEMBER -> Stream.of(attempt("a stranger", endpoint, testData, testData.people().user(endpoint), 404,
					endpoint.unknown()));
			case MODERATOR -> Stream.of(wrong("a user", endpoint, testData, testData.people().user(endpoint)));
			case ADMIN -> Stream.of(wrong("a user", endpoint, testData, testData.people().user(endpoint)),
					wrong("a moderator", endpoint, testData, testData.people().moderator(endpoint)));
		};
	}

	private static Attempt wrong(String name, Endpoint endpoint, TestData testData, ApiUser apiUser) {
		return attempt(name, endpoint, testData, apiUser, 403, "");
	}

	private static Attempt attempt(String name, Endpoint endpoint, TestData testData, ApiUser apiUser, int status,
			String code) {
		var body = endpoint.takesBody() ? testData.body(endpoint) : null;
		return Attempt.of(name, apiUser.request(endpoint.method(), testData.path(endpoint), body), status, code);
	}

}
