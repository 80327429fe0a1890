package org.parley.forum.post.moderation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.contracts.forum.PostStatus;
import org.parley.forum.ForumIT;
import org.parley.forum.post.Post;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A decision changes a post only if the decider may moderate the post's category.
 * Otherwise it is ignored, and the queue continues.
 */
class ApplyDecisionIT extends ForumIT {

	private static final String QUEUE = "forum_verdicts";

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private JsonMapper json;

	@Autowired
	private MeterRegistry meters;

	private final TestUser bob = TestUser.with();

	private final TestUser decider = TestUser.with();

	/**
	 * {@code CategoryTests} has every audience, {@code DecisionRightsTests} every role.
	 */
	@Test
	void decisionRequiresRightToModerate() {
		var byMember = decided(this.forum.category(), "everyone", "user");
		var byAppointed = decided(category(true), "members", "user");
		var byUnreadingAppointed = decided(category(true), "moderators", "user");
		var byModerator = decided(this.forum.category(), "moderators", "moderator");
		var byUnreadingModerator = decided(this.forum.category(), "admins", "moderator");
		var byModeratorOfOldEvent = decided(this.forum.category(), "moderators", null);
		var byAdministrator = decided(this.forum.category(), "admins", "admin");
		var byUnknownRole = decided(this.forum.category(), "everyone", "owner");
		awaitConsumed();
		assertThat(List.of(byAppointed, byModerator, byModeratorOfOldEvent, byAdministrator)).extracting(this::status)
			.containsOnly(PostStatus.REMOVED);
		assertThat(List.of(byMember, byUnreadingAppointed, byUnreadingModerator, byUnknownRole))
			.extracting(this::status)
			.containsOnly(PostStatus.ACTIVE);
	}

	/** Returns a post in a category about which a decision was published. */
	private String decided(String category, String readers, @Nullable String authority) {
		var post = reply(category);
		this.forum.patch(this.forum.admin(), "/categories/" + category, Map.of("read", readers, "post", "admins"));
		decide(post, this.decider, authority);
		return post;
	}

	@Test
	void decisionOfDismissedModeratorIsIgnored() {
		var category = category(true);
		var post = reply(category);
		this.forum.delete(this.forum.admin(), "/categories/" + category + "/moderators/" + this.decider.username());
		decide(post, this.decider, "user");
		assertThat(isRemoved(post)).isFalse();
	}

	@Test
	void decisionAfterMoveToOtherCategoryIsIgnored() {
		var category = category(true);
		var post = reply(category);
		var thread = stored(post).threadId();
		this.forum.post(this.forum.admin(), "/threads/" + thread + "/move", Map.of("category", this.forum.category()));
		decide(post, this.decider, "user");
		assertThat(isRemoved(post)).isFalse();
	}

	@Test
	void decisionOfBannedModeratorIsIgnored() {
		var post = reply(category(true));
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(this.decider.id())),
				Update.update("status", "BANNED"), "members");
		decide(post, this.decider, "user");
		decide(post, this.decider, "moderator");
		assertThat(isRemoved(post)).isFalse();
	}

	@Test
	void ignoredDecisionIsCountedAndClosesNoReport() {
		var post = reply(this.forum.category());
		this.forum.post(TestUser.with(), "/posts/" + post + "/reports", Map.of("reason", "spam"));
		var before = ignored();
		decide(post, this.decider, "user");
		decide(Ids.next(), this.decider, "admin");
		assertThat(isRemoved(post)).isFalse();
		assertThat(ignored()).isEqualTo(before + 2);
		assertThat(this.forum.get(this.forum.moderator(), "/admin/reports?status=open&limit=100").data().toString())
			.contains(post);
	}

	/** Creates a category, with the decider as moderator if appointed. */
	private String category(boolean appointed) {
		var category = this.forum.category();
		if (appointed) {
			this.forum.appoint(this.decider, category);
		}
		return category;
	}

	private String reply(String category) {
		return this.forum.reply(this.bob, this.forum.thread(this.bob, category));
	}

	/** Waits until a later decision has been consumed. */
	private boolean isRemoved(String post) {
		awaitConsumed();
		return status(post) == PostStatus.REMOVED;
	}

	private void awaitConsumed() {
		var last = reply(this.forum.category());
		decide(last, this.forum.admin(), "admin");
		soon().until(() -> status(last) == PostStatus.REMOVED);
	}

	private PostStatus status(String post) {
		return stored(post).status();
	}

	private double ignored() {
		return this.meters.get("parley.decisions.ignored").counter().count();
	}

	private Post stored(String id) {
		return Objects.requireNonNull(this.mongo.findById(id, Post.class));
	}

	private void decide(String post, TestUser by, @Nullable String authority) {
		var event = (ObjectNode) this.json.readTree(EventContract.example("case.decided"));
		event.put("id", Ids.next()).withObject("/data").put("decision", "remove").put("contentVersion", 0);
		event.withObject("/data/post").put("id", post);
		event.withObject("/data/by").put("id", by.id()).put("username", by.username());
		if (authority != null) {
			event.withObject("/data").put("authority", authority);
		}
		else {
			event.withObject("/data").remove("authority");
		}
		var body = event.toString().getBytes(StandardCharsets.UTF_8);
		this.rabbit.send(Topology.lettersOf(QUEUE), Topology.AGAIN, MessageBuilder.withBody(body).build());
	}

}
