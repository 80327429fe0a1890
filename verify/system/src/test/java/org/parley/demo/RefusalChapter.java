package org.parley.demo;

import java.util.List;
import java.util.Map;

import org.parley.demo.stage.DemoState;
import org.parley.demo.stage.DemoStep;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayResponse;

/** Problem documents and rate limits. */
final class RefusalChapter {

	private static final int CREDENTIAL_CALLS = 20;

	private static final int LARGEST_BODY = 256 * 1024;

	private final DemoState demoState;

	RefusalChapter(DemoState demoState) {
		this.demoState = demoState;
	}

	List<DemoStep> steps() {
		return List.of(new DemoStep("Every error is a problem document", this::problems),
				new DemoStep("Invalid fields are named", this::fields),
				new DemoStep("Rate limits are announced", this::limits),
				new DemoStep("Rate limits are enforced", this::enforcedLimits));
	}

	private String problems() {
		var nora = this.demoState.user("nora");
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
		var answer = this.demoState.user("nora")
			.post("/threads", Map.of("category", this.demoState.value("category"), "title", "x", "content", ""))
			.refused(400, "request.invalid");
		List.of("title", "content")
			.forEach((field) -> answer.has("/errors", "to name " + field,
					(errors) -> errors.toString().contains("\"field\":\"" + field + "\"")));
		this.demoState.user("nora")
			.get("/threads?colour=red")
			.refused(400, "request.invalid")
			.has("/errors/0/field", "colour");
		return answer.at("/errors").toString();
	}

	private String limits() {
		var guest = this.demoState.guest().get("/threads").is(200).has("RateLimit-Policy").has("RateLimit");
		return "%s, now %s".formatted(guest.header("RateLimit-Policy"), guest.header("RateLimit"));
	}

	private String enforcedLimits() {
		var guest = this.demoState.guest();
		var allowed = 0;
		var answer = tryToLogIn(guest);
		while (answer.status() != 429 && allowed <= CREDENTIAL_CALLS) {
			answer.refused(400, "request.invalid");
			allowed++;
			answer = tryToLogIn(guest);
		}
		answer.refused(429, "rate.limited")
			.has("Retry-After")
			.expect(allowed == CREDENTIAL_CALLS, "20 accepted calls, not " + allowed);
		tryToLogIn(this.demoState.guest()).is(400);
		return "login attempt %d from one address: %s, retry after %s s; another address is not limited"
			.formatted(allowed + 1, answer.refusal(), answer.header("Retry-After"));
	}

	private static GatewayResponse tryToLogIn(ApiUser guest) {
		return guest.gateway().exchange(guest.request("POST", "/auth/login", Map.of()));
	}

	private String thread(String action) {
		return "/threads/" + this.demoState.value("thread") + action;
	}

}
