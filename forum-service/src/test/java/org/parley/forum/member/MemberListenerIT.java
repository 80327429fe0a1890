package org.parley.forum.member;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.forum.cache.ResponseCache;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.readmodels.account.AccountStatus;
import org.parley.platform.readmodels.account.WriterSettings;
import org.parley.platform.readmodels.media.MediaAddresses;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.parley.platform.test.client.TestUser.GUEST;

/** Account events that are late, duplicate or out of order. */
class MemberListenerIT extends ForumIT {

	private static final String QUEUE = "forum_members";

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private JsonMapper json;

	@Autowired
	private MediaAddresses addresses;

	@Autowired
	private ResponseCache cache;

	@Test
	void registeredMemberIsStoredBeforeFirstWrite() {
		var user = TestUser.with();
		publish("user.registered", user, "Alice Liddell", 1);
		soon().untilAsserted(() -> assertThat(member(user).displayName()).isEqualTo("Alice Liddell"));
		assertThat(member(user).status()).isEqualTo(AccountStatus.ACTIVE);
	}

	@Test
	void eventCompletesMemberWhoWroteFirst() {
		var user = TestUser.with();
		var thread = this.forum.thread(user, this.forum.category());
		assertThat(member(user).version()).isZero();
		publish("user.registered", user, "Alice Liddell", 1);
		soon().untilAsserted(() -> assertThat(author(thread)).isEqualTo("Alice Liddell"));
	}

	@Test
	void eventCompletesMemberStoredWithoutVersion() {
		var user = TestUser.with();
		this.mongo.insert(new Document("_id", user.id()).append("username", user.username())
			.append("displayName", "Before")
			.append("status", "ACTIVE"), "members");
		assertThat(member(user).version()).isZero();
		publish("user.snapshot", user, "After", 1);
		soon().untilAsserted(() -> assertThat(member(user).displayName()).isEqualTo("After"));
	}

	@Test
	void olderEventChangesNothing() {
		var user = TestUser.with();
		publish("user.profile-changed", user, "Third", 3);
		publish("user.registered", user, "First", 1);
		publish("user.snapshot", user, "Second", 2);
		publish("user.profile-changed", user, "Third again", 3);
		var last = TestUser.with();
		publish("user.role-changed", last, "Last", 1);
		soon().untilAsserted(() -> assertThat(member(last).displayName()).isEqualTo("Last"));
		soon().untilAsserted(() -> assertThat(member(user)).extracting(Member::displayName, Member::version)
			.containsExactly("Third", 3L));
	}

	@Test
	void newNameIsInCachedListsAtOnce() {
		var user = TestUser.with();
		var category = this.forum.category();
		this.forum.thread(user, category);
		assertThat(lastPoster(category)).isNotEqualTo("Renamed");
		publish("user.profile-changed", user, "Renamed", 2);
		soon().untilAsserted(() -> assertThat(lastPoster(category)).isEqualTo("Renamed"));
	}

	private String lastPoster(String category) {
		return this.forum.get(GUEST, "/threads?category=" + category).data().at("/0/lastPostBy/displayName").asString();
	}

	@Test
	void bannedMemberMayNotWriteUntilUnbanned() {
		var user = TestUser.with();
		var category = this.forum.category();
		publish("user.banned", user, "Rude", 2);
		soon().untilAsserted(() -> assertThat(member(user).status()).isEqualTo(AccountStatus.BANNED));
		var thread = Map.of("category", category, "title", "Nevertheless", "content", "I shout.");
		assertThat(this.forum.call(user, "POST", "/threads", thread).code()).isEqualTo("member.banned");
		publish("user.profile-changed", user, "Still rude", 3);
		soon().untilAsserted(() -> assertThat(member(user).displayName()).isEqualTo("Still rude"));
		assertThat(member(user).status()).as("status after an event without a ban").isEqualTo(AccountStatus.BANNED);
		publish("user.unbanned", user, "Polite", 4);
		soon().untilAsserted(() -> assertThat(member(user).status()).isEqualTo(AccountStatus.ACTIVE));
	}

	@Test
	void memberMayWriteOnceVerifiedIfSettingsRequireIt() {
		var user = TestUser.with();
		var strict = new Members(this.mongo, new WriterSettings(true), this.addresses, this.cache);
		var caller = new Caller(user.id(), user.username(), "Alice", "session", Set.of("user"), Set.of("parley"));
		assertUnverified(() -> strict.requireWriter(caller));
		publish("user.registered", user, "Unverified", 1);
		soon().untilAsserted(() -> assertThat(member(user).displayName()).isEqualTo("Unverified"));
		assertUnverified(() -> strict.requireWriter(caller));
		publish("user.verified", user, "Verified", 2);
		soon().untilAsserted(() -> assertThatNoException().isThrownBy(() -> strict.requireWriter(caller)));
	}

	private static void assertUnverified(ThrowingCallable write) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(write)
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("member.unverified"));
	}

	@Test
	void closedAccountIsNotSuggestedUntilRestored() {
		var user = TestUser.with();
		publish("user.profile-changed", user, "Leaver", 1);
		soon().untilAsserted(() -> assertThat(isSuggested(user)).isTrue());
		publish("user.profile-changed", user, "Leaver", 2, "closed");
		soon().untilAsserted(() -> assertThat(isSuggested(user)).isFalse());
		publish("user.profile-changed", user, "Leaver", 3, "active");
		soon().untilAsserted(() -> assertThat(isSuggested(user)).isTrue());
	}

	private boolean isSuggested(TestUser user) {
		return this.forum.call(TestUser.with(), "GET", "/members?q=" + user.username(), null)
			.data()
			.valueStream()
			.anyMatch((found) -> found.path("id").asString().equals(user.id()));
	}

	private String author(String thread) {
		return this.forum.call(TestUser.GUEST, "GET", "/threads/" + thread, null)
			.data()
			.at("/author/displayName")
			.asString();
	}

	private Member member(TestUser user) {
		return Objects.requireNonNullElse(this.mongo.findById(user.id(), Member.class),
				new Member(user.id(), "nobody", "nobody", null, AccountStatus.ACTIVE, false, List.of(), -1));
	}

	private void publish(String type, TestUser user, String displayName, long version) {
		publish(type, user, displayName, version, null);
	}

	private void publish(String type, TestUser user, String displayName, long version, @Nullable String status) {
		var event = (ObjectNode) this.json.readTree(EventContract.example(type));
		event.put("id", Ids.next()).put("subject", user.id()).put("partitionkey", user.id());
		event.withObject("/data").put("version", version);
		event.withObject("/data/user")
			.setAll(Map.of("id", event.stringNode(user.id()), "username", event.stringNode(user.username()),
					"displayName", event.stringNode(displayName)));
		if (status != null) {
			event.withObject("/data/user").put("status", status);
		}
		var body = event.toString().getBytes(StandardCharsets.UTF_8);
		this.rabbit.send(Topology.lettersOf(QUEUE), Topology.AGAIN, MessageBuilder.withBody(body).build());
	}

}
