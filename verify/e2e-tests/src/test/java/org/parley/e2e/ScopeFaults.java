package org.parley.e2e;

import java.util.stream.Stream;

import org.parley.platform.test.endpoint.Endpoint;

/**
 * Tokens of an authorized user without the required scope, once a service and scope;
 * {@code EndpointsContract} tries every endpoint.
 */
final class ScopeFaults implements Faults {

	@Override
	public Stream<Attempt> of(Endpoint endpoint, TestData testData) {
		return (endpoint.requiresScope() && endpoint.isFirstOfItsScope()) ? Stream.of(attempt(endpoint, testData))
				: Stream.empty();
	}

	private static Attempt attempt(Endpoint endpoint, TestData testData) {
		var others = Scopes.of(endpoint).stream().filter((scope) -> !scope.equals(endpoint.scope())).toList();
		var person = testData.people().scoped(endpoint, others);
		var body = endpoint.takesBody() ? testData.body(endpoint) : null;
		return Attempt.of("a token for " + String.join(" ", others),
				person.request(endpoint.method(), testData.path(endpoint), body), 403, "auth.scope-missing");
	}

}
