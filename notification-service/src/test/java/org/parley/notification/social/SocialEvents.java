package org.parley.notification.social;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.parley.notification.ServiceFixture;
import org.parley.notification.ServiceFixture.TestUser;
import org.parley.platform.domain.Ids;

/** Publishes the events of social-service. */
final class SocialEvents {

	private final ServiceFixture fixture;

	SocialEvents(ServiceFixture fixture) {
		this.fixture = fixture;
	}

	/** A post with its current visibility. */
	record TestSocialPost(String id, TestUser author, String visibility) {

		static TestSocialPost of(TestUser author, String visibility) {
			return new TestSocialPost(Ids.next(), author, visibility);
		}

		Map<String, Object> reference() {
			return Map.of("id", this.id, "author", this.author.person(), "visibility", this.visibility, "commentCount",
					1);
		}

	}

	/** A comment. */
	record TestComment(String id, TestUser author, TestSocialPost post, @Nullable TestComment answered) {

		static TestComment of(TestUser author, TestSocialPost post) {
			return new TestComment(Ids.next(), author, post, null);
		}

		TestComment answer(TestUser by) {
			return new TestComment(Ids.next(), by, this.post, this);
		}

	}

	/** Publishes a public post. */
	TestSocialPost publishPost(TestUser author, TestUser... mentioned) {
		return publishPost(TestSocialPost.of(author, "public"), mentioned);
	}

	TestSocialPost publishPost(TestSocialPost post, TestUser... mentioned) {
		publishPost("social-post.created", post, 0, mentioned);
		return post;
	}

	TestSocialPost editPost(TestSocialPost post, String visibility, long version, TestUser... mentioned) {
		var edited = new TestSocialPost(post.id(), post.author(), visibility);
		publishPost("social-post.edited", edited, version, mentioned);
		return edited;
	}

	private void publishPost(String type, TestSocialPost post, long version, TestUser... mentioned) {
		var state = new TreeMap<String, Object>(
				Map.of("id", post.id(), "author", post.author().person(), "text", "Ripe.", "html", "<p>Ripe.</p>",
						"visibility", post.visibility(), "createdAt", "2026-11-20T10:18:00Z", "version", version));
		state.put("editedAt", null);
		var data = new TreeMap<String, Object>(Map.of("post", state, "mentioned", people(mentioned)));
		data.put("previousVisibility", null);
		this.fixture.publish(type, data);
	}

	void removePost(TestSocialPost post, long version) {
		this.fixture.publish("social-post.removed", Map.of("post", post.reference(), "version", version));
	}

	String publishComment(TestComment comment, TestUser... mentioned) {
		return publishComment("social-comment.created", comment, 0, mentioned);
	}

	void editComment(TestComment comment, long version, TestUser... mentioned) {
		publishComment("social-comment.edited", comment, version, mentioned);
	}

	/** Publishes that moderation shows a comment again. */
	void restoreComment(TestComment comment, long version, TestUser... mentioned) {
		var data = new TreeMap<>(comment(comment, version, mentioned));
		data.put("restored", true);
		this.fixture.publish("social-comment.edited", data);
	}

	/** Publishes the same event again. */
	void repeatComment(String eventId, TestComment comment, TestUser... mentioned) {
		this.fixture.publish("social-comment.created", eventId, comment(comment, 0, mentioned));
	}

	private String publishComment(String type, TestComment comment, long version, TestUser... mentioned) {
		return this.fixture.publish(type, comment(comment, version, mentioned));
	}

	private static Map<String, Object> comment(TestComment comment, long version, TestUser... mentioned) {
		var answered = comment.answered();
		var state = new TreeMap<String, Object>(Map.of("id", comment.id(), "author", comment.author().person(), "text",
				"Mine, too.", "html", "<p>Mine, too.</p>", "createdAt", "2026-11-20T10:19:00Z", "version", version));
		state.put("editedAt", null);
		state.put("replyTo", (answered != null) ? answered.id() : null);
		var data = new TreeMap<String, Object>(
				Map.of("comment", state, "post", comment.post().reference(), "mentioned", people(mentioned)));
		data.put("answered", (answered != null) ? answered.author().person() : null);
		return data;
	}

	void removeComment(TestComment comment, long version) {
		var answered = comment.answered();
		var state = new TreeMap<String, Object>(Map.of("id", comment.id(), "author", comment.author().person()));
		state.put("replyTo", (answered != null) ? answered.id() : null);
		this.fixture.publish("social-comment.removed",
				Map.of("comment", state, "post", comment.post().reference(), "version", version));
	}

	/** Publishes a reaction to a post; null takes it back. */
	void react(TestSocialPost post, TestUser by, @Nullable String kind) {
		this.fixture.publish("social-reaction.changed", reaction("post", post.id(), post.author(), post, by, kind));
	}

	/** Publishes a reaction to a post with the id of its event. */
	void react(String eventId, TestSocialPost post, TestUser by, @Nullable String kind) {
		this.fixture.publish("social-reaction.changed", eventId,
				reaction("post", post.id(), post.author(), post, by, kind));
	}

	/** Publishes a reaction to a comment; null takes it back. */
	void react(TestComment comment, TestUser by, @Nullable String kind) {
		this.fixture.publish("social-reaction.changed",
				reaction("comment", comment.id(), comment.author(), comment.post(), by, kind));
	}

	private static Map<String, Object> reaction(String target, String id, TestUser author, TestSocialPost post,
			TestUser by, @Nullable String kind) {
		var data = new TreeMap<String, Object>(
				Map.of("target", Map.of("kind", target, "id", id, "author", author.person()), "post", post.reference(),
						"by", by.person(), "reactions", Map.of()));
		data.put("kind", kind);
		return data;
	}

	void publishAccount(TestUser person, boolean isPrivate, long version) {
		publishAccount("social-account.changed", person, isPrivate, version);
	}

	/** Publishes {@code social-account.changed} or {@code social-account.snapshot}. */
	void publishAccount(String type, TestUser person, boolean isPrivate, long version) {
		this.fixture.publish(type, Map.of("person", person.person(), "privateAccount", isPrivate, "version", version));
	}

	/**
	 * Publishes {@code follow.requested}, {@code follow.started} or {@code follow.ended}.
	 */
	void publishFollow(String type, TestUser follower, TestUser followee, long version) {
		this.fixture.publish(type,
				Map.of("follower", follower.person(), "followee", followee.person(), "version", version));
	}

	/** Publishes that a request was approved, whether or not the account is private. */
	void approveFollow(TestUser follower, TestUser followee, long version) {
		this.fixture.publish("follow.started", Map.of("follower", follower.person(), "followee", followee.person(),
				"approved", true, "version", version));
	}

	/** Publishes {@code block.started} or {@code block.ended}. */
	void publishBlock(String type, TestUser blocker, TestUser blocked, long version) {
		this.fixture.publish(type,
				Map.of("blocker", blocker.person(), "blocked", blocked.person(), "version", version));
	}

	void restoreFollow(TestUser follower, TestUser followee, boolean active, long version) {
		this.fixture.publish("follow.snapshot", Map.of("follower", follower.person(), "followee", followee.person(),
				"version", version, "active", active));
	}

	void restoreBlock(TestUser blocker, TestUser blocked, boolean active, long version) {
		this.fixture.publish("block.snapshot",
				Map.of("blocker", blocker.person(), "blocked", blocked.person(), "version", version, "active", active));
	}

	private static List<Map<String, Object>> people(TestUser... users) {
		return Arrays.stream(users).map(TestUser::person).toList();
	}

}
