package org.parley.auth.oauth.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.auth.Api;
import org.parley.auth.AuthTest;
import org.parley.auth.Authenticator;
import org.parley.auth.Browser;
import org.parley.auth.TestConditions.MovableClock;
import org.parley.auth.oauth.PageApps;
import org.parley.localstack.LocalStack;
import org.parley.localstack.StackUnavailableException;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * What people see of our pages in a real browser: by day and by night, on a desk and in a
 * hand, and what keeps nobody out. With {@code -Dparley.screenshots=true} the pictures in
 * the documents are taken anew.
 */
@AuthTest
class PagesBrowserIT {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String PASSKEYS = "/api/v1/auth/passkeys";

	private static final List<Screen> SCREENS = List.of(new Screen("", false, 900, 600),
			new Screen("-dark", true, 900, 600), new Screen("-phone", false, 320, 720),
			new Screen("-phone-dark", true, 320, 720));

	private static final AtomicReference<Integer> SERVICE = new AtomicReference<>(0);

	private static final HttpServer DOOR = door();

	private static @Nullable Browser browser;

	private static String axe = "";

	@LocalServerPort
	private int port;

	@Autowired
	private Api api;

	@Autowired
	private PageApps apps;

	@Autowired
	private MovableClock clock;

	@DynamicPropertySource
	static void address(DynamicPropertyRegistry properties) {
		properties.add("parley.public-url", PagesBrowserIT::origin);
	}

	@BeforeAll
	static void start() throws IOException {
		try {
			axe = Files.readString(LocalStack.tool("axe"));
			browser = Browser.start(LocalStack.tool("chromium"));
		}
		catch (StackUnavailableException ex) {
			if (StackUnavailableException.failsTests()) {
				throw ex;
			}
			Assumptions.abort(ex.getMessage());
		}
	}

	@AfterAll
	static void stop() {
		DOOR.stop(0);
		var running = browser;
		if (running != null) {
			running.close();
		}
	}

	@BeforeEach
	void open() {
		SERVICE.set(this.port);
		browser().look(false, 900, 600);
		browser().forgetCookies();
	}

	@Test
	void everyPageIsAccessible() {
		var app = this.apps.register("Photo Frame", "Frames & Co.", PageApps.BACK);
		var grave = this.apps.registerForModerators("Photo Frame", PageApps.BACK);
		var shown = this.apps.device(this.apps.registerDevice("Photo Frame", "Frames & Co."),
				"profile threads:read notifications");
		var somebody = this.api.register();
		this.api.patch("/api/v1/users/me", "{\"displayName\": \"Alice Liddell\"}").as(somebody).send();
		go(PageApps.authorize(app, PageApps.BACK, "profile"));
		look("sign-in");
		fill("login", somebody.username());
		fill("password", "wrong");
		press("form[action='/oauth2/login'] button", "!!document.querySelector('#error')");
		look("sign-in-error");
		fill("password", Api.PASSWORD);
		press("form[action='/oauth2/login'] button", at("/oauth2/consent"));
		look(null);
		go(PageApps.authorize(grave, PageApps.BACK, "profile threads:read threads:write moderation"));
		look("consent");
		go("/oauth2/sign-out?client_id=" + app);
		look("sign-out");
		go("/oauth2/device?user_code=" + shown.userCode());
		look("device");
		press("form[method=post] button", "!!document.querySelector('.usercode')");
		look("device-confirm");
		press("form[action='/oauth2/device_verification'] button", at("/oauth2/consent"));
		look(null);
		press("form[action='/oauth2/device_verification'] button", at("/oauth2/device/done"));
		look("device-done");
		go("/oauth2/device/failed");
		look(null);
		go("/oauth2/device/denied");
		look(null);
		go("/oauth2/apps");
		look(null);
		let(somebody);
		go("/oauth2/apps?withdrawn=true");
		look("apps");
		go("/oauth2/authorize?response_type=code&client_id=nobody");
		look("problem");
		go("/oauth2/login?fresh=true");
		look(null);
		go("/oauth2/signed-out");
		look("signed-out");
	}

	@Test
	void secondFactorPageIsAccessible() {
		var somebody = this.api.register();
		var path = "/api/v1/auth/two-factor";
		var secret = this.api.post(path, JSON.createObjectNode().put("password", Api.PASSWORD).toString())
			.as(somebody)
			.send()
			.data()
			.path("secret")
			.asString();
		this.api.post(path + "/confirm",
				JSON.createObjectNode().put("code", new Authenticator(secret).code(this.clock.instant())).toString())
			.as(somebody)
			.send();
		go("/oauth2/login");
		fill("login", somebody.username());
		fill("password", Api.PASSWORD);
		press("form[action='/oauth2/login'] button", at("/oauth2/login/code"));
		look("code");
		assertThat(browser().run("document.activeElement.id").asString()).isEqualTo("code");
	}

