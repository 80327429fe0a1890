package org.parley.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.localstack.LocalStack;
import org.parley.running.EndToEnd;
import org.parley.running.NodeProgram;
import org.parley.running.RunningSystem;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tests the web client in a real browser; the programs are in {@code web/test}.
 */
@EndToEnd
class WebPagesIT {

	private static final Path WEB = Path.of(System.getProperty("parley.root"), "web");

	private static final String BROWSER_TESTS = "test:browser";

	/** Another script of the web client, such as {@code screenshots}. */
	private static final String SCRIPT = System.getProperty("parley.web.script", BROWSER_TESTS);

	/** The length to which threads must scroll as fast as short ones. */
	private static final int MANY_POSTS = 100_000;

	/** The files of the first try that failed, which alone are tried again. */
	private static final Path FAILED = WEB.resolve(Path.of(".svelte-kit", "failed-tests"));

	private static @Nullable String failed;

	private static @Nullable String longThread;

	private final RunningSystem system;

	WebPagesIT(RunningSystem system) {
		this.system = system;
	}

	@Test
	void pagesWorkInBrowser() throws IOException, InterruptedException {
		try {
			run("web-pages", failed);
		}
		finally {
			failed = Files.exists(FAILED) ? Files.readString(FAILED) : null;
		}
	}

	/**
	 * Others register meanwhile in no other test, because the rule is one for everybody.
	 */
	@Test
	void pagesForNewcomersFollowTheRules() throws IOException, InterruptedException {
		if (SCRIPT.equals(BROWSER_TESTS)) {
			this.system.ageNewcomers();
			run("web-pages-alone", "test/alone/*.test.js");
		}
	}

	private void run(String name, @Nullable String files) throws IOException, InterruptedException {
		var program = new ProcessBuilder("bash", WEB.resolve("npm.sh").toString(), SCRIPT);
		var night = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		night.createContext("/", this::passNight);
		night.start();
		try {
			program.environment().put("PARLEY_SCENE", scene(night.getAddress()));
			if (files != null) {
				program.environment().put("PARLEY_BROWSER_TESTS", files);
			}
			NodeProgram.assertSucceed(program, name, Duration.ofMinutes(50));
		}
		finally {
			night.stop(0);
		}
	}

	/**
	 * Lets the programs wait for the next morning of the person in the path, to whom
	 * digests are sent then.
	 */
	private void passNight(HttpExchange exchange) throws IOException {
		try (exchange) {
			this.system.passNight(exchange.getRequestURI().getPath().substring(1));
			exchange.sendResponseHeaders(204, -1);
		}
	}

	/** Creates the long thread before the first program, as all of them may read it. */
	private String longThread() {
		if (longThread == null) {
			longThread = this.system.longThread(MANY_POSTS);
		}
		return longThread;
	}

	private String scene(InetSocketAddress night) {
		var admin = Objects.requireNonNull(this.system.logins().accounts().get("admin"));
		return JsonMapper.shared()
			.writeValueAsString(Map.of("gateway", this.system.status().gateway(), "password", admin.password(),
					"chromium", LocalStack.tool("chromium").toString(), "mails", this.system.mails(), "erasesAtOnce",
					true, "webhookSecret", this.system.demoEnvironment().webhookSecret(), "longThread",
					Map.of("id", longThread(), "posts", MANY_POSTS), "night", "http://127.0.0.1:" + night.getPort()));
	}

}
