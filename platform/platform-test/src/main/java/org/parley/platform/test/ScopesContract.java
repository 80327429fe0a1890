package org.parley.platform.test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.parley.platform.test.client.TestTokens;
import org.parley.platform.test.endpoint.Endpoint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The access rules are in force: compares the scope of one endpoint of each group and
 * scope with the table of all endpoints, which
 * {@link org.parley.platform.test.endpoint.EndpointsContract} does for all. The requests
 * name missing resources or are malformed, so they have no effect.
 */
public interface ScopesContract {

	/** The port of the service. */
	int port();

	default String adminsToken(String scopes) {
		return TestTokens.claims("somebody", "somebody", "moderator", "admin").claim("scope", scopes).sign();
	}

	/** A client's token without a person, with these scopes. */
	default String programsToken(String scopes) {
		var claims = TestTokens.claims("a-program", "").claim("scope", scopes);
		Wire.OF_PEOPLE.forEach((claim) -> claims.claim(claim, null));
		return claims.sign();
	}

	@TestFactory
	default Stream<DynamicTest> endpointsRequireTheirScope() throws IOException, InterruptedException {
		var served = served();
		assertThat(served).isNotEmpty();
		return served.stream()
			.flatMap((endpoint) -> Stream.of(
					DynamicTest.dynamicTest(endpoint + " with all other scopes", () -> refuseOtherScopes(endpoint)),
					DynamicTest.dynamicTest(endpoint + " with its scope", () -> takesItsScope(endpoint)), DynamicTest
						.dynamicTest(endpoint + " for nobody", () -> clientsWithoutPersonHaveNoRights(endpoint))));
	}

	private void refuseOtherScopes(Endpoint endpoint) throws IOException, InterruptedException {
		var others = Endpoint.SCOPES.stream().filter((scope) -> !scope.equals(endpoint.scope())).toList();
		var answer = send(endpoint, adminsToken(String.join(" ", others)));
		if (endpoint.scope().isEmpty()) {
			assertThat(answer.statusCode()).isLessThan(500);
			return;
		}
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(Wire.JSON.readTree(answer.body()).path("code").asString()).isEqualTo("auth.scope-missing");
	}

	private void takesItsScope(Endpoint endpoint) throws IOException, InterruptedException {
		if (!endpoint.requiresScope() || endpoint.isFirstParty() || Wire.HARMFUL.contains(endpoint.toString())) {
			return;
		}
		assertThat(send(endpoint, adminsToken(endpoint.scope())).statusCode()).isNotIn(401, 403).isLessThan(500);
	}

	private void clientsWithoutPersonHaveNoRights(Endpoint endpoint) throws IOException, InterruptedException {
		var status = send(endpoint, programsToken(String.join(" ", Endpoint.SCOPES))).statusCode();
		if (endpoint.who() == Endpoint.Who.ANYONE) {
			assertThat(status).isNotIn(401, 403).isLessThan(500);
		}
		else {
			assertThat(status).isEqualTo(403);
		}
	}

	private List<Endpoint> served() throws IOException, InterruptedException {
		var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/openapi.json".formatted(port()))).build();
		var document = Wire.JSON.readTree(Wire.HTTP.send(request, BodyHandlers.ofString()).body());
		return Endpoint.all()
			.stream()
			.filter((endpoint) -> Wire.isIn(document, endpoint) && endpoint.isFirstOfItsScope())
			.toList();
	}

	private HttpResponse<String> send(Endpoint endpoint, String token) throws IOException, InterruptedException {
		var path = "/api/v1" + endpoint.pathOf("01JZZZZZZZZZZZZZZZZZZZZZZX");
		var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port(), path)))
			.header("Authorization", "Bearer " + token)
			.header("Content-Type", "application/json")
			.method(endpoint.method(),
					endpoint.method().startsWith("P") ? BodyPublishers.ofString("{\"surprise\":1}")
							: BodyPublishers.noBody())
			.build();
		return Wire.HTTP.send(request, BodyHandlers.ofString());
	}

	/** How the requests are sent. */
	final class Wire {

		private static final List<String> OF_PEOPLE = List.of("roles", "preferred_username", "name", "sid", "ver");

		/** The operation would have an effect in spite of the missing resource. */
		private static final List<String> HARMFUL = List.of("POST /admin/keys/rotate");

		private static final JsonMapper JSON = JsonMapper.shared();

		private static final HttpClient HTTP = HttpClient.newHttpClient();

		private Wire() {
		}

		private static boolean isIn(JsonNode document, Endpoint endpoint) {
			return document.path("paths")
				.path("/api/v1" + endpoint.path())
				.has(endpoint.method().toLowerCase(Locale.ROOT));
		}

	}

}
