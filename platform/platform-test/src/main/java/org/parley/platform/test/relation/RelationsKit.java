package org.parley.platform.test.relation;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

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

	/** Sends a snapshot of a block, or that none exists. */
	public void restoreBlock(TestUser blocker, TestUser blocked, boolean active, long version) {
		send("block.snapshot", "blocker", blocker, "blocked", blocked, version, (data) -> data.put("active", active));
	}

	/** Sends a snapshot of a follow, or that none exists. */
	public void restoreFollow(TestUser follower, TestUser followee, boolean active, long version) {
		send("follow.snapshot", "follower", follower, "followee", followee, version,
				(data) -> data.put("active", active));
	}

	private void send(String type, String role, TestUser person, String otherRole, TestUser other, long version) {
		send(type, role, person, otherRole, other, version, (_) -> {
		});
	}

	private void send(String type, String role, TestUser person, String otherRole, TestUser other, long version,
			Consumer<ObjectNode> change) {
		var event = (ObjectNode) JSON.readTree(EventContract.example(type));
		event.put("id", UlidCreator.getMonotonicUlid().toString())
			.put("subject", other.id())
			.put("partitionkey", person.id());
		var data = event.withObject("/data").put("version", version);
		name(data.withObject("/" + role), person);
		name(data.withObject("/" + otherRole), other);
		change.accept(data);
		assertThat(EventContract.violations(event.toString())).isEmpty();
		this.rabbit.send(this.queue + ".letters", "again",
				MessageBuilder.withBody(event.toString().getBytes(StandardCharsets.UTF_8)).build());
	}

	private static void name(ObjectNode person, TestUser user) {
		person.put("id", user.id()).put("username", user.username()).put("displayName", user.username());
	}

}
