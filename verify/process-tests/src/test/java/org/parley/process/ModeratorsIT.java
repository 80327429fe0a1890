package org.parley.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayResponse;
import org.parley.running.EndToEnd;
import org.parley.running.RunningSystem;
import org.parley.running.TestUsers;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A user appointed for one category moderates that category only, until dismissed, at
 * every instance of forum-service.
 */
@EndToEnd(apart = true)
class ModeratorsIT {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

	private static final Act LOCK = Act.ofThread("/lock", "locked");

	private static final Act UNLOCK = Act.ofThread("/unlock", "open");

	private static final Act HIDE = Act.ofThread("/hide", "hidden");

	private static final Act UNHIDE = Act.ofThread("/unhide", "open");

	private static final Act REMOVE = new Act("DELETE", "/posts/{id}", 204, "", "post.forbidden");

	private static final Act RESTORE = new Act("POST", "/posts/{id}/restore", 200, "active", "post.forbidden");

	private static final List<Act> ACTS = List.of(LOCK, UNLOCK, HIDE, UNHIDE, REMOVE, RESTORE);

	private final String username = TestUsers.unique("mod");

	private final ForumInstances forumInstances;

	private final ApiUser guest;

	private final ApiUser admin;

	private final ApiUser author;

	private final ApiUser member;

	private final Place own;

	private final Place other;

	ModeratorsIT(RunningSystem system) {
		this.forumInstances = ForumInstances.of(system);
		this.guest = system.gateway().guest();
		this.admin = system.signedIn("admin");
		var people = new TestUsers(system.gateway(), this.admin);
		this.author = this.guest.signedIn(people.register().text("/data/accessToken"));
		this.member = people.guest().signedIn(people.register(this.username).text("/data/accessToken"));
		this.own = open();
		this.other = open();
		appoint();
	}

	@AfterEach
	void close() {
		this.forumInstances.close();
	}

	@Test
	void categoryModeratorModeratesAtEveryInstance() {
		everywhere(LOCK, this.own);
		this.author.post("/posts", Map.of("threadId", this.own.thread(), "content", "One more."))
			.refused(409, "thread.locked");
		everywhere(UNLOCK, this.own);
		everywhere(HIDE, this.own);
		Await.within(SOON, () -> this.guest.get("/threads/" + this.own.thread()).refused(404, "thread.not-found"));
		everywhere(UNHIDE, this.own);
		everywhere(REMOVE, this.own);
		assertStatus("open", "removed", this.own);
		everywhere(RESTORE, this.own);
		assertStatus("open", "active", this.own);
	}

	@Test
	void categoryModeratorIsMemberInOtherCategories() {
		everywhere(LOCK, this.own);
		ACTS.forEach((act) -> refusedEverywhere(act, this.other));
		assertStatus("open", "active", this.other);
	}

	@Test
	void dismissedModeratorIsRefused() {
		everywhere(REMOVE, this.own);
		this.admin.delete(moderator()).is(204);
		eachForum((forum) -> hidden(forum).is(400));
		ACTS.forEach((act) -> refusedEverywhere(act, this.own));
		assertStatus("open", "removed", this.own);
	}

	@Test
	void categoryModeratorDecidesOwnCasesOnly() {
		var theirs = reported(this.own);
		var others = reported(this.other);
		var decide = "/admin/cases/%s/decide";
		Await.within(SOON, () -> this.member.get("/admin/cases/" + theirs).is(200));
		this.member.get("/admin/cases?limit=100")
			.is(200)
			.has("/data", "to hold their case alone", (data) -> data.size() == 1 && data.toString().contains(theirs));
		this.member.get("/admin/incidents").is(200).has("/data", "to hold nothing", JsonNode::isEmpty);
		this.member.get("/admin/cases/" + others).refused(404, "case.not-found");
		this.member.post("/admin/cases/%s/claim".formatted(others)).refused(404, "case.not-found");
		this.member.post(decide.formatted(others), Map.of("decision", "remove")).refused(404, "case.not-found");
		this.author.get("/admin/cases").refused(403, "auth.forbidden");
		this.member.post(decide.formatted(theirs), Map.of("decision", "ban")).refused(403, "case.ban-needs-admin");
		this.member.post(decide.formatted(theirs), Map.of("decision", "remove")).is(200);
		assertStatus("open", "removed", this.own);
		assertStatus("open", "active", this.other);
	}

