package org.parley.notification.post;

import java.util.List;
import java.util.Map;

import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.parley.contracts.forum.post.PostCreated;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture.TestPost;
import org.parley.notification.ServiceFixture.TestUser;
import org.parley.notification.ServiceFixture;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.test.database.SentCommands;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.notification.ServiceFixture.soon;

/** Events about posts that one transaction handles together. */
@NotificationTest
class PostBatchIT {

	@Autowired
	private PostNotificationListener listener;

	@Autowired
	private UnitOfWork unitOfWork;

	@Autowired
	private ServiceFixture fixture;

	@Autowired
	private SentCommands sent;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private JsonMapper json;

	@Test
	void newPostsAreStoredTogetherAndNotifyEachOnce() {
		var author = knownMember();
		var thread = this.fixture.thread(author, this.fixture.category("anyone"));
		var mentioned = List.of(knownMember(), knownMember(), knownMember());
		var events = List.of(created(this.fixture.post(author, thread, 2), mentioned.get(0)),
				created(this.fixture.post(author, thread, 3), mentioned.get(1)),
				created(this.fixture.post(author, thread, 4), mentioned.get(2)));
		var commands = this.sent.during(() -> handle(events));
		assertThat(commands.stream()
			.filter(PostBatchIT::isOfPosts)
			.filter((command) -> command.toJson().contains(events.getFirst().post().id()))
			.map(BsonDocument::getFirstKey)).containsExactly("find", "insert");
		mentioned.forEach((member) -> soon().until(() -> this.fixture.unreadCount(member) == 1));
	}

	@Test
	void editInTheTransactionOfItsPostNotifiesThoseWhomBothMention() {
		var author = knownMember();
		var post = this.fixture.post(author, this.fixture.thread(author, this.fixture.category("anyone")), 2);
		var first = knownMember();
		var second = knownMember();
		var other = this.fixture.post(author, post.thread(), 3);
		handle(List.of(created(post, first), created(other, second),
				event(post, "@%s and @%s".formatted(first.username(), second.username()), 1)));
		soon().until(() -> this.fixture.unreadCount(first) == 1 && this.fixture.unreadCount(second) == 2);
	}

	@Test
	void mentionRemovedBeforeItsRoundBeginsNotifiesNobody() {
		var author = knownMember();
		var post = this.fixture.post(author, this.fixture.thread(author, this.fixture.category("anyone")), 2);
		var first = knownMember();
		var second = knownMember();
		handle(List.of(created(post, first), event(post, "Rather @" + second.username(), 1)));
		soon().until(() -> this.fixture.unreadCount(second) == 1 && !exists("fan_out_rounds", post.id()));
		assertThat(this.fixture.notifications(first)).isEmpty();
	}

	@Test
	void outdatedEventOfTheTransactionChangesNothing() {
		var author = knownMember();
		var post = this.fixture.post(author, this.fixture.thread(author, this.fixture.category("anyone")), 2);
		var mentioned = knownMember();
		handle(List.of(event(post, "Nobody.", 1), created(post, mentioned)));
		assertThat(this.mongo.findById(post.id(), PostRecord.class)).extracting(PostRecord::version).isEqualTo(1L);
		soon().until(() -> !exists("fan_out_rounds", post.id()));
		assertThat(this.fixture.unreadCount(mentioned)).isZero();
	}

	private void handle(List<PostCreated> events) {
		this.unitOfWork.run(() -> events.forEach((event) -> this.listener.on(event)));
	}

	private PostCreated created(TestPost post, TestUser mentioned) {
		return event(post, "Try Stupice, @" + mentioned.username(), 0);
	}

	private PostCreated event(TestPost post, String content, long version) {
		return this.json.rebuild()
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.build()
			.convertValue(Map.of("post", ServiceFixture.postData(post, content, null, version), "thread",
					post.thread().reference()), PostCreated.class);
	}

	private static boolean isOfPosts(BsonDocument command) {
		return command.isString(command.getFirstKey())
				&& command.getString(command.getFirstKey()).getValue().equals("posts");
	}

	private TestUser knownMember() {
		var member = this.fixture.member();
		soon().until(() -> exists("people", member.id()) && exists("contacts", member.id()));
		return member;
	}

	private boolean exists(String collection, String id) {
		return this.mongo.exists(new Query(Criteria.where("_id").is(id)), collection);
	}

}
