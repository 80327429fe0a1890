package org.parley.launcher.demo.account;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.parley.launcher.client.Await;
import org.parley.launcher.demo.DemoEnvironment.Letter;
import org.parley.launcher.demo.DemoState;
import org.parley.launcher.demo.DemoStep;

/** People find mail, and what it is good for. */
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
		return List.of(new DemoStep("They find a mail and follow it: the address is theirs", this::verify),
				new DemoStep("A link is good for once", this::again),
				new DemoStep("Whoever forgets the password gets a mail; nobody learns who has an account",
						this::forgot),
				new DemoStep("The mail's link sets a new one, and every session is over", this::reset));
	}

	private String verify() {
		var letter = letter("/verify-email");
		this.demoState.keep("verification", token(letter));
		this.demoState.guest().post("/auth/verify-email", Map.of("token", token(letter))).is(200);
		this.demoState.person("nora").get("/users/me").is(200).has("/data/emailVerified", true);
		return letter.subject();
	}

	private String again() {
		return this.demoState.guest()
			.post("/auth/verify-email", Map.of("token", this.demoState.prop("verification")))
			.refused(400, "auth.link-invalid")
			.refusal();
	}

	private String forgot() {
		this.demoState.guest().post("/auth/forgot-password", Map.of("email", "nobody@example.org")).is(202);
		var answer = this.demoState.guest().post("/auth/forgot-password", Map.of("email", address())).is(202);
		this.demoState.keep("reset", token(letter("/reset-password")));
		return "%d for both".formatted(answer.status());
	}

	private String reset() {
		this.demoState.guest()
			.post("/auth/reset-password", Map.of("token", this.demoState.prop("reset"), "password", NEW_PASSWORD))
			.is(204);
		Await.within(SOON, () -> this.demoState.person("nora").get("/users/me").is(401));
		var session = this.demoState.guest()
			.post("/auth/login", Map.of("login", address(), "password", NEW_PASSWORD))
			.is(200);
		this.demoState.enter("nora", session);
		return "signed in anew as " + session.text("/data/user/username");
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
			Await.pass(Duration.ofMillis(200));
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
