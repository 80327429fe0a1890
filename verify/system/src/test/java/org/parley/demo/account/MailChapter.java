package org.parley.demo.account;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.parley.demo.stage.DemoEnvironment.Letter;
import org.parley.demo.stage.DemoState;
import org.parley.demo.stage.DemoStep;
import org.parley.launcher.client.Await;

/** Verification of mail addresses and reset of passwords by mail. */
public final class MailChapter {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final String NEW_PASSWORD = "four other words entirely";

	private final DemoState demoState;

	private final Function<String, List<Letter>> mailbox;

	public MailChapter(DemoState demoState, Function<String, List<Letter>> mailbox) {
		this.demoState = demoState;
		this.mailbox = mailbox;
	}

	public List<DemoStep> steps() {
		return List.of(new DemoStep("The link in a mail verifies the address", this::verify),
				new DemoStep("A link works once", this::again),
				new DemoStep("A forgotten password sends a mail; the response does not reveal accounts", this::forgot),
				new DemoStep("The mail's link sets a new password and ends every session", this::reset));
	}

	private String verify() {
		var letter = letter("/verify-email");
		this.demoState.store("verification", token(letter));
		this.demoState.guest().post("/auth/verify-email", Map.of("token", token(letter))).is(200);
		this.demoState.user("nora").get("/users/me").is(200).has("/data/emailVerified", true);
		return letter.subject();
	}

	private String again() {
		return this.demoState.guest()
			.post("/auth/verify-email", Map.of("token", this.demoState.value("verification")))
			.refused(400, "auth.link-invalid")
			.refusal();
	}

	private String forgot() {
		this.demoState.guest().post("/auth/forgot-password", Map.of("email", "nobody@example.org")).is(202);
		var answer = this.demoState.guest().post("/auth/forgot-password", Map.of("email", address())).is(202);
		this.demoState.store("reset", token(letter("/reset-password")));
		return "%d for both".formatted(answer.status());
	}

	private String reset() {
		this.demoState.guest()
			.post("/auth/reset-password", Map.of("token", this.demoState.value("reset"), "password", NEW_PASSWORD))
			.is(204);
		Await.within(SOON, () -> this.demoState.user("nora").get("/users/me").is(401));
		var session = this.demoState.guest()
			.post("/auth/login", Map.of("login", address(), "password", NEW_PASSWORD))
			.is(200);
		this.demoState.signIn("nora", session);
		return "signed in as " + session.text("/data/user/username");
	}

	private Letter letter(String link) {
		var end = System.nanoTime() + SOON.toNanos();
		while (true) {
			var found = this.mailbox.apply(address())
				.stream()
				.filter((letter) -> letter.links().stream().anyMatch((url) -> url.contains(link)))
				.findFirst();
			if (found.isPresent()) {
				return found.get();
			}
			if (System.nanoTime() > end) {
				throw new IllegalStateException("No mail with a link to %s for %s".formatted(link, address()));
			}
			Await.sleep(Duration.ofMillis(200));
		}
	}

	private static String token(Letter letter) {
		return letter.links()
			.stream()
			.filter((url) -> url.contains("token="))
			.map((url) -> URI.create(url).getQuery().replaceFirst("^.*token=([^&]+).*$", "$1"))
			.findFirst()
			.orElseThrow();
	}

	private String address() {
		return this.demoState.unique("nora") + "@example.org";
	}

}
