package org.parley.realtime.event.social;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestTokens;
import org.parley.realtime.RealtimeIT;
import org.parley.realtime.SocialEventFixture;
import org.parley.realtime.SocketTestClient;

import static org.assertj.core.api.Assertions.assertThat;

class LiveSocialPostIT extends RealtimeIT {

	private final String alice = Ids.next();

	private final String bob = Ids.next();

	private final String carol = Ids.next();

	@ParameterizedTest
	@ValueSource(strings = { "websocket", "polling" })
	void commentHasPropertiesOfApi(String transport) {
		var post = social().post(this.alice, "public");
		var guest = guest(transport);
		var answer = guest.joinSocialPost(post);
		assertThat(answer.path("ok").asBoolean()).isTrue();
		assertThat(answer.path("offset").asLong()).isPositive();
		var id = social().comment(post, this.bob, "Hello 🌍");
		soon().until(() -> !guest.received("new-comment").isEmpty());
		var message = guest.received("new-comment").getFirst();
		assertThat(message.propertyNames()).containsExactlyInAnyOrder("id", "offset", "type", "postId", "data");
		assertThat(message.path("postId").asString()).isEqualTo(post);
		var data = message.path("data");
		assertThat(data.propertyNames()).containsExactlyInAnyOrder("id", "postId", "author", "replyTo", "text", "html",
				"status", "reactions", "createdAt", "editedAt", "version", "commentCount");
		assertThat(data.path("id").asString()).isEqualTo(id);
		assertThat(data.path("text").asString()).isEqualTo("Hello 🌍");
		assertThat(data.at("/author/id").asString()).isEqualTo(this.bob);
	}

	@Test
	void changesAreDelivered() {
		var post = social().post(this.alice, "public");
		var client = joined(this.bob, post);
		var id = social().comment(post, this.carol, "first");
		social().comment("social-comment.edited", post, id, this.carol, "second");
		social().reaction(post, this.carol, "love");
		social().commentRemoved(post, id, this.carol);
		soon().until(() -> !client.received("comment-removed").isEmpty());
		assertThat(client.received().stream().map(SocketTestClient.Received::name)).containsExactly("new-comment",
				"comment-updated", "reaction-updated", "comment-removed");
		var edited = client.received("comment-updated").getFirst().path("data");
		assertThat(edited.path("text").asString()).isEqualTo("second");
		assertThat(edited.has("reactions")).isFalse();
		var reaction = client.received("reaction-updated").getFirst().path("data");
		assertThat(reaction.path("target").asString()).isEqualTo("post");
		assertThat(reaction.path("id").asString()).isEqualTo(post);
		assertThat(reaction.path("kind").asString()).isEqualTo("love");
		assertThat(reaction.at("/person/id").asString()).isEqualTo(this.carol);
		assertThat(reaction.at("/reactions/love").asInt()).isEqualTo(1);
		var removed = client.received("comment-removed").getFirst().path("data");
		assertThat(removed.path("id").asString()).isEqualTo(id);
		assertThat(removed.path("commentCount").asInt()).isZero();
		assertThat(removed.has("text")).isFalse();
		assertThat(client.ask("leave-social-post", Map.of("postId", post)).path("ok").asBoolean()).isTrue();
		var stays = joined(this.alice, post);
		social().comment(post, this.carol, "last");
		soon().until(() -> stays.comments().contains("last"));
		assertThat(client.comments()).containsExactly("first");
	}

