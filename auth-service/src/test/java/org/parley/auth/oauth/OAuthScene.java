package org.parley.auth.oauth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jsoup.Jsoup;
import org.parley.auth.Scene;
import org.parley.auth.oauth.OAuthDoubles.Browsers;
import org.parley.auth.user.User;
import org.parley.platform.test.client.TestTokens;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

/** Base of tests in which apps request access. */
abstract class OAuthScene extends Scene {

	static final String ISSUER = TestTokens.ISSUER;

	static final String VERIFIER = "a-verifier-of-forty-three-characters-or-more-0";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newHttpClient();

	@Value("${local.server.port}")
	private int port;

	@Autowired
	protected Browsers browsers;

	/** A user with a verified address. */
	protected TestUser verified() {
		var somebody = this.api.register();
		change(somebody, Update.update("emailVerified", true));
		return somebody;
	}

	protected void change(TestUser somebody, Update update) {
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(somebody.id())), update, User.class);
	}

	/**
	 * What apps ask for, with changes as pairs of name and value; an empty one is left
	 * out.
	 */
	protected static Map<String, String> request(String client, String... changes) {
		return with(Map.of("response_type", "code", "client_id", client, "redirect_uri", OAuthDoubles.BACK, "scope",
				"openid profile threads:read", "state", "a state & more", "nonce", "n-1", "code_challenge",
				challenge(VERIFIER), "code_challenge_method", "S256"), changes);
	}

	protected static Map<String, String> with(Map<String, String> parameters, String... changes) {
		Map<String, String> changed = new LinkedHashMap<>(parameters);
		for (int i = 0; i < changes.length; i += 2) {
			if (changes[i + 1].isEmpty()) {
				changed.remove(changes[i]);
			}
			else {
				changed.put(changes[i], changes[i + 1]);
			}
		}
		return changed;
	}

	protected Call authorize(Map<String, String> request) {
		return call("GET", "/oauth2/authorize?" + form(request), null);
	}

	/** Requests authorization, consents and returns the code. */
	protected String code(TestUser somebody, Map<String, String> request) {
		var asked = authorize(request).by(somebody).send();
		assertThat(asked.status()).as(asked.toString()).isIn(302, 303);
		if (asked.location().startsWith(ISSUER + "/oauth2/consent")) {
			asked = consent(somebody, asked);
		}
		assertThat(asked.location()).as(asked.toString()).contains("code=");
		return asked.query("code");
	}

	protected Reply consent(TestUser somebody, Reply asked) {
		return consenting(somebody, asked).send();
	}

	/** The form of the consent page that grants all requested scopes. */
	protected Call consenting(TestUser somebody, Reply asked) {
		var fields = "client_id=" + encoded(asked.query("client_id")) + "&state=" + encoded(asked.query("state"));
		for (var scope : asked.query("scope").split(" ", -1)) {
			fields += "&scope=" + encoded(scope);
		}
		return form(somebody, asked, "/oauth2/authorize", fields);
	}

	/** The form of the consent page with its CSRF token. */
	protected Call form(TestUser somebody, Reply asked, String target, String fields) {
		var page = get(asked.location().substring(ISSUER.length())).by(somebody).send();
		var cookie = page.header("Set-Cookie").split(";", -1)[0];
		var token = Jsoup.parse(page.body()).select("form[action=%s] [name=_csrf]".formatted(target)).attr("value");
		return call("POST", target, fields + "&_csrf=" + encoded(token)).by(somebody).header("Cookie", cookie);
	}

	protected Call token(String client, String... parameters) {
		return post("/oauth2/token", parameters).secret(client, OAuthDoubles.SECRET);
	}

	protected Call tokenFor(String client, String code, String... changes) {
		return token(client).form(with(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri",
				OAuthDoubles.BACK, "code_verifier", VERIFIER), changes));
	}

	protected Call refresh(String client, String refreshToken) {
		return token(client, "grant_type", "refresh_token", "refresh_token", refreshToken);
	}

	/** The token response of a granted request. */
	protected JsonNode given(TestUser somebody, String client, String... changes) {
		var answer = tokenFor(client, code(somebody, request(client, changes))).send();
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		return answer.json();
	}

	protected static JWTClaimsSet claims(JsonNode token) {
		try {
			return SignedJWT.parse(token.asString()).getJWTClaimsSet();
		}
		catch (ParseException ex) {
			throw new AssertionError(token.toString(), ex);
		}
	}

	protected Call get(String path) {
		return call("GET", path, null);
	}

	protected Call post(String path, String... parameters) {
		return call("POST", path, form(with(Map.of(), parameters)));
	}

	protected Call call(String method, String path, @org.jspecify.annotations.Nullable String form) {
		return new Call(method, path, form);
	}

	static String form(Map<String, String> parameters) {
		return parameters.entrySet()
			.stream()
			.map((one) -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
			.collect(Collectors.joining("&"));
	}

	static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	static String challenge(String verifier) {
		try {
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(
						MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A request to send. */
	final class Call {

		private final String method;

		private final String path;

		private final Map<String, String> headers = new LinkedHashMap<>();

		private @org.jspecify.annotations.Nullable String form;

		Call(String method, String path, @org.jspecify.annotations.Nullable String form) {
			this.method = method;
			this.path = path;
			this.form = form;
		}

		Call form(Map<String, String> parameters) {
			this.form = OAuthScene.form(parameters);
			return this;
		}

		/** One more parameter of the form. */
		Call and(String name, String value) {
			this.form = (this.form == null || this.form.isEmpty()) ? name + "=" + encoded(value)
					: this.form + "&" + name + "=" + encoded(value);
			return this;
		}

		Call by(TestUser somebody) {
			return by(somebody, 0);
		}

		Call by(TestUser somebody, long seconds) {
			var session = claims(JSON.valueToTree(somebody.accessToken())).getClaim("sid");
			return header(Browsers.HEADER, "%s %s %d".formatted(somebody.id(), session, seconds));
		}

		Call secret(String client, String secret) {
			return header("Authorization", "Basic " + Base64.getEncoder()
				.encodeToString((encoded(client) + ":" + encoded(secret)).getBytes(StandardCharsets.UTF_8)));
		}

		Call anonymous() {
			this.headers.remove("Authorization");
			return this;
		}

		Call header(String name, String value) {
			this.headers.put(name, value);
			return this;
		}

		Reply send() {
			var body = (this.form != null) ? HttpRequest.BodyPublishers.ofString(this.form)
					: HttpRequest.BodyPublishers.noBody();
			var builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + OAuthScene.this.port + this.path))
				.method(this.method, body);
			if (this.form != null && !this.headers.containsKey("Content-Type")) {
				builder.setHeader("Content-Type", "application/x-www-form-urlencoded");
			}
			this.headers.forEach(builder::setHeader);
			try {
				var response = OAuthScene.this.http.send(builder.build(), HttpResponse.BodyHandlers.ofString());
				return new Reply(response.statusCode(), response.headers(), response.body());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
		}

	}

	/** A response. */
	record Reply(int status, java.net.http.HttpHeaders headers, String body) {

		String header(String name) {
			return this.headers.firstValue(name).orElse("");
		}

		String location() {
			return header("Location");
		}

		String query(String name) {
			return Objects.requireNonNullElse(queries().get(name), "");
		}

		private Map<String, String> queries() {
			Map<String, String> found = new LinkedHashMap<>();
			for (var pair : location().substring(location().indexOf('?') + 1).split("&", -1)) {
				var parts = pair.split("=", 2);
				found.put(parts[0], (parts.length > 1) ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
			}
			return found;
		}

		JsonNode json() {
			return JSON.readTree(this.body);
		}

		String error() {
			return this.body.startsWith("{") ? json().path("error").asString("") : "";
		}

	}

}