	@Test
	void formsReturnToTheAppWhichMayLeadOn() {
		var back = new AtomicReference<>("");
		var app = server((exchange) -> {
			var asked = exchange.getRequestURI().toString();
			if (!asked.startsWith("/back")) {
				answer(exchange, 200, "home".getBytes(StandardCharsets.UTF_8));
				return;
			}
			back.set(asked);
			exchange.getResponseHeaders()
				.set("Location", "http://localhost:" + exchange.getLocalAddress().getPort() + "/home");
			answer(exchange, 302, new byte[0]);
		});
		try {
			var address = "http://127.0.0.1:" + app.getAddress().getPort() + "/back";
			var local = this.apps.register("Local", "Somebody", address);
			var denied = this.apps.register("Denied", "Somebody", address);
			signIn(this.api.register(), PageApps.authorize(local, address, "profile"), at("/oauth2/consent"));
			press("form[action='/oauth2/authorize'] button", "document.title == '' && location.pathname == '/home'");
			assertThat(back.get()).startsWith("/back?code=");
			browser().open(origin() + "/oauth2/apps");
			go(PageApps.authorize(denied, address, "profile"));
			press("form[action='/oauth2/consent'] button", at("/home"));
			assertThat(back.get()).startsWith("/back?error=access_denied");
			browser().forgetCookies();
			signIn(this.api.register(), "/oauth2/apps", at("/oauth2/apps"));
			browser().run("document.forms[0].action = '" + address + "?stolen'; document.forms[0].submit()");
			assertThat(browser()
				.run("new Promise((done) => addEventListener('securitypolicyviolation', "
						+ "(event) => done(event.effectiveDirective)) || document.forms[0].submit())")
				.asString()).isEqualTo("form-action");
			assertThat(back.get()).doesNotContain("stolen");
		}
		finally {
			app.stop(0);
		}
	}

	@Test
	void passkeySignsIn() {
		withDevice((_) -> {
			var somebody = this.api.register();
			var options = registrationOptions(somebody);
			go("/oauth2/login?continue=%2Foauth2%2Fdevice");
			await().atMost(Duration.ofSeconds(20))
				.until(() -> browser().run("!document.querySelector('#passkey').hidden").asBoolean());
			look("sign-in-passkey");
			var added = addPasskey(somebody, make(options));
			assertThat(added.status()).as(added.toString()).isEqualTo(201);
			press("#passkey button", at("/oauth2/device"));
			assertThat(browser().run("document.querySelector('.me').textContent").asString())
				.contains(somebody.username());
		});
	}

	@Test
	void passkeyRequiresItsOwnerAndAPageOfTheForum() {
		var stranger = server((exchange) -> answer(exchange, 200, "stranger".getBytes(StandardCharsets.UTF_8)));
		try {
			withDevice((device) -> {
				browser().open(origin() + "/oauth2/signed-out");
				var somebody = this.api.register();
				var added = addPasskey(somebody, make(registrationOptions(somebody)));
				assertThat(added.data().at("/transports/0").asString()).isEqualTo("internal");
				var seen = show();
				assertThat(TestUser.of(signIn(seen)).id()).isEqualTo(somebody.id());
				assertThat(signIn(seen).code()).as("a used challenge").isEqualTo("auth.passkey-refused");
				assertThat(TestUser.of(signIn(show())).id()).isEqualTo(somebody.id());
				assertThatIllegalStateException().as("the device already has a passkey")
					.isThrownBy(() -> make(registrationOptions(somebody)))
					.withMessageContaining("InvalidStateError");
				browser().verify(device, false);
				assertThatIllegalStateException().as("a device that does not verify its owner")
					.isThrownBy(this::show)
					.withMessageContaining("NotAllowedError");
				browser().verify(device, true);
				browser().open("http://localhost:" + stranger.getAddress().getPort() + "/");
				assertThat(signIn(show()).code()).as("a page of another origin").isEqualTo("auth.passkey-refused");
			});
		}
		finally {
			stranger.stop(0);
		}
	}

	private static void withDevice(Consumer<String> steps) {
		var device = browser().addDevice(true);
		try {
			steps.accept(device);
		}
		finally {
			browser().removeDevice(device);
		}
	}

	private JsonNode registrationOptions(TestUser somebody) {
		return this.api
			.post(PASSKEYS + "/registration-options", JSON.createObjectNode().put("password", Api.PASSWORD).toString())
			.as(somebody)
			.send()
			.data();
	}

	private static JsonNode make(JsonNode options) {
		return browser()
			.run("navigator.credentials.create({publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(" + options
					+ ")}).then((made) => made.toJSON())");
	}

	private TestResponse addPasskey(TestUser somebody, JsonNode credential) {
		return this.api
			.post(PASSKEYS, JSON.createObjectNode().put("name", "laptop").set("credential", credential).toString())
			.as(somebody)
			.send();
	}

