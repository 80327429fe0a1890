package org.parley.auth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A headless Chromium with devices made of software.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/tot/WebAuthn/">Chrome
 * DevTools Protocol, WebAuthn</a>
 */
public final class Browser implements AutoCloseable {

	private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/.*");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newHttpClient();

	private final Path profile;

	private final Process process;

	private final Wire wire = new Wire();

	private final WebSocket socket;

	private Browser(Path program) throws IOException, InterruptedException {
		this.profile = Files.createTempDirectory("parley-browser");
		this.process = new ProcessBuilder(program.toString(), "--headless", "--no-sandbox", "--disable-gpu",
				"--disable-software-rasterizer", "--hide-scrollbars", "--disable-dev-shm-usage", "--no-first-run",
				"--js-flags=--no-opt --no-maglev", "--user-data-dir=" + this.profile, "--remote-debugging-port=0",
				"about:blank")
			.redirectErrorStream(true)
			.start();
		this.socket = connect(listening(this.process.inputReader()));
		call("WebAuthn.enable", JSON.createObjectNode());
	}

	public static Browser start(Path program) {
		try {
			return new Browser(program);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Goes to a page, and waits until it is there. */
	public void open(String address) {
		call("Page.navigate", JSON.createObjectNode().put("url", address));
		Awaitility.await()
			.until(() -> run("location.href + document.readyState").asString().equals(address + "complete"));
	}

	/**
	 * A device that keeps passkeys, and is touched at once; it knows its owner or not.
	 */
	public String addDevice(boolean verified) {
		var options = JSON.createObjectNode()
			.put("protocol", "ctap2")
			.put("ctap2Version", "ctap2_1")
			.put("transport", "internal")
			.put("hasResidentKey", true)
			.put("hasUserVerification", true)
			.put("automaticPresenceSimulation", true)
			.put("isUserVerified", verified);
		return call("WebAuthn.addVirtualAuthenticator", JSON.createObjectNode().set("options", options))
			.path("authenticatorId")
			.asString();
	}

	/** Takes a device away, so that pages are not answered by it. */
	public void removeDevice(String device) {
		call("WebAuthn.removeVirtualAuthenticator", JSON.createObjectNode().put("authenticatorId", device));
	}

	/** Whether the device knows its owner from now on. */
	public void verify(String device, boolean verified) {
		call("WebAuthn.setUserVerified",
				JSON.createObjectNode().put("authenticatorId", device).put("isUserVerified", verified));
	}

	/** What a script comes to, once its promise is kept. */
	public JsonNode run(String script) {
		var result = call("Runtime.evaluate",
				JSON.createObjectNode()
					.put("expression", script)
					.put("awaitPromise", true)
					.put("returnByValue", true)
					.put("userGesture", true));
		if (result.has("exceptionDetails")) {
			throw new IllegalStateException(result.at("/exceptionDetails/exception/description").asString());
		}
		return result.at("/result/value");
	}

	/**
	 * Who looks at pages: by day or by night, at a screen of this size where nothing
	 * moves.
	 */
	public void look(boolean dark, int width, int height) {
		var scheme = JSON.createObjectNode().put("name", "prefers-color-scheme").put("value", dark ? "dark" : "light");
		var still = JSON.createObjectNode().put("name", "prefers-reduced-motion").put("value", "reduce");
		call("Emulation.setEmulatedMedia",
				JSON.createObjectNode().set("features", JSON.createArrayNode().add(scheme).add(still)));
		call("Emulation.setDeviceMetricsOverride",
				JSON.createObjectNode()
					.put("width", width)
					.put("height", height)
					.put("deviceScaleFactor", 1)
					.put("mobile", width < 600));
	}

	/** The page from top to bottom, as PNG. */
	public byte[] picture() {
		var taken = call("Page.captureScreenshot",
				JSON.createObjectNode().put("format", "png").put("captureBeyondViewport", true).set("clip", whole()));
		return Base64.getDecoder().decode(taken.path("data").asString());
	}

	private JsonNode whole() {
		var size = call("Page.getLayoutMetrics", JSON.createObjectNode()).path("cssContentSize");
		return JSON.createObjectNode()
			.put("x", 0)
			.put("y", 0)
			.put("width", size.path("width").asDouble())
			.put("height", size.path("height").asDouble())
			.put("scale", 1);
	}

	/** Forgets who is signed in. */
	public void forgetCookies() {
		call("Network.clearBrowserCookies", JSON.createObjectNode());
	}

	@Override
	public void close() {
		this.socket.abort();
		this.process.destroy();
		this.process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
		try (var files = Files.walk(this.profile)) {
			for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private JsonNode call(String method, JsonNode parameters) {
		var id = this.wire.next();
		var answer = this.wire.expect(id);
		this.socket
			.sendText(JSON.createObjectNode().put("id", id).put("method", method).set("params", parameters).toString(),
					true)
			.join();
		var said = answer.orTimeout(20, TimeUnit.SECONDS).join();
		if (said.has("error")) {
			throw new IllegalStateException(method + ": " + said.path("error"));
		}
		return said.path("result");
	}

	private WebSocket connect(String authority) throws IOException, InterruptedException {
		var pages = JSON.readTree(
				this.http
					.send(HttpRequest.newBuilder(URI.create("http://" + authority + "/json/list")).build(),
							HttpResponse.BodyHandlers.ofString())
					.body());
		var page = pages.valueStream().filter((target) -> target.path("type").asString().equals("page")).findFirst();
		return this.http.newWebSocketBuilder()
			.buildAsync(URI.create(page.orElseThrow().path("webSocketDebuggerUrl").asString()), this.wire)
			.join();
	}

	private static String listening(BufferedReader output) throws IOException {
		for (var line = output.readLine(); line != null; line = output.readLine()) {
			var listening = LISTENING.matcher(line);
			if (listening.matches()) {
				Thread.ofVirtual().start(() -> output.lines().forEach((_) -> {
				}));
				return listening.group(1);
			}
		}
		throw new IllegalStateException("The browser ended before it listened");
	}

	/** What the browser says, to whom it was asked. */
	private static final class Wire implements WebSocket.Listener {

		private final AtomicInteger ids = new AtomicInteger();

		private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();

		private final StringBuilder begun = new StringBuilder();

		int next() {
			return this.ids.incrementAndGet();
		}

		CompletableFuture<JsonNode> expect(int id) {
			return this.asked.computeIfAbsent(id, (_) -> new CompletableFuture<>());
		}

		@Override
		public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
			this.begun.append(data);
			if (last) {
				var message = JSON.readTree(this.begun.toString());
				this.begun.setLength(0);
				if (message instanceof ObjectNode answer && answer.has("id")) {
					expect(answer.path("id").asInt()).complete(answer);
				}
			}
			socket.request(1);
			return null;
		}

	}

}
