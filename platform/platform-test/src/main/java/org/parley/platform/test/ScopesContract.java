package org.parley.platform.test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the scope of each endpoint with the table of all endpoints. The requests name
 * missing resources or are malformed, so they have no effect.
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
		Line.OF_PEOPLE.forEach((claim) -> claims.claim(claim, null));
		return claims.sign();
	}

	@TestFactory
	default Stream<DynamicTest> endpointsRequireTheirScope() throws IOException, InterruptedException {
		var served = served();
		assertThat(served).isNotEmpty();
		return served.stream()
			.flatMap((line) -> Stream.of(
					DynamicTest.dynamicTest(line + " with all other scopes", () -> refuseOtherScopes(line)),
					DynamicTest.dynamicTest(line + " with its scope", () -> takesItsScope(line)),
					DynamicTest.dynamicTest(line + " for nobody", () -> clientsWithoutPersonHaveNoRights(line))));
	}

	private void refuseOtherScopes(Line line) throws IOException, InterruptedException {
		var answer = send(line, adminsToken(line.others()));
		if (line.scope().isEmpty()) {
			assertThat(answer.statusCode()).isLessThan(500);
			return;
		}
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(Line.JSON.readTree(answer.body()).path("code").asString()).isEqualTo("auth.scope-missing");
	}

	private void takesItsScope(Line line) throws IOException, InterruptedException {
		if (!line.isSafeToTry()) {
			return;
		}
		assertThat(send(line, adminsToken(line.scope())).statusCode()).isNotIn(401, 403).isLessThan(500);
	}

	private void clientsWithoutPersonHaveNoRights(Line line) throws IOException, InterruptedException {
		var status = send(line, programsToken(Line.ALL)).statusCode();
		if (line.forAnyone()) {
			assertThat(status).isNotIn(401, 403).isLessThan(500);
		}
		else {
			assertThat(status).isEqualTo(403);
		}
	}

	private List<Line> served() throws IOException, InterruptedException {
		var document = Line.JSON.readTree(
				Line.HTTP
					.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/openapi.json".formatted(port())))
						.build(), BodyHandlers.ofString())
					.body());
		return Line.table().stream().filter((line) -> line.isIn(document)).toList();
	}

	private HttpResponse<String> send(Line line, String token) throws IOException, InterruptedException {
		var request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:%d/api/v1%s".formatted(port(), line.nobodys())))
			.header("Authorization", "Bearer " + token)
			.header("Content-Type", "application/json")
			.method(line.method(),
					line.method().startsWith("P") ? BodyPublishers.ofString("{\"surprise\":1}")
							: BodyPublishers.noBody())
			.build();
		return Line.HTTP.send(request, BodyHandlers.ofString());
	}

	/**
	 * A row of the table.
	 *
	 * @param method such as {@code GET}
	 * @param path below {@code /api/v1}
	 * @param who the permitted callers
	 * @param scope the required scope; empty when no token is required, {@code -} when no
	 * scope is sufficient
	 */
	record Line(String method, String path, String who, String scope) {

		private static final List<String> OF_PEOPLE = List.of("roles", "preferred_username", "name", "sid", "ver");

		private static final List<String> SCOPES = List.of("openid", "profile", "email", "threads:read",
				"threads:write", "chat:read", "chat:write", "social:read", "social:write", "media:write",
				"notifications", "webhooks", "moderation", "admin");

		private static final String ALL = String.join(" ", SCOPES);

		/** The operation would have an effect in spite of the missing resource. */
		private static final List<String> HARMFUL = List.of("POST /admin/keys/rotate");

		private static final Pattern NAME = Pattern.compile("\\{\\w+}");

		private static final JsonMapper JSON = JsonMapper.shared();

		private static final HttpClient HTTP = HttpClient.newHttpClient();

		static List<Line> table() throws IOException {
			var table = Path.of(System.getProperty("parley.root", ".."),
					"verify/e2e-tests/src/test/resources/org/parley/e2e/endpoints.txt");
			return Files.readAllLines(table)
				.stream()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map(Line::of)
				.toList();
		}

		private static Line of(String text) {
			var cells = List.of(text.strip().split("\\s+"));
			var scope = cells.stream().filter((cell) -> cell.startsWith("scope=")).findFirst().orElse("scope=");
			return new Line(cells.get(0), cells.get(1), cells.get(2), scope.substring("scope=".length()));
		}

		boolean isIn(JsonNode document) {
			return document.path("paths").path("/api/v1" + this.path).has(this.method.toLowerCase(Locale.ROOT));
		}

		boolean isSafeToTry() {
			return !this.scope.isEmpty() && !this.scope.equals("-") && !HARMFUL.contains(toString());
		}

		boolean forAnyone() {
			return this.who.equals("anyone");
		}

		String others() {
			return String.join(" ", SCOPES.stream().filter((other) -> !other.equals(this.scope)).toList());
		}

		/** An id that does not exist. */
		String nobodys() {
			return NAME.matcher(this.path).replaceAll("01JZZZZZZZZZZZZZZZZZZZZZZX");
		}

		@Override
		public String toString() {
			return this.method + " " + this.path;
		}

	}

}
