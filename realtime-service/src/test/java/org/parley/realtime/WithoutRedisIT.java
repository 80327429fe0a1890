package org.parley.realtime;

import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestClient;
import org.parley.platform.test.client.TestUser;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** An instance that Redis does not answer, while the others have all servers. */
class WithoutRedisIT extends RealtimeIT {

	private ConfigurableApplicationContext instance;

	@BeforeEach
	void startWithoutRedis() {
		this.instance = specialInstance("--spring.data.redis.url=redis://127.0.0.1:1",
				"--parley.realtime.coverage.delay=1h");
		awaitQueueOf(this.instance.getBean(MeterRegistry.class));
	}

	@Test
	void eventsAreDeliveredButNotReplayed() {
		var thread = openThread();
		var there = client(socketsOf(this.instance), "websocket", null, null);
		var answer = there.join(thread);
		assertThat(answer.path("ok").asBoolean()).isTrue();
		assertThat(answer.has("offset")).isFalse();
		events().reply(thread, "live");
		soon().until(() -> there.posts().contains("live"));
		assertThat(there.received("new-post").getFirst().has("offset")).isFalse();
		var back = client(socketsOf(this.instance), "websocket", null, null);
		assertThat(back.join(thread, 17).path("ok").asBoolean()).isTrue();
		assertThat(back.received("resync")).hasSize(1);
	}

	@Test
	void presenceIsUnknownAndConversationsAreFollowed() {
		var alice = TestUser.with();
		var bob = TestUser.with();
		var conversation = events().talk(alice.id(), bob.id());
		var presence = new TestClient("http://127.0.0.1:"
				+ this.instance.getEnvironment().getProperty("local.server.port") + "/api/v1/presence");
		soon().until(() -> presence.get(bob, "?people=" + alice.id())
			.data()
			.path(0)
			.path("state")
			.asString("")
			.equals("unknown"));
		assertThat(presence.put(bob, "/preferences", Map.of("invisible", true)).status()).isEqualTo(200);
		var client = client(socketsOf(this.instance), "websocket", bob.accessToken(), null);
		assertThat(client.joinConversation(conversation).path("ok").asBoolean()).isTrue();
		assertThat(client.ask("set-presence", Map.of("state", "away")).path("ok").asBoolean()).isTrue();
	}

}
