package org.parley.social.relation;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestAccounts;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.social.SocialServiceIT;

import static org.assertj.core.api.Assertions.assertThat;

class RelationIT extends SocialServiceIT {

	@Test
	void publicAccountIsFollowedAtOnce() {
		var alice = aPerson();
		var bob = aPerson();
		assertThat(follow(bob, alice).data().path("following").asString()).isEqualTo("following");
		var seen = this.api.get(bob, person(alice)).data();
		assertThat(seen.at("/counts/followers").asInt()).isOne();
		assertThat(seen.at("/relation/following").asString()).isEqualTo("following");
		assertThat(this.api.get(alice, person(bob)).data().at("/relation/followedBy").asBoolean()).isTrue();
		assertThat(ids(alice, person(alice) + "/followers")).containsExactly(bob.id());
		assertThat(ids(TestUser.GUEST, person(bob) + "/following")).containsExactly(alice.id());
	}

	/** The events of their accounts have not arrived. */
	@Test
	void personWhoHasJustRegisteredIsFound() {
		var bob = aPerson();
		assertThat(follow(bob, TestAccounts.register()).data().path("following").asString()).isEqualTo("following");
		assertThat(block(bob, TestAccounts.register()).status()).isEqualTo(200);
		for (var path : List.of("", "/posts", "/followers", "/following")) {
			assertThat(this.api.get(bob, person(TestAccounts.register()) + path).status()).as(path).isEqualTo(200);
		}
		refused(this.api.get(bob, person(TestUser.with())), 404, "person.not-found");
	}

	@Test
	void repeatedFollowChangesNothing() {
		var alice = aPerson();
		var bob = aPerson();
		follow(bob, alice);
		follow(bob, alice);
		assertThat(this.api.get(bob, person(alice)).data().at("/counts/followers").asInt()).isOne();
		assertThat(unfollow(bob, alice).status()).isEqualTo(204);
		assertThat(unfollow(bob, alice).status()).isEqualTo(204);
		assertThat(this.api.get(bob, person(alice)).data().at("/counts/followers").asInt()).isZero();
	}

	@Test
	void privateAccountIsFollowedAfterApproval() {
		var alice = aPrivatePerson();
		var bob = aPerson();
		var post = aPost(alice, "followers");
		assertThat(follow(bob, alice).data().path("following").asString()).isEqualTo("requested");
		refused(this.api.get(bob, "/posts/" + post), 404, "social-post.not-found");
		assertThat(ids(alice, "/people/me/requests")).containsExactly(bob.id());
		assertThat(approve(alice, bob).status()).isEqualTo(204);
		assertThat(this.api.get(bob, "/posts/" + post).status()).isEqualTo(200);
		assertThat(ids(alice, "/people/me/requests")).isEmpty();
	}

	@Test
	void onlyTheFollowedPersonApproves() {
		var alice = aPrivatePerson();
		var bob = aPerson();
		follow(bob, alice);
		refused(approve(bob, alice), 404, "follow.not-requested");
		refused(approve(aPerson(), bob), 404, "follow.not-requested");
		assertThat(this.api.get(bob, person(alice)).data().at("/relation/following").asString()).isEqualTo("requested");
	}

	@Test
	void requestIsDeclinedOrWithdrawn() {
		var alice = aPrivatePerson();
		var bob = aPerson();
		follow(bob, alice);
		assertThat(this.api.delete(alice, "/people/me/requests/" + bob.username()).status()).isEqualTo(204);
		refused(approve(alice, bob), 404, "follow.not-requested");
		follow(bob, alice);
		unfollow(bob, alice);
		refused(approve(alice, bob), 404, "follow.not-requested");
	}

	@Test
	void removedFollowerSeesNothingMore() {
		var alice = aPerson();
		var bob = aPerson();
		isFollowedBy(alice, bob);
		var post = aPost(alice, "followers");
		assertThat(this.api.get(bob, "/posts/" + post).status()).isEqualTo(200);
		assertThat(this.api.delete(alice, "/people/me/followers/" + bob.username()).status()).isEqualTo(204);
		refused(this.api.get(bob, "/posts/" + post), 404, "social-post.not-found");
	}

	@Test
	void accountMadePrivateHidesItsOldPosts() {
		var alice = aPerson();
		var post = aPost(alice, "public");
		assertThat(this.api.get(TestUser.GUEST, "/posts/" + post).status()).isEqualTo(200);
		setPrivate(alice, true);
		for (var reader : List.of(TestUser.GUEST, aPerson(), aPerson("moderator", "admin"))) {
			refused(this.api.get(reader, "/posts/" + post), 404, "social-post.not-found");
			assertThat(ids(reader, "/explore")).doesNotContain(post);
			assertThat(ids(reader, person(alice) + "/posts")).isEmpty();
			assertThat(ids(reader, person(alice) + "/followers")).isEmpty();
		}
		setPrivate(alice, false);
		assertThat(this.api.get(TestUser.GUEST, "/posts/" + post).status()).isEqualTo(200);
	}

	@Test
	void blockEndsFollowingInBothDirections() {
		var alice = aPerson();
		var bob = aPerson();
		isFollowedBy(alice, bob);
		isFollowedBy(bob, alice);
		assertThat(block(alice, bob).data().path("blocking").asBoolean()).isTrue();
		refused(follow(bob, alice), 403, "follow.blocked");
		refused(follow(alice, bob), 403, "follow.blocked");
		assertThat(ids(alice, "/people/me/blocks")).containsExactly(bob.id());
		assertThat(ids(bob, "/people/me/blocks")).isEmpty();
		this.api.delete(alice, person(bob) + "/block");
		var relation = this.api.get(bob, person(alice)).data().path("relation");
		assertThat(relation.path("following").asString()).isEqualTo("none");
		assertThat(relation.path("followedBy").asBoolean()).isFalse();
		assertThat(follow(bob, alice).status()).isEqualTo(200);
	}

	@Test
	void blockEndsRequestsToo() {
		var alice = aPrivatePerson();
		var bob = aPerson();
		follow(bob, alice);
		block(alice, bob);
		refused(approve(alice, bob), 404, "follow.not-requested");
		assertThat(ids(alice, "/people/me/requests")).isEmpty();
	}

	@Test
	void concurrentFollowAndBlockNeverLeaveAFollower() throws Exception {
		for (int round = 0; round < 10; round++) {
			var alice = aPerson();
			var bob = aPerson();
			try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
				pool.invokeAll(List.<Callable<TestResponse>>of(() -> follow(bob, alice), () -> block(alice, bob),
						() -> follow(bob, alice)));
			}
			this.api.delete(alice, person(bob) + "/block");
			assertThat(this.api.get(bob, person(alice)).data().at("/counts/followers").asInt()).isZero();
		}
	}

	@Test
	void nobodyFollowsOrBlocksThemselves() {
		var alice = aPerson();
		refused(follow(alice, alice), 422, "follow.self");
		refused(block(alice, alice), 422, "block.self");
		refused(this.api.put(alice, "/people/no-such-person/follow", null), 404, "person.not-found");
	}

	@Test
	void guestsAndOthersSeeNoPrivateLists() {
		for (var path : List.of("/people/me/blocks", "/people/me/requests", "/feed", "/preferences")) {
			refused(this.api.get(TestUser.GUEST, path), 401, "auth.required");
		}
		refused(this.api.put(TestUser.GUEST, person(aPerson()) + "/follow", null), 401, "auth.required");
	}

}
