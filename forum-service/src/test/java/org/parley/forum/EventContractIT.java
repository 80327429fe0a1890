package org.parley.forum;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.parley.forum.post.moderation.PostDecided;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.event.PublishedEvents;
import org.parley.platform.test.media.TestMedia;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

import static org.assertj.core.api.Assertions.assertThat;

/** Validates published events at the exchange against their schemas. */
class EventContractIT extends ForumIT {

	private static final Set<String> EVERY = Set.of("category.created", "category.changed", "category.removed",
			"thread.created", "thread.edited", "thread.locked", "thread.unlocked", "thread.pinned", "thread.unpinned",
			"thread.moved", "thread.hidden", "thread.archived", "thread.removed", "thread.restored", "post.created",
			"post.edited", "post.removed", "post.restored", "answer.accepted", "answer.withdrawn", "report.filed",
			"report.closed", "votes.changed", "thread.read", "media-use.changed", "subscription.changed",
			"thread.split", "thread.merged", "post.moved", "administrator.acted");

	@Autowired
	private AmqpAdmin admin;

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private ApplicationEventPublisher publisher;

	@Test
	void everyEventMatchesItsSchema() {
		var events = new PublishedEvents(this.admin, this.rabbit, "forum.events", "#");
		publishAllEvents();
		soon().untilAsserted(
				() -> assertThat(events.all()).extracting((event) -> event.path("type").asString()).containsAll(EVERY));
	}

	private void publishAllEvents() {
		var alice = TestUser.with();
		var bob = TestUser.with();
		var slug = this.forum.category();
		this.forum.patch(this.forum.admin(), "/categories/" + slug, Map.of("name", "Renamed"));
		var thread = this.forum.thread(alice, slug);
		this.forum.put(this.forum.admin(), "/categories/" + slug + "/moderators/" + alice.username(), null);
		var path = "/threads/" + thread;
		this.forum.patch(alice, path, Map.of("title", "¿Übergrößen? 日本語", "tags", List.of()));
		var post = this.forum.reply(bob, thread);
		var answer = this.forum.post(alice, "/posts", Map.of("threadId", thread, "content", "And?", "replyTo", post));
		this.forum.post(alice, "/posts",
				Map.of("threadId", thread, "content", "> [@%s](/posts/%s):\n> x".formatted(bob.username(), post)));
		var media = new TestMedia(this.rabbit, this.admin, "forum.events", "forum_members");
		this.forum.post(alice, "/posts",
				Map.of("threadId", thread, "content", "![A cat](media:" + media.ready(alice, "forum") + ")"));
		this.forum.patch(this.forum.admin(), "/categories/" + slug, Map.of("read", "members"));
		this.forum.patch(this.forum.admin(), "/categories/" + slug, Map.of("read", "everyone"));
		this.forum.vote(alice, "/posts/" + post, -1);
		this.forum.vote(bob, path, 1);
		this.forum.patch(this.forum.moderator(), "/posts/" + answer.id(), Map.of("content", "[edited]"));
		this.forum.delete(bob, "/posts/" + post);
		this.forum.post(bob, "/posts/" + post + "/restore", null);
		this.forum.call(alice, "PUT", path + "/answer", Map.of("postId", post));
		this.forum.delete(alice, path + "/answer");
		this.forum.post(alice, "/posts/" + post + "/reports", Map.of("reason", "off-topic", "note", "Not here."));
		this.publisher.publishEvent(new PostDecided(post, true));
		for (var step : List.of("lock", "unlock", "pin", "unpin", "hide", "unhide", "archive", "unarchive")) {
			this.forum.post(this.forum.moderator(), path + "/" + step, null);
		}
		this.forum.post(this.forum.moderator(), path + "/move", Map.of("category", this.forum.category()));
		this.forum.delete(this.forum.moderator(), path);
		this.forum.post(this.forum.moderator(), path + "/restore", null);
		this.forum.put(bob, path + "/progress", Map.of("number", 2));
		this.forum.put(bob, path + "/subscription", Map.of("level", "following"));
		this.forum.put(bob, path + "/subscription", Map.of("level", "none"));
		this.forum.put(bob, "/tags/tomatoes/subscription", Map.of("level", "muted"));
		mergeAndSplit(thread, this.forum.thread(bob, this.forum.category()));
		this.forum.delete(this.forum.admin(), "/categories/" + slug);
	}

	private void mergeAndSplit(String thread, String other) {
		var moderator = this.forum.moderator();
		this.forum.post(moderator, "/threads/" + thread + "/merge", Map.of("into", other));
		soon().until(() -> this.forum.get(moderator, "/threads/" + thread).status() == 301);
		this.forum.post(moderator, "/threads/" + other + "/split", Map.of("from", 3, "title", "Something else"));
	}

}
