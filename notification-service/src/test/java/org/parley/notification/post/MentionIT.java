package org.parley.notification.post;

import org.junit.jupiter.api.Test;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture.TestPost;
import org.parley.notification.ServiceFixture.TestUser;
import org.parley.notification.ServiceFixture;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.notification.ServiceFixture.soon;

/** Mentions that edits of posts remove and add. */
@NotificationTest
class MentionIT {

	@Autowired
	private ServiceFixture fixture;

	@Autowired
	private MongoOperations mongo;

	@Test
	void editThatRemovesMentionWithdrawsItsUnreadNotification() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var post = post(this.fixture.member());
		this.fixture.publishPost(post, "Ask @%s and @%s.".formatted(alice.username(), bob.username()));
		soon().until(() -> this.fixture.unreadCount(alice) == 1 && this.fixture.unreadCount(bob) == 1);
		this.fixture.publishPostEdit(post, "Ask @%s.".formatted(bob.username()), 1);
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(alice)).isEmpty());
		assertThat(this.fixture.unreadCount(alice)).isZero();
		assertThat(this.fixture.unreadCount(bob)).isOne();
	}

	@Test
	void mentionThatEditAddsAgainNotifiesAgain() {
		var alice = this.fixture.member();
		var post = post(this.fixture.member());
		this.fixture.publishPost(post, "Ask @" + alice.username());
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		this.fixture.publishPostEdit(post, "Ask nobody.", 1);
		soon().until(() -> this.fixture.unreadCount(alice) == 0);
		this.fixture.publishPostEdit(post, "Do ask @" + alice.username(), 2);
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
	}

	@Test
	void readMentionStaysAfterItIsRemoved() {
		var alice = this.fixture.member();
		var post = post(this.fixture.member());
		this.fixture.publishPost(post, "Ask @" + alice.username());
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		this.fixture.call(alice, "PUT", "/notifications/read-all", null);
		editToMentionNobody(post);
		assertThat(this.fixture.notifications(alice)).hasSize(1);
	}

	@Test
	void replyStaysAfterItsMentionIsRemoved() {
		var alice = this.fixture.member();
		var thread = this.fixture.thread(alice, this.fixture.category("anyone"));
		var post = this.fixture.post(this.fixture.member(), thread, 2);
		this.fixture.publishPost(post, "Yes, @" + alice.username());
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		editToMentionNobody(post);
		assertThat(this.fixture.notifications(alice)).hasSize(1);
	}

	private void editToMentionNobody(TestPost post) {
		this.fixture.publishPostEdit(post, "Yes.", 1);
		soon().untilAsserted(
				() -> assertThat(this.mongo.findById(post.id(), PostRecord.class)).extracting(PostRecord::version)
					.isEqualTo(1L));
	}

	private TestPost post(TestUser author) {
		return this.fixture.post(author, this.fixture.thread(author, this.fixture.category("anyone")), 2);
	}

}