	/** Reports a reply and returns the id of its case. */
	private String reported(Place place) {
		this.admin.post("/posts/%s/reports".formatted(place.post()), Map.of("reason", "spam")).is(201);
		return Await
			.within(SOON,
					() -> this.admin.get("/admin/cases?status=open&limit=100")
						.is(200)
						.has("/data", "to hold the case", (data) -> data.toString().contains(place.post())))
			.at("/data")
			.valueStream()
			.filter((found) -> found.toString().contains(place.post()))
			.findFirst()
			.orElseThrow()
			.path("id")
			.asString("");
	}

	/** Creates a category with a thread and a reply. */
	private Place open() {
		var slug = TestUsers.unique("place");
		this.admin.post("/categories", Map.of("slug", slug, "name", slug)).is(201);
		eachForum((forum) -> forum.get("/categories/" + slug).is(200));
		var thread = this.author
			.post("/threads", Map.of("category", slug, "title", "To be moderated", "content", "Go on."))
			.is(201);
		var reply = Map.of("threadId", thread.text("/data/id"), "content", "A reply of another user");
		return new Place(slug, thread.text("/data/id"), this.author.post("/posts", reply).is(201).text("/data/id"));
	}

	private void appoint() {
		eachForum((forum) -> forum.get("/members/" + this.username).is(200));
		this.member.put(moderator(), Map.of()).refused(403, "auth.forbidden");
		this.admin.put(moderator(), Map.of()).is(204);
		eachForum((forum) -> hidden(forum).is(200));
	}

	private String moderator() {
		return "/categories/%s/moderators/%s".formatted(this.own.category(), this.username);
	}

	/** Requests the hidden threads, which only moderators may see. */
	private GatewayResponse hidden(ApiUser member) {
		return member.get("/threads?status=hidden&category=" + this.own.category());
	}

	/** Waits until each instance answers the member as expected. */
	private void eachForum(Function<ApiUser, GatewayResponse> request) {
		this.forumInstances.clients()
			.forEach((client) -> Await.within(SOON, () -> request.apply(this.member.at(client))));
	}

	/** Waits until readers see the status. */
	private void assertStatus(String ofThread, String ofPost, Place place) {
		Await.within(SOON, () -> this.guest.get("/threads/" + place.thread()).is(200).has("/data/status", ofThread));
		Await.within(SOON, () -> this.guest.get("/posts/" + place.post()).is(200).has("/data/status", ofPost));
	}

	private void everywhere(Act act, Place place) {
		until(act, act.success(), () -> act.by(this.member, place).is(act.success()).has("/data/status", act.makes()));
	}

	private void refusedEverywhere(Act act, Place place) {
		until(act, 403, () -> act.by(this.member, place).refused(403, act.refusal()));
	}

	/** Repeats until each instance has answered with the status; other responses fail. */
	private void until(Act act, int status, Runnable acting) {
		var before = this.forumInstances.answered(act.method(), act.path(), status);
		assertThat(Await.until(SOON, POLL_INTERVAL, () -> {
			acting.run();
			return ForumInstances.haveAllAnswered(before,
					this.forumInstances.answered(act.method(), act.path(), status));
		})).as("%s, answered with %d by each of %d instances", act, status, before.size()).isTrue();
	}

	/** A category, a thread in it and a reply. */
	private record Place(String category, String thread, String post) {
	}

	/**
	 * An idempotent action of a moderator.
	 *
	 * @param method the HTTP method
	 * @param path the path, with {@code {id}} for the thread or post
	 * @param success the status of a successful response
	 * @param makes the resulting status of the thread or post; empty if the response does
	 * not contain it
	 * @param refusal the code for users without permission
	 */
	private record Act(String method, String path, int success, String makes, String refusal) {

		static Act ofThread(String step, String makes) {
			return new Act("POST", "/threads/{id}" + step, 200, makes, "auth.forbidden");
		}

		GatewayResponse by(ApiUser apiUser, Place place) {
			var id = this.path.startsWith("/threads") ? place.thread() : place.post();
			var address = this.path.replace("{id}", id);
			return this.method.equals("DELETE") ? apiUser.delete(address) : apiUser.post(address);
		}

	}

}
