package org.parley.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.parley.localstack.LocalStack;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tests the web client in a real browser; the programs are in {@code web/test}.
 */
@EndToEnd
class WebPagesIT {

	private static final Path WEB = Path.of(System.getProperty("parley.root"), "web");

	/** Another script of the web client, such as {@code screenshots}. */
	private static final String SCRIPT = System.getProperty("parley.web.script", "test:browser");

	private final RunningSystem system;

	WebPagesIT(RunningSystem system) {
		this.system = system;
	}

	@Test
	void pagesWorkInBrowser() throws IOException, InterruptedException {
		var program = new ProcessBuilder("bash", WEB.resolve("npm.sh").toString(), SCRIPT);
		program.environment().put("PARLEY_SCENE", scene());
		NodeTests.assertSucceed(program, "web-pages", Duration.ofMinutes(20));
	}

	private String scene() {
		var admin = Objects.requireNonNull(this.system.logins().accounts().get("admin"));
		return JsonMapper.shared()
			.writeValueAsString(Map.of("gateway", this.system.status().gateway(), "password", admin.password(),
					"chromium", LocalStack.tool("chromium").toString(), "mails", this.system.mails(), "erasesAtOnce",
					true, "webhookSecret", this.system.demoEnvironment().webhookSecret()));
	}

}
