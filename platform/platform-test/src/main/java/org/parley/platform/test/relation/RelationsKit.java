package org.parley.platform.test.relation;

import java.nio.charset.StandardCharsets;

import com.github.f4b6a3.ulid.UlidCreator;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Plays social-service: sends blocks and follows to a service's queue. */
public final class RelationsKit {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final RabbitTemplate rabbit;

	private final String queue;

	/** Sends to a queue of the catalogue. */
	public RelationsKit(RabbitTemplate rabbit, String queue) {
		this.rabbit = rabbit;
		this.queue = queue;
	}

	public void block(TestUser blocker, TestUser blocked, long version) {
		send("block.started", "blocker", blocker, "blocked", blocked, version);
	}

	public void unblock(TestUser blocker, TestUser blocked, long version) {
		send("block.ended", "blocker", blocker, "blocked", blocked, version);
	}

	public void follow(TestUser follower, TestUser followee, long version) {
		send("follow.started", "follower", follower, "followee", followee, version);
	}

	public void unfollow(TestUser follower, TestUser followee, long version) {
		send("follow.ended", "follower", follower, "followee", followee, version);
	}

	private void send(String type, String role, TestUser person, String otherRole, TestUser other, long version) {
		var event = (ObjectNode) JSON.readTree(EventContract.example(type));
		event.put("id", UlidCreator.getMonotonicUlid().toString())
			.put("subject", other.id())
			.put("partitionkey", person.id());
		var data = event.withObject("/data").put("version", version);
		name(data.withObject("/" + role), person);
		name(data.withObject("/" + otherRole), other);
		assertThat(EventContract.violations(event.toString())).isEmpty();
		this.rabbit.send(this.queue + ".letters", "again",
				MessageBuilder.withBody(event.toString().getBytes(StandardCharsets.UTF_8)).build());
	}

	private static void name(ObjectNode person, TestUser user) {
		person.put("id", user.id()).put("username", user.username()).put("displayName", user.username());
	}

}
