package org.parley.launcher.demo;

import java.util.List;
import java.util.Map;

import org.parley.launcher.client.Answer;
import org.parley.launcher.client.Person;

/** Every error is a problem document, and limits are kept. */
final class RefusalChapter {

	private static final int CREDENTIAL_CALLS = 20;

	private static final int LARGEST_BODY = 256 * 1024;

	private final Scene scene;

	RefusalChapter(Scene scene) {
		this.scene = scene;
	}

	List<Step> steps() {
		return List.of(new Step("Every error is a problem document", this::problems),
				new Step("The field at fault is named", this::fields),
				new Step("The limits are announced", this::limits), new Step("The limits are kept", this::kept));
	}

	private String problems() {
		var nora = this.scene.person("nora");
		var refusals = List.of(nora.post("/posts", "{\"threadId\":").refused(400, "request.malformed"),
				nora.signedIn("eyJhbGciOiJub25lIn0.e30.").get("/users/me").refused(401, "auth.token-invalid"),
				nora.post(thread("/lock")).refused(403, "auth.forbidden"),
				nora.get("/threads/nothing-here").refused(404, "thread.not-found"),
				nora.get("/nowhere").refused(404, "route.not-found"),
				nora.delete("/threads").refused(405, "request.method-not-allowed"),
				nora.post("/posts", "x".repeat(LARGEST_BODY + 1)).refused(413, "request.too-large"),
				nora.with("Content-Type", "text/plain").post("/posts", "hello").refused(415, "request.media-type"));
		return refusals.stream().map((refusal) -> refusal.status() + " " + refusal.text("/code")).toList().toString();
	}

	private String fields() {
		var answer = this.scene.person("nora")
			.post("/threads", Map.of("category", this.scene.prop("category"), "title", "x", "content", ""))
			.refused(400, "request.invalid");
		List.of("title", "content")
			.forEach((field) -> answer.has("/errors", "to name " + field,
					(errors) -> errors.toString().contains("\"field\":\"" + field + "\"")));
		this.scene.person("nora")
			.get("/threads?colour=red")
			.refused(400, "request.invalid")
			.has("/errors/0/field", "colour");
		return answer.at("/errors").toString();
	}

	private String limits() {
		var guest = this.scene.guest().get("/threads").is(200).has("RateLimit-Policy").has("RateLimit");
		return "%s, now %s".formatted(guest.header("RateLimit-Policy"), guest.header("RateLimit"));
	}

	private String kept() {
		var guest = this.scene.guest();
		var allowed = 0;
		var answer = tryToLogIn(guest);
		while (answer.status() != 429 && allowed <= CREDENTIAL_CALLS) {
			answer.refused(400, "request.invalid");
			allowed++;
			answer = tryToLogIn(guest);
		}
		answer.refused(429, "rate.limited")
			.has("Retry-After")
			.expect(allowed == CREDENTIAL_CALLS, "20 calls to be let in, not " + allowed);
		tryToLogIn(this.scene.guest()).is(400);
		return "attempt %d to log in from one address: %s, wait %s s; another address is let in".formatted(allowed + 1,
				answer.refusal(), answer.header("Retry-After"));
	}

	private static Answer tryToLogIn(Person guest) {
		return guest.gateway().exchange(guest.call("POST", "/auth/login", Map.of()));
	}

	private String thread(String act) {
		return "/threads/" + this.scene.prop("thread") + act;
	}

}