	/** The event has no text, which a later change may hide from some readers. */
	@Test
	void editIsToldWithoutText() {
		var post = social().post(this.alice, "public");
		var client = joined(this.bob, post);
		social().edited(post, this.alice, "public", "public", 1);
		soon().until(() -> !client.received("social-post-updated").isEmpty());
		var event = client.received("social-post-updated").getFirst();
		assertThat(event.path("postId").asString()).isEqualTo(post);
		assertThat(event.path("offset").asLong()).isPositive();
		assertThat(event.path("data").propertyNames()).containsExactlyInAnyOrder("id", "version");
		assertThat(event.at("/data/version").asInt()).isOne();
		assertThat(client.received("membership-ended")).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void lostRightEndsMembership(Loss loss) {
		var post = social().post(this.alice, loss.visibility);
		social().follow("follow.started", this.bob, this.alice, 1);
		var reader = joined(this.bob, post);
		var stays = joined(this.alice, post);
		var other = secondInstanceIf(loss == Loss.UNFOLLOWED, this.bob, post);
		loss.happen(social(), post, this.alice, this.bob);
		soon().until(() -> !reader.received("membership-ended").isEmpty());
		var ended = reader.received("membership-ended").getFirst();
		assertThat(ended.path("postId").asString()).isEqualTo(post);
		assertThat(ended.path("code").asString()).isEqualTo("social-post.not-found");
		other.forEach((client) -> soon().until(() -> !client.received("membership-ended").isEmpty()));
		if (loss == Loss.REMOVED) {
			soon().until(() -> !stays.received("membership-ended").isEmpty());
		}
		else {
			social().comment(post, this.alice, "not for bob");
			soon().until(() -> stays.comments().contains("not for bob"));
		}
		assertThat(reader.comments()).isEmpty();
		assertRefused(post, reader);
	}

	@Test
	void accountMadePrivateIsClosedToGuests() {
		var post = social().post(this.alice, "public");
		var elsewhere = social().post(this.carol, "public");
		var guest = guest("websocket");
		assertThat(guest.joinSocialPost(post).path("ok").asBoolean()).isTrue();
		assertThat(guest.joinSocialPost(elsewhere).path("ok").asBoolean()).isTrue();
		social().follow("follow.started", this.bob, this.alice, 1);
		var follower = joined(this.bob, post);
		social().account(this.alice, true, 1);
		soon().until(() -> !guest.received("membership-ended").isEmpty());
		social().comment(post, this.alice, "for followers");
		social().comment(elsewhere, this.alice, "for everybody");
		soon().until(() -> follower.comments().contains("for followers"));
		soon().until(() -> guest.comments().contains("for everybody"));
		assertThat(guest.comments()).containsExactly("for everybody");
		assertThat(guest.received("membership-ended")).hasSize(1);
		social().account(this.alice, false, 2);
		soon().until(() -> guest.joinSocialPost(post).path("ok").asBoolean());
	}

	@Test
	void suspendedReaderReadsAsGuest() {
		var open = social().post(this.alice, "public");
		var closed = social().post(this.alice, "followers");
		social().follow("follow.started", this.bob, this.alice, 1);
		var reader = joined(this.bob, closed);
		events().publish("user.banned", (data) -> data.put("tokenVersion", 2).withObject("/user").put("id", this.bob));
		soon().until(reader::isDisconnected);
		assertThat(member(this.bob).outcome()).contains("auth.token-revoked");
		var guest = guest("websocket");
		assertRefused(closed, guest);
		assertThat(guest.joinSocialPost(open).path("ok").asBoolean()).isTrue();
	}

	@Test
	void peopleSeparatedByBlockReceiveNothingOfEachOther() {
		var post = social().post(this.alice, "public");
		var bobs = joined(this.bob, post);
		var carols = joined(this.carol, post);
		social().comment(post, this.carol, "before");
		soon().until(() -> bobs.comments().contains("before"));
		var offset = bobs.received("new-comment").getFirst().path("offset").asLong();
		social().block("block.started", this.bob, this.carol, 1);
		social().comment(post, this.carol, "by carol");
		social().reaction(post, this.carol, "like");
		social().comment(post, this.alice, "by alice");
		soon().until(() -> bobs.comments().contains("by alice"));
		carols.ask("typing", Map.of("postId", post));
		bobs.ask("typing", Map.of("postId", post));
		social().comment(post, this.bob, "by bob");
		social().comment(post, this.alice, "last");
		soon().until(() -> bobs.comments().contains("last") && carols.comments().contains("last"));
		assertThat(bobs.comments()).containsExactly("before", "by alice", "by bob", "last");
		assertThat(bobs.received("reaction-updated")).isEmpty();
		assertThat(bobs.received("typing")).isEmpty();
		assertThat(carols.comments()).containsExactly("before", "by carol", "by alice", "last");
		assertThat(carols.received("typing")).isEmpty();
		var back = member(this.bob);
		assertThat(back.ask("join-social-post", Map.of("postId", post, "offset", offset)).path("ok").asBoolean())
			.isTrue();
		assertThat(back.comments()).containsExactly("by alice", "by bob", "last");
		assertThat(back.received("reaction-updated")).isEmpty();
		social().block("block.ended", this.bob, this.carol, 2);
		social().comment(post, this.carol, "again");
		soon().until(() -> bobs.comments().contains("again"));
	}

	@Test
	void missedEventsAreReplayedWithoutRemovedText() {
		var post = social().post(this.alice, "public");
		var first = joined(this.bob, post);
		social().comment(post, this.carol, "received");
		soon().until(() -> first.comments().contains("received"));
		var offset = first.received("new-comment").getFirst().path("offset").asLong();
		first.close();
		var removed = social().comment(post, this.carol, "a secret");
		social().reaction(post, this.carol, "like");
		social().reaction(post, this.carol, "love");
		social().commentRemoved(post, removed, this.carol);
		social().comment(post, this.carol, "missed");
		var stays = joined(this.alice, post);
		social().comment(post, this.carol, "last");
		soon().until(() -> stays.comments().contains("last"));
		var back = client(secondInstance(), "websocket", TestTokens.of(this.bob, "bob"), null);
		assertThat(back.ask("join-social-post", Map.of("postId", post, "offset", offset)).path("ok").asBoolean())
			.isTrue();
		assertThat(back.comments()).containsExactly("missed", "last");
		assertThat(back.received("comment-removed")).hasSize(1);
		assertThat(back.received("reaction-updated")).singleElement()
			.satisfies((reaction) -> assertThat(reaction.at("/data/kind").asString()).isEqualTo("love"));
		assertThat(back.received().toString()).doesNotContain("a secret");
	}

	@Test
	void olderEventsHaveNoEffect() {
		var post = social().post(this.alice, "followers");
		social().follow("follow.ended", this.bob, this.alice, 4);
		social().follow("follow.started", this.bob, this.alice, 3);
		var hidden = social().post(this.alice, "private");
		social().removed(hidden, this.alice, 3);
		social().edited(hidden, this.alice, "public", "private", 2);
		var watches = joined(this.alice, post);
		social().comment(post, this.alice, "last");
		soon().until(() -> watches.comments().contains("last"));
		joined(this.alice, social().post(this.alice, "public"));
		assertRefused(post, member(this.bob));
		assertRefused(hidden, member(this.alice));
	}

	@Test
	void followerWhoWasApprovedJustNowJoins() {
		var post = social().post(this.alice, "followers");
		var reader = member(this.bob);
		assertRefused(post, reader);
		social().follow("follow.started", this.bob, this.alice, 1);
		assertThat(reader.joinSocialPost(post).path("ok").asBoolean()).isTrue();
		assertThat(reader.joinSocialPost("nonsense").path("code").asString()).isEqualTo("request.invalid");
	}

	@Test
	void snapshotsGrantAndRefuseAsEventsDo() {
		var post = Ids.next();
		social().postSnapshot(post, this.alice, "public", "active", 1);
		soon().until(() -> guest("websocket").joinSocialPost(post).path("ok").asBoolean());
		social().snapshot("social-account.snapshot", this.alice, null, 1);
		soon().until(() -> areRefused(post, guest("websocket"), member(this.bob)));
		social().snapshot("follow.snapshot", this.bob, this.alice, 1);
		social().snapshot("follow.snapshot", this.carol, this.alice, 1);
		soon().until(() -> member(this.bob).joinSocialPost(post).path("ok").asBoolean());
		soon().until(() -> member(this.carol).joinSocialPost(post).path("ok").asBoolean());
		social().snapshot("block.snapshot", this.carol, this.alice, 1);
		soon().until(() -> areRefused(post, member(this.carol)));
		var deleted = Ids.next();
		social().postSnapshot(deleted, this.alice, "public", "deleted", 1);
		var last = Ids.next();
		social().postSnapshot(last, this.alice, "public", "active", 1);
		joined(this.alice, last);
		assertRefused(deleted, member(this.alice));
	}

	@ParameterizedTest
	@ValueSource(strings = { "hidden", "removed" })
	void snapshotOfRestrictedPostGrantsItsAuthorAlone(String status) {
		var post = Ids.next();
		social().postSnapshot(post, this.alice, "public", status, 1);
		joined(this.alice, post);
		assertRefused(post, member(this.bob), guest("websocket"));
	}

	@Test
	void scopesDecideWhichRoomsAreJoined() {
		var post = social().post(this.alice, "public");
		var reads = withScope("social:read");
		assertThat(reads.joinSocialPost(post).path("ok").asBoolean()).isTrue();
		assertThat(reads.join(openThread()).path("code").asString()).isEqualTo("auth.scope-missing");
		assertThat(reads.ask("typing", Map.of("postId", post)).path("code").asString()).isEqualTo("auth.scope-missing");
		var chats = withScope("chat:read");
		assertThat(chats.joinSocialPost(post).path("code").asString()).isEqualTo("auth.scope-missing");
		var token = TestTokens.claims(this.bob, "bob").claim("scope", "threads:read").sign();
		assertThat(reads.ask("authenticate", Map.of("token", token)).path("ok").asBoolean()).isTrue();
		assertThat(reads.received("membership-ended")).hasSize(1);
	}

	private void assertRefused(String post, SocketTestClient... clients) {
		assertThat(areRefused(post, clients)).isTrue();
	}

	private boolean areRefused(String post, SocketTestClient... clients) {
		return Stream.of(clients)
			.map((client) -> atOnce(client, () -> client.joinSocialPost(post)))
			.allMatch((answer) -> answer.path("code").asString("").equals("social-post.not-found"));
	}

	private List<SocketTestClient> secondInstanceIf(boolean wanted, String person, String post) {
		if (!wanted) {
			return List.of();
		}
		var client = client(secondInstance(), "polling", TestTokens.of(person, "bob"), null);
		assertThat(client.joinSocialPost(post).path("ok").asBoolean()).isTrue();
		return List.of(client);
	}

	private SocketTestClient withScope(String scope) {
		return client(this.sockets, "websocket", TestTokens.claims(this.bob, "bob").claim("scope", scope).sign(), null);
	}

	private SocketTestClient joined(String person, String post) {
		var client = member(person);
		assertThat(client.joinSocialPost(post).path("ok").asBoolean()).isTrue();
		return client;
	}

	/** The ways in which a follower loses the right to see a post. */
	enum Loss {

		MADE_PRIVATE("followers") {
			@Override
			void happen(SocialEventFixture social, String post, String author, String reader) {
				social.edited(post, author, "private", "followers", 1);
			}
		},
		REMOVED("followers") {
			@Override
			void happen(SocialEventFixture social, String post, String author, String reader) {
				social.removed(post, author, 1);
			}
		},
		UNFOLLOWED("followers") {
			@Override
			void happen(SocialEventFixture social, String post, String author, String reader) {
				social.follow("follow.ended", reader, author, 2);
			}
		},
		BLOCKED("public") {
			@Override
			void happen(SocialEventFixture social, String post, String author, String reader) {
				social.block("block.started", author, reader, 2);
			}
		},
		BLOCKING("public") {
			@Override
			void happen(SocialEventFixture social, String post, String author, String reader) {
				social.block("block.started", reader, author, 2);
			}
		},
		UNFOLLOWED_PRIVATE_ACCOUNT("public") {
			@Override
			void happen(SocialEventFixture social, String post, String author, String reader) {
				social.account(author, true, 1);
				social.follow("follow.ended", reader, author, 2);
			}
		};

		private final String visibility;

		Loss(String visibility) {
			this.visibility = visibility;
		}

		abstract void happen(SocialEventFixture social, String post, String author, String reader);

	}

}