	private JsonNode show() {
		return browser().run("navigator.credentials.get({publicKey: PublicKeyCredential.parseRequestOptionsFromJSON("
				+ this.api.post(PASSKEYS + "/sign-in-options").send().data() + ")}).then((shown) => shown.toJSON())");
	}

	private TestResponse signIn(JsonNode credential) {
		return this.api.post(PASSKEYS + "/sign-in", JSON.createObjectNode().set("credential", credential).toString())
			.send();
	}

	private void signIn(TestUser somebody, String path, String there) {
		go("/oauth2/login?continue=" + java.net.URLEncoder.encode(path, StandardCharsets.UTF_8));
		fill("login", somebody.username());
		fill("password", Api.PASSWORD);
		press("form[action='/oauth2/login'] button", there);
	}

	private void let(TestUser somebody) {
		this.apps.let(somebody.id(), this.apps.register("Photo Frame", "Frames & Co.", PageApps.BACK),
				Set.of("profile", "threads:read"));
		this.apps.let(somebody.id(), this.apps.register("Release Bot", "Bots at Work", PageApps.BACK),
				Set.of("threads:write", "notifications"));
	}

	/** Looks at the page by day and night, near and far, and has it judged. */
	private void look(@Nullable String name) {
		browser().run(axe + ";true");
		for (var screen : SCREENS) {
			browser().look(screen.dark(), screen.width(), screen.height());
			var found = browser()
				.run("axe.run(document, {resultTypes: ['violations'], preload: false}).then((result) => result.violations.map((rule) => "
						+ "rule.id + ': ' + rule.nodes.map((node) => node.html + ' ' + node.failureSummary).join(' | ')).join('; '))");
			assertThat(found.asString()).as(name + screen.name()).isEmpty();
			assertThat(browser().run("document.documentElement.scrollWidth <= innerWidth").asBoolean())
				.as("wider than the screen: " + name + screen.name())
				.isTrue();
			if (name != null && Boolean.getBoolean("parley.screenshots")) {
				keep(name + screen.name(), browser().picture());
			}
		}
		browser().look(false, 900, 600);
	}

	private static void keep(String name, byte[] picture) {
		try {
			var folder = Path.of(System.getProperty("parley.root", "..")).resolve("docs/images/oauth");
			Files.createDirectories(folder);
			Files.write(folder.resolve(name + ".png"), picture);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void go(String path) {
		browser().run("window.before = true; location.assign('" + origin() + path + "')");
		settled("!window.before");
	}

	private static void fill(String field, String text) {
		browser().run("document.getElementById('" + field + "').value = " + JSON.valueToTree(text));
	}

	private static void press(String button, String there) {
		browser().run("window.before = true; document.querySelector(\"" + button + "\").click()");
		settled("!window.before && " + there);
	}

	private static String at(String path) {
		return "location.pathname == '" + path + "'";
	}

	private static void settled(String there) {
		await().atMost(Duration.ofSeconds(20))
			.ignoreExceptions()
			.until(() -> browser().run("document.readyState == 'complete' && (" + there + ")").asBoolean());
	}

	private static Browser browser() {
		return Objects.requireNonNull(browser);
	}

	private static String origin() {
		return "http://localhost:" + DOOR.getAddress().getPort();
	}

	/** In the gateway's place: one address, known before the service has one. */
	private static HttpServer door() {
		var http = HttpClient.newHttpClient();
		return server((exchange) -> {
			var address = URI.create("http://127.0.0.1:" + SERVICE.get() + exchange.getRequestURI());
			var request = HttpRequest.newBuilder(address)
				.method(exchange.getRequestMethod(),
						HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
			for (var name : List.of("Cookie", "Content-Type", "User-Agent", "Accept-Language")) {
				exchange.getRequestHeaders()
					.getOrDefault(name, List.of())
					.forEach((value) -> request.header(name, value));
			}
			try {
				var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
				answer.headers()
					.map()
					.forEach((name, values) -> values
						.forEach((value) -> exchange.getResponseHeaders().add(name, value)));
				exchange.getResponseHeaders().remove("transfer-encoding");
				exchange.getResponseHeaders().remove("content-length");
				answer(exchange, answer.statusCode(), answer.body());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
	}

	private static HttpServer server(com.sun.net.httpserver.HttpHandler handler) {
		try {
			var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			server.createContext("/", handler);
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
		exchange.sendResponseHeaders(status, (body.length > 0) ? body.length : -1);
		if (body.length > 0) {
			exchange.getResponseBody().write(body);
		}
		exchange.close();
	}

	/**
	 * What somebody looks at pages with.
	 *
	 * @param name in the names of pictures
	 * @param dark whether it is night
	 * @param width in pixels
	 * @param height in pixels
	 */
	private record Screen(String name, boolean dark, int width, int height) {
	}

}
