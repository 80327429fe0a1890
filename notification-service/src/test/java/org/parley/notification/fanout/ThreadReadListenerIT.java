package org.parley.notification.fanout;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture.TestPost;
import org.parley.notification.ServiceFixture.TestThread;
import org.parley.notification.ServiceFixture.TestUser;
import org.parley.notification.ServiceFixture;
import org.parley.platform.test.event.PublishedEvents;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.notification.ServiceFixture.soon;

/** Posts that were read leave no unread notification. */
@NotificationTest
class ThreadReadListenerIT {

	@Autowired
	private ServiceFixture fixture;

	@Autowired
	private AmqpAdmin broker;

	@Autowired
	private RabbitTemplate rabbit;

	private TestUser alice = new TestUser("", "", List.of());

	private TestUser bob = this.alice;

	private TestThread thread = new TestThread("", "", "", this.alice);

	@BeforeEach
	void createThread() {
		this.alice = this.fixture.member();
		this.bob = this.fixture.member();
		this.thread = this.fixture.thread(this.alice, this.fixture.category("anyone"));
	}

	@Test
	void readPostsLeaveNoUnreadNotification() {
		publish(2, "One.");
		soon().until(() -> this.fixture.unreadCount(this.alice) == 1);
		var read = new PublishedEvents(this.broker, this.rabbit, "notification.events", "notification.read");
		read(this.alice, 2);
		soon().untilAsserted(() -> assertThat(this.fixture.unreadCount(this.alice)).isZero());
		assertThat(this.fixture.notifications(this.alice)).singleElement()
			.satisfies((notification) -> assertThat(notification.path("read").asBoolean()).isTrue());
		soon().untilAsserted(
				() -> assertThat(read.of(this.alice.id())).extracting((event) -> event.at("/data/unread").asInt())
					.containsExactly(0));
	}

	@Test
	void laterPostsStayUnread() {
		publish(2, "One.");
		publish(3, "Two.");
		soon().until(() -> this.fixture.notifications(this.alice)
			.stream()
			.anyMatch((group) -> group.path("count").asInt() == 2));
		read(this.alice, 2);
		read(this.bob, 3);
		awaitHandled();
		assertThat(this.fixture.unreadCount(this.alice)).isOne();
		read(this.alice, 3);
		soon().untilAsserted(() -> assertThat(this.fixture.unreadCount(this.alice)).isZero());
	}

	@Test
	void groupWithoutItsLastPostLeadsToTheOneBefore() {
		publish(2, "One.");
		publish(3, "Two.");
		var last = publish(4, "Three.");
		soon().until(() -> this.fixture.notifications(this.alice)
			.stream()
			.anyMatch((group) -> group.path("count").asInt() == 3));
		this.fixture.publishPostRemoval(last, 1);
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(this.alice)).singleElement()
			.satisfies((group) -> assertThat(group.path("link").asString())
				.isEqualTo("/threads/" + this.thread.id() + "?post=3")));
		read(this.alice, 3);
		soon().untilAsserted(() -> assertThat(this.fixture.unreadCount(this.alice)).isZero());
	}

	@Test
	void mentionInOtherThreadStaysUnread() {
		publish(2, "One.");
		var other = this.fixture.thread(this.bob, this.fixture.category("anyone"));
		this.fixture.publishPost(this.fixture.post(this.bob, other, 2), "And @" + this.alice.username() + "?");
		soon().until(() -> this.fixture.unreadCount(this.alice) == 2);
		read(this.alice, 100);
		soon().untilAsserted(() -> assertThat(this.fixture.unreadCount(this.alice)).isOne());
	}

	@Test
	void movedPostIsReadInItsNewThread() {
		var reply = publish(9, "One.");
		soon().until(() -> this.fixture.unreadCount(this.alice) == 1);
		var target = this.fixture.thread(this.bob, this.fixture.category("anyone"));
		this.fixture.publishPostMove(reply, target, 2, "One.", 1);
		soon().until(() -> this.fixture.notifications(this.alice)
			.getFirst()
			.path("link")
			.asString()
			.equals("/threads/" + target.id() + "?post=2"));
		this.fixture.publish("thread.read", Map.of("personId", this.alice.id(), "threadId", target.id(), "number", 2));
		soon().untilAsserted(() -> assertThat(this.fixture.unreadCount(this.alice)).isZero());
	}

	private TestPost publish(int number, String content) {
		var post = this.fixture.post(this.bob, this.thread, number);
		this.fixture.publishPost(post, content);
		return post;
	}

	private void read(TestUser reader, int number) {
		this.fixture.publish("thread.read",
				Map.of("personId", reader.id(), "threadId", this.thread.id(), "number", number));
	}

	/** Events of one queue that were sent before a post are handled when it notifies. */
	private void awaitHandled() {
		var carol = this.fixture.member();
		var other = this.fixture.thread(carol, this.fixture.category("anyone"));
		this.fixture.publishPost(this.fixture.post(this.bob, other, 2), "Last.");
		soon().until(() -> this.fixture.unreadCount(carol) == 1);
	}

}
