package org.parley.launcher.demo;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.parley.launcher.client.Patience;
import org.parley.launcher.demo.Backstage.Letter;

/** People find mail, and what it is good for. */
final class MailChapter {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final String NEW_PASSWORD = "four other words entirely";

	private final Scene scene;

	private final Function<String, List<Letter>> mailbox;

	MailChapter(Scene scene, Function<String, List<Letter>> mailbox) {
		this.scene = scene;
		this.mailbox = mailbox;
	}

	List<Step> steps() {
		return List.of(new Step("They find a mail and follow it: the address is theirs", this::verify),
				new Step("A link is good for once", this::again),
				new Step("Whoever forgets the password gets a mail; nobody learns who has an account", this::forgot),
				new Step("The mail's link sets a new one, and every session is over", this::reset));
	}

	private String verify() {
		var letter = letter("/verify-email");
		this.scene.keep("verification", token(letter));
		this.scene.guest().post("/auth/verify-email", Map.of("token", token(letter))).is(200);
		this.scene.person("nora").get("/users/me").is(200).has("/data/emailVerified", true);
		return letter.subject();
	}

	private String again() {
		return this.scene.guest()
			.post("/auth/verify-email", Map.of("token", this.scene.prop("verification")))
			.refused(400, "auth.link-invalid")
			.refusal();
	}

	private String forgot() {
		this.scene.guest().post("/auth/forgot-password", Map.of("email", "nobody@example.org")).is(202);
		var answer = this.scene.guest().post("/auth/forgot-password", Map.of("email", address())).is(202);
		this.scene.keep("reset", token(letter("/reset-password")));
		return "%d for both".formatted(answer.status());
	}

	private String reset() {
		this.scene.guest()
			.post("/auth/reset-password", Map.of("token", this.scene.prop("reset"), "password", NEW_PASSWORD))
			.is(204);
		Patience.within(SOON, () -> this.scene.person("nora").get("/users/me").is(401));
		var session = this.scene.guest()
			.post("/auth/login", Map.of("login", address(), "password", NEW_PASSWORD))
			.is(200);
		this.scene.enter("nora", session);
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
			Patience.pass(Duration.ofMillis(200));
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
		return this.scene.unique("nora") + "@example.org";
	}

}
