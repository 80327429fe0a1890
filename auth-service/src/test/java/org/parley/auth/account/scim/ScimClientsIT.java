package org.parley.auth.account.scim;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.auth.AuthTest;
import org.parley.auth.Scene;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestResponse;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The requests of real directories in their order, with what they read of the answers.
 */
@AuthTest
class ScimClientsIT extends Scene {

	private static final String TOKENS = "/api/v1/admin/directory-tokens";

	private final Map<String, String> values = new HashMap<>();

	private String token = "";

	private String tokenId = "";

	@BeforeEach
	void createToken() {
		var name = "p" + Ids.next().substring(10).toLowerCase(Locale.ROOT);
		this.values.put("name", name);
		this.values.put("NAME", name.toUpperCase(Locale.ROOT));
		var created = this.api.post(TOKENS, """
				{"description": "A directory", "password": "the admin's password"}""").as(this.api.admin()).send();
		this.token = created.data().path("token").asString();
		this.tokenId = created.data().path("id").asString();
	}

	@AfterEach
	void revokeToken() {
		this.api.delete(TOKENS + "/" + this.tokenId).as(this.api.admin()).send();
	}

	@ParameterizedTest
	@CsvSource({ "okta, application/scim+json; charset=utf-8", "entra-default, application/scim+json; charset=utf-8",
			"entra-compliant, application/scim+json", "keycloak, application/json", "authentik, application/scim+json",
			"whole-resources, application/json; charset=UTF-8" })
	void requestsOfDirectoryAreAnswered(String directory, String type) throws IOException {
		var text = new ClassPathResource("scim/" + directory + ".txt").getContentAsString(StandardCharsets.UTF_8);
		for (var block : text.split("\n\n", -1)) {
			if (!block.startsWith("#")) {
				var lines = block.strip().split("\n", 2);
				check(lines[0], lines[1], send(filled(lines[0]), type));
			}
		}
	}

	private TestResponse send(String request, String type) {
		var start = request.indexOf(" {");
		var end = (start < 0) ? request.length() : start;
		var method = request.substring(0, request.indexOf(' '));
		var path = encoded(request.substring(method.length() + 1, end));
		var sent = this.api.request(method, "/scim/v2" + path, (start < 0) ? null : request.substring(start + 1))
			.token(this.token)
			.header("Accept", type.split(";", 2)[0]);
		return ((start < 0) ? sent : sent.header("Content-Type", type)).send();
	}

	private void check(String request, String expected, TestResponse answer) {
		assertThat(answer.status()).as(request + " " + answer).isEqualTo(Integer.parseInt(expected.substring(0, 3)));
		if (answer.status() != 204) {
			assertThat(answer.header("Content-Type")).as(request).startsWith("application/scim+json");
		}
		Arrays.stream(expected.substring(3).strip().split(" ; ", -1))
			.filter((part) -> !part.isBlank())
			.forEach((part) -> checkPart(request, part, answer));
	}

	private void checkPart(String request, String part, TestResponse answer) {
		var at = part.indexOf('/');
		var end = Math.max(part.indexOf('='), part.indexOf('>'));
		var found = answer.body().at(part.substring(at, (end < 0) ? part.length() : end));
		var value = filled(part.substring(end + 1));
		if (part.startsWith("!")) {
			assertThat(found.isMissingNode()).as(request + " " + part).isTrue();
		}
		else if (part.startsWith("#")) {
			assertThat(found.isArray()).as(request + " " + part).isTrue();
			assertThat(found.size()).as(request + " " + part).isEqualTo(Integer.parseInt(value));
		}
		else if (part.charAt(end) == '>') {
			this.values.put(value, found.asString());
		}
		else {
			assertThat(found.asString("")).as(request + " " + part).isEqualTo(value);
		}
	}

	private String filled(String text) {
		var all = text;
		for (var value : this.values.entrySet()) {
			all = all.replace("{" + value.getKey() + "}", value.getValue());
		}
		return all;
	}

	/** Encodes the values of the query, unless the recording has done so. */
	private static String encoded(String path) {
		var query = path.indexOf('?');
		if (query < 0 || path.contains("%")) {
			return path;
		}
		return path.substring(0, query + 1) + Arrays.stream(path.substring(query + 1).split("&"))
			.map((pair) -> pair.split("=", 2))
			.map((pair) -> pair[0] + "=" + URLEncoder.encode(pair[1], StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

}
