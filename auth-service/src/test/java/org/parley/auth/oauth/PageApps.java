package org.parley.auth.oauth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.auth.Api;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;

/** Registered apps, for tests of pages. */
public class PageApps {

	/** Redirect URI of an app. */
	public static final String BACK = "http://127.0.0.1:9/back";

	/** Code verifier of an app. */
	public static final String VERIFIER = OAuthScene.VERIFIER;

	/** Home page of an app. */
	public static final String HOME = "https://frames.example.org/about?a=b&c=d";

	private static final String DESCRIPTION = "Shows the latest threads on the wall of your kitchen.";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newHttpClient();

	private final Api api;

	private final OAuth2AuthorizationConsentService consents;

	private final Environment environment;

	PageApps(Api api, OAuth2AuthorizationConsentService consents, Environment environment) {
		this.api = api;
		this.consents = consents;
		this.environment = environment;
	}

	/** Registers an app with this redirect URI and owner. */
	public String register(String name, String maker, String back) {
		var app = app(name, "native", Api.PASSWORD);
		app.putArray("redirectUris").add(back);
		return registered("/api/v1/users/me/apps", app, maker(maker));
	}

	/** Registers an app for devices. */
	public String registerDevice(String name, String maker) {
		return registered("/api/v1/users/me/apps", app(name, "device", Api.PASSWORD), maker(maker));
	}

	/** Registers an app of the operator with privileged scopes. */
	public String registerForModerators(String name, String back) {
		var app = app(name, "native", "the admin's password");
		app.putArray("redirectUris").add(back);
		app.withArray("scopes").add("moderation");
		return registered("/api/v1/admin/oauth-clients", app, this.api.admin());
	}

	/** Starts a device authorization and returns its codes. */
	public Shown device(String app, String scopes) {
		var body = "client_id=" + app + "&scope=" + scopes.replace(" ", "%20");
		var answer = post("/oauth2/device_authorization", body);
		var said = JSON.readTree(answer);
		return new Shown(said.path("user_code").asString(), said.path("device_code").asString());
	}

	/** The token response for a code or device. */
	public String token(String body) {
		return post("/oauth2/token", body);
	}

	/** Stores an earlier consent. */
	public void let(String person, String app, Set<String> scopes) {
		var consent = OAuth2AuthorizationConsent.withId(app, person);
		scopes.forEach(consent::scope);
		this.consents.save(consent.build());
	}

	/** The stored consent, or null. */
	public @Nullable Set<String> granted(String person, String app) {
		var consent = this.consents.findById(app, person);
		return (consent != null) ? consent.getScopes() : null;
	}

	/** The address of an authorization request. */
	public static String authorize(String app, String back, String scopes) {
		return "/oauth2/authorize?response_type=code&client_id=" + app + "&redirect_uri=" + OAuthScene.encoded(back)
				+ "&state=of-the-app&code_challenge_method=S256&code_challenge="
				+ OAuthScene.challenge(OAuthScene.VERIFIER) + "&scope=" + scopes.replace(" ", "%20");
	}

	private static ObjectNode app(String name, String kind, String password) {
		var app = JSON.createObjectNode()
			.put("name", name)
			.put("description", DESCRIPTION)
			.put("homePage", HOME)
			.put("kind", kind)
			.put("password", password);
		List.of("profile", "email", "threads:read", "threads:write", "notifications")
			.forEach(app.withArray("scopes")::add);
		return app;
	}

	private TestUser maker(String name) {
		var maker = this.api.register();
		this.api.patch("/api/v1/users/me", JSON.createObjectNode().put("displayName", name).toString())
			.as(maker)
			.send();
		return maker;
	}

	private String registered(String address, ObjectNode app, TestUser by) {
		var answer = this.api.post(address, app.toString()).as(by).send();
		if (answer.status() != 201) {
			throw new AssertionError(answer);
		}
		return answer.data().path("id").asString();
	}

	private String post(String path, String body) {
		var port = this.environment.getProperty("local.server.port");
		var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		try {
			return this.http.send(request, HttpResponse.BodyHandlers.ofString()).body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A device that waits.
	 *
	 * @param userCode what it shows
	 * @param deviceCode what it asks with
	 */
	public record Shown(String userCode, String deviceCode) {
	}

}
