package org.parley.demo.forum;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import org.parley.demo.stage.DemoState;
import org.parley.demo.stage.DemoStep;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayResponse;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A moderator writes a policy, tries it, and puts it in force. */
public final class PolicyChapter {

	private static final Duration SOON = Duration.ofSeconds(20);

	/** Workers learn of a policy within seconds, and a clean verdict is not told. */
	private static final Duration VERDICT = Duration.ofSeconds(4);

	private static final Duration STEP = Duration.ofMillis(200);

	private static final String POLICIES = "/admin/policies/";

	private static final int MOST_POSTS = 6;

	private final DemoState demoState;

	public PolicyChapter(DemoState demoState) {
		this.demoState = demoState;
	}

	public List<DemoStep> steps() {
		return List.of(new DemoStep("A moderator writes a policy: a draft, as a copy of the one in force", this::write),
				new DemoStep("The draft is tried on a text: the rule that fires, and why", this::tryOnText),
				new DemoStep("The draft is tried on the posts of the last week", this::replay),
				new DemoStep("In shadow it is compared with the policy in force, and changes nothing", this::watch),
				new DemoStep("Put in force, it holds new posts at once", this::activate),
				new DemoStep("The earlier policy returns", this::rollBack));
	}

	private String write() {
		this.demoState.user("bob").get("/admin/policies").refused(403, "auth.forbidden");
		var word = this.demoState.store("word", this.demoState.unique("quagga").replaceAll("[^a-z]", ""));
		this.demoState.store("past", reply("An old " + word));
		var present = moderator("/admin/policies?status=active&limit=1").text("/data/0/id");
		this.demoState.store("earlier", present);
		var draft = this.demoState.user("moderator")
			.post("/admin/policies", Map.of("name", this.demoState.unique("No animals")))
			.is(201);
		this.demoState.store("policy", draft.text("/data/id"));
		var terms = (ObjectNode) draft.at("/data/terms");
		((ArrayNode) terms.path("rules")).addObject()
			.put("name", "word/animal")
			.put("then", "hold")
			.putObject("when")
			.putArray("words")
			.add(word);
		var edited = this.demoState.user("moderator")
			.patch(POLICIES + draft.text("/data/id"), Map.of("terms", terms))
			.is(200);
		return "%s, %d rules".formatted(edited.text("/data/status"), edited.at("/data/terms/rules").size());
	}

	private String tryOnText() {
		var disguised = this.demoState.value("word").replace("a", "4").toUpperCase(Locale.ROOT);
		var tried = this.demoState.user("moderator")
			.post(path("/try"), Map.of("text", "Is that a " + disguised + "?"))
			.is(200)
			.has("/data/verdict", "held");
		var fired = tried.at("/data/rules")
			.valueStream()
			.filter((rule) -> rule.path("fires").asBoolean(false))
			.toList();
		return "%s by %s".formatted(tried.text("/data/verdict"), fired.getLast().path("rule").asString(""));
	}

	private String replay() {
		var replay = Await.within(SOON, () -> this.demoState.user("moderator").post(path("/replays")).is(202))
			.text("/data/id");
		var ended = Await.within(SOON, () -> moderator("/admin/replays/" + replay).has("/data/status", "done"));
		var samples = moderator("/admin/replays/" + replay + "/samples?limit=100");
		samples.expect(samples.body().contains(this.demoState.value("past")), "the old post among the samples");
		return "%s posts compared, changes %s".formatted(ended.text("/data/checked"), ended.at("/data/changes"));
	}

	private String watch() {
		var run = this.demoState.user("moderator").post(path("/shadow-runs")).is(201).text("/data/id");
		var post = replyUntil("in the shadow",
				(id) -> moderator("/admin/shadow-runs/" + run + "/samples?limit=100").body().contains(id));
		this.demoState.user("bob").get("/posts/" + post).is(200).has("/data/status", "active");
		var stopped = this.demoState.user("moderator").post("/admin/shadow-runs/%s/stop".formatted(run)).is(200);
		return "changes %s; the post itself is active".formatted(stopped.at("/data/changes"));
	}

	private String activate() {
		var note = Map.of("note", "We try it.");
		var active = this.demoState.user("moderator").post(path("/activate"), note).is(200);
		try {
			this.demoState.store("held", replyUntil("in force", this::isHeld));
			this.demoState.store("other", replyUntil("in force again", this::isHeld));
		}
		catch (RuntimeException ex) {
			rollBack();
			throw ex;
		}
		return "version %s; two posts are held".formatted(active.text("/data/version"));
	}

	private String rollBack() {
		var earlier = this.demoState.user("moderator")
			.post(POLICIES + this.demoState.value("earlier") + "/activate", Map.of("note", "The test is over."))
			.is(200);
		return "version %s is in force again".formatted(earlier.text("/data/version"));
	}

	private boolean isHeld(String post) {
		return this.demoState.user("bob").get("/posts/" + post).is(200).text("/data/status").equals("held");
	}

	/** Writes posts until a worker has judged one as expected. */
	private String replyUntil(String where, Predicate<String> expected) {
		for (var number = 1; number <= MOST_POSTS; number++) {
			var post = reply("A %s %s, number %d".formatted(this.demoState.value("word"), where, number));
			if (Await.until(VERDICT, STEP, () -> expected.test(post))) {
				return post;
			}
		}
		throw new IllegalStateException("No post %s was judged by the policy".formatted(where));
	}

	private String reply(String content) {
		return this.demoState.user("bob")
			.post("/posts", Map.of("threadId", this.demoState.value("thread"), "content", content))
			.is(201)
			.text("/data/id");
	}

	private GatewayResponse moderator(String path) {
		return this.demoState.user("moderator").get(path).is(200);
	}

	private String path(String action) {
		return POLICIES + this.demoState.value("policy") + action;
	}

}
