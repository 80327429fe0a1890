package org.parley.forum.category;

import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.event.PublishedEvents;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Acts of administrators and moderators that the audit records. */
class ReportedActsIT extends ForumIT {

	private final TestUser admin = TestUser.with("moderator", "admin");

	private final TestUser alice = TestUser.with();

	private final String slug = "acts-" + Ids.next().toLowerCase(Locale.ROOT);

	private final String path = "/categories/" + this.slug;

	@Autowired
	private AmqpAdmin broker;

	@Autowired
	private RabbitTemplate rabbit;

	@BeforeEach
	void createCategory() {
		this.forum.post(this.admin, "/categories", Map.of("slug", this.slug, "name", "Acts"));
	}

	@Test
	void actsOnCategoryAreReportedOnce() {
		var acts = acts();
		this.forum.patch(this.admin, this.path, Map.of("name", "Acts"));
		this.forum.patch(this.admin, this.path, Map.of("name", "Other acts"));
		this.forum.thread(this.alice, this.slug);
		assertThat(this.forum.delete(this.admin, this.path).code()).isEqualTo("category.not-empty");
		this.forum.post(this.admin, "/categories", Map.of("slug", "new-" + this.slug, "name", "New"));
		this.forum.delete(this.admin, "/categories/new-" + this.slug);
		soon().untilAsserted(
				() -> assertThat(acts.actsOf(this.admin.id())).containsExactly("category-changed " + this.slug,
						"category-created new-" + this.slug, "category-removed new-" + this.slug));
	}

	@Test
	void appointmentIsReportedWithPerson() {
		var acts = acts();
		var appointed = this.path + "/moderators/" + this.alice.username();
		this.forum.thread(this.alice, this.slug);
		this.forum.put(this.admin, appointed, null);
		this.forum.put(this.admin, appointed, null);
		this.forum.delete(this.admin, appointed);
		soon().untilAsserted(() -> assertThat(acts.actsOf(this.admin.id()))
			.containsExactly("moderator-appointed " + this.slug, "moderator-dismissed " + this.slug));
		assertThat(acts.of(this.admin.id())).extracting((event) -> event.at("/data/userId").asString())
			.containsOnly(this.alice.id());
	}

	@Test
	void addressOfProgramIsReported() {
		var acts = acts();
		var addresses = this.path + "/incoming-addresses";
		var id = this.forum.post(this.admin, addresses, Map.of("name", "CI", "template", "plain"))
			.data()
			.path("id")
			.asString();
		this.forum.delete(this.admin, addresses + "/" + id);
		assertThat(this.forum.delete(this.admin, addresses + "/" + id).code()).isEqualTo("incoming.not-found");
		soon().untilAsserted(() -> assertThat(acts.actsOf(this.admin.id()))
			.containsExactly("incoming-address-created " + id, "incoming-address-removed " + id));
	}

	@Test
	void actsOnThreadsAndPostsOfOthersAreReported() {
		var thread = this.forum.thread(this.alice, this.slug);
		var other = this.forum.thread(this.alice, this.slug);
		var reply = this.forum.reply(this.alice, thread);
		var own = this.forum.reply(this.admin, thread);
		var acts = acts();
		this.forum.delete(this.alice, "/posts/" + reply);
		this.forum.post(this.alice, "/posts/" + reply + "/restore", null);
		this.forum.delete(this.admin, "/posts/" + own);
		this.forum.delete(this.admin, "/posts/" + reply);
		this.forum.post(this.admin, "/posts/" + reply + "/restore", null);
		this.forum.post(this.admin, "/threads/" + thread + "/lock", null);
		this.forum.post(this.admin, "/threads/" + thread + "/lock", null);
		this.forum.post(this.admin, "/threads/" + thread + "/hide", null);
		this.forum.post(this.admin, "/threads/" + thread + "/unhide", null);
		this.forum.delete(this.admin, "/threads/" + thread);
		this.forum.post(this.admin, "/threads/" + thread + "/restore", null);
		this.forum.post(this.admin, "/threads/" + other + "/merge", Map.of("into", thread));
		var mine = this.forum.thread(this.admin, this.slug);
		this.forum.delete(this.admin, "/threads/" + mine);
		this.forum.post(this.admin, "/threads/" + mine + "/restore", null);
		soon().untilAsserted(() -> assertThat(acts.actsOf(this.admin.id())).containsExactlyInAnyOrder(
				"post-removed " + reply, "post-restored " + reply, "thread-moderated locked " + thread,
				"thread-moderated hidden " + thread, "thread-moderated restored " + thread,
				"thread-moderated removed " + thread, "thread-moderated restored " + thread,
				"thread-moderated restored " + mine, "thread-moderated merged " + other));
		assertThat(acts.actsOf(this.alice.id())).isEmpty();
	}

	/** The acts from now on; that of the category is over. */
	private PublishedEvents acts() {
		soon().until(() -> this.mongo.getCollection("outbox").countDocuments() == 0);
		return new PublishedEvents(this.broker, this.rabbit, "forum.events", "administrator.acted");
	}

}
