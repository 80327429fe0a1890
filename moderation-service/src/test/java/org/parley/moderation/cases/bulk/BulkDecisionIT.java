package org.parley.moderation.cases.bulk;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parley.moderation.FakeForum.Post;
import org.parley.moderation.ModerationIT;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.event.PublishedEvents;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Decisions about several cases, and notes of moderators. */
class BulkDecisionIT extends ModerationIT {

	private final TestUser bob = TestUser.with();

	private final TestUser mod = TestUser.with("moderator");

	@Autowired
	private AmqpAdmin broker;

	@Autowired
	private RabbitTemplate rabbit;

	@Test
	void refusedCaseDoesNotAffectOthers() {
		var acts = new PublishedEvents(this.broker, this.rabbit, "moderation.events", "administrator.acted");
		var category = Ids.next();
		openCategory(category, "anyone");
		var closed = Ids.next();
		openCategory(closed, "admin");
		var first = this.forum.createReportedPost(this.bob, category);
		var own = this.forum.createReportedPost(this.mod, category);
		var hidden = this.forum.createReportedPost(this.bob, closed);
		var ids = List.of(id(first), id(own), id(hidden), Ids.next(), id(first));
		var reply = this.client.post(this.mod, "/admin/cases/decide", Map.of("ids", ids, "decision", "hide"));
		assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
		assertThat(reply.data().path("decided").asInt()).isOne();
		assertThat(reply.data().path("results").valueStream().map((result) -> result.path("code").asString("")))
			.containsExactly("", "case.own-post", "case.not-found", "case.not-found");
		eventually().untilAsserted(() -> assertThat(this.forum.published("case.decided", first)).hasSize(1));
		assertThat(this.forum.published("case.decided", hidden)).isEmpty();
		eventually().untilAsserted(
				() -> assertThat(acts.actsOf(this.mod.id())).containsExactly("case-decided hide " + ids.getFirst()));
		assertThat(this.client.post(this.mod, "/admin/cases/decide", Map.of("ids", ids, "decision", "ban")).status())
			.isEqualTo(400);
		assertThat(this.client.post(this.mod, "/admin/cases/decide", Map.of("ids", List.of("$ne"), "decision", "hide"))
			.status()).isEqualTo(400);
	}

	@Test
	void notesAreForModeratorsOfTheCase() {
		var category = Ids.next();
		openCategory(category, "anyone");
		var path = "/admin/cases/" + id(this.forum.createReportedPost(this.bob, category)) + "/notes";
		assertThat(this.client.post(this.mod, path, Map.of("text", "The third one today.")).status()).isEqualTo(201);
		var other = TestUser.with("moderator");
		assertThat(this.client.post(other, path, Map.of("text", "I see.")).status()).isEqualTo(201);
		var notes = this.client.get(other, path).data();
		assertThat(notes.valueStream().map((note) -> note.path("text").asString())).containsExactly("I see.",
				"The third one today.");
		assertThat(notes.at("/1/by/id").asString()).isEqualTo(this.mod.id());
		assertThat(this.client.get(this.bob, path).status()).isEqualTo(403);
		assertThat(this.client.post(this.mod, path, Map.of("text", " ")).status()).isEqualTo(400);
	}

	private String id(Post post) {
		eventually().untilAsserted(() -> assertThat(this.forum.published("case.opened", post)).hasSize(1));
		return this.forum.published("case.opened", post).getFirst().at("/data/caseId").asString();
	}

}
