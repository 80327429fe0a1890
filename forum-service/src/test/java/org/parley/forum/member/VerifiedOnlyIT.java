package org.parley.forum.member;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A forum that requires a verified email address to write. */
@TestPropertySource(properties = "parley.verification.required=true")
class VerifiedOnlyIT extends ForumIT {

	@Autowired
	private RabbitTemplate rabbit;

	@Test
	void unverifiedMemberMayReadButNotWrite() {
		var owner = TestUser.with();
		publish("user.verified", owner, true, 1);
		publish("user.verified", this.forum.admin(), true, 1);
		soon().until(() -> isKnown(owner) && isKnown(this.forum.admin()));
		var category = this.forum.category();
		var thread = Map.of("category", category, "title", "A question", "content", "Who may write?");
		var id = this.forum.post(owner, "/threads", thread).id();

		var user = TestUser.with();
		assertRefused(this.forum.post(user, "/threads", thread));
		publish("user.registered", user, false, 1);
		soon().until(() -> isKnown(user));
		assertRefused(this.forum.post(user, "/threads", thread));
		assertRefused(this.forum.post(user, "/posts", Map.of("threadId", id, "content", "I may.")));
		assertRefused(this.forum.vote(user, "/threads/" + id, 1));
		assertThat(this.forum.get(user, "/threads/" + id).status()).isEqualTo(200);

		publish("user.verified", user, true, 2);
		var reply = Map.of("threadId", id, "content", "Now I may.");
		soon().untilAsserted(() -> assertThat(this.forum.post(user, "/posts", reply).status()).isEqualTo(201));
	}

	private boolean isKnown(TestUser user) {
		var member = this.mongo.findById(user.id(), Member.class);
		return member != null && member.version() > 0;
	}

	private static void assertRefused(TestResponse answer) {
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.code()).isEqualTo("member.unverified");
	}

	private void publish(String type, TestUser user, boolean verified, long version) {
		var event = (ObjectNode) JsonMapper.shared().readTree(EventContract.example(type));
		event.put("id", Ids.next()).put("subject", user.id()).put("partitionkey", user.id());
		event.withObject("/data").put("version", version);
		event.withObject("/data/user").put("id", user.id()).put("username", user.username()).put("verified", verified);
		assertThat(EventContract.violations(event.toString())).isEmpty();
		var body = event.toString().getBytes(StandardCharsets.UTF_8);
		this.rabbit.send(Topology.lettersOf("forum_members"), Topology.AGAIN, MessageBuilder.withBody(body).build());
	}

}
