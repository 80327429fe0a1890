package org.parley.social;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestUser;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

/** The leaks that other networks had, each by its name. */
class KnownLeaksIT extends SocialServiceIT {

	@Test
	void privateAccountIsNotFollowedWithoutApproval() {
		var alice = aPrivatePerson();
		var bob = aPerson();
		var helper = aPerson();
		var post = aPost(alice, "followers");
		follow(bob, alice);
		follow(bob, alice);
		refused(approve(bob, bob), 422, "person.self");
		refused(approve(bob, alice), 404, "follow.not-requested");
		refused(approve(helper, bob), 404, "follow.not-requested");
		assertThat(this.api.get(bob, person(alice)).data().at("/relation/following").asString()).isEqualTo("requested");
		assertThat(ids(alice, person(alice) + "/followers")).isEmpty();
		refused(this.api.get(bob, "/posts/" + post), 404, "social-post.not-found");
		assertThat(ids(bob, "/feed")).doesNotContain(post);
	}

	@Test
	void requestFromBeforeThePrivacyStaysARequestUntilItIsApproved() {
		var alice = aPrivatePerson();
		var bob = aPerson();
		follow(bob, alice);
		setPrivate(alice, false);
		setPrivate(alice, true);
		var post = aPost(alice, "followers");
		refused(this.api.get(bob, "/posts/" + post), 404, "social-post.not-found");
	}

	@Test
	void suspendedFollowerHearsNothingMore() {
		var alice = aPerson();
		var bob = aPerson();
		isFollowedBy(alice, bob);
		var post = aPost(alice, "followers");
		feedBecomes(bob, post);
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(bob.id())), Update.update("status", "BANNED"),
				"people");
		assertThat(ids(bob, "/feed")).isEmpty();
		refused(this.api.get(bob, "/posts/" + post), 404, "social-post.not-found");
		assertThat(ids(bob, person(alice) + "/posts")).isEmpty();
	}

	@Test
	void oldPostsOfAccountMadePrivateAreGoneFromEveryList() {
		var alice = aPerson();
		var follower = aPerson();
		isFollowedBy(alice, follower);
		var post = aPost(alice, "public");
		react(alice, "/posts/" + post, "like");
		var page = this.api.get(TestUser.GUEST, "/posts/" + post);
		feedBecomes(follower, post);
		setPrivate(alice, true);
		for (var reader : List.of(TestUser.GUEST, aPerson(), aPerson("moderator", "admin"))) {
			refused(this.api.get(reader, "/posts/" + post, "If-None-Match", page.header("ETag")), 404,
					"social-post.not-found");
			forgetTopPosts();
			for (var list : List.of("/explore", "/explore?sort=top&window=day", person(alice) + "/posts")) {
				assertThat(ids(reader, list)).as(list).doesNotContain(post);
			}
		}
		assertThat(ids(follower, "/feed")).containsExactly(post);
	}

	@Test
	void blockLeaksByNoListAndNoAddressAndEndsTheFollowing() {
		var alice = aPerson();
		var bob = aPerson();
		var carol = aPerson();
		isFollowedBy(alice, bob);
		isFollowedBy(bob, alice);
		var post = aPost(alice, "public");
		var stage = aPost(carol, "public");
		var comment = aComment(alice, stage);
		react(alice, "/posts/" + stage, "love");
		feedBecomes(bob, post);
		block(alice, bob);
		forgetTopPosts();
		for (var list : List.of("/explore", "/explore?sort=top&window=day", "/feed", person(alice) + "/posts")) {
			assertThat(ids(bob, list)).as(list).doesNotContain(post);
		}
		refused(this.api.get(bob, "/posts/" + post), 404, "social-post.not-found");
		refused(this.api.get(bob, "/comments/" + comment), 404, "social-comment.not-found");
		assertThat(ids(bob, "/posts/" + stage + "/comments")).doesNotContain(comment);
		assertThat(this.api.get(bob, "/posts/" + stage + "/reactions").toString()).doesNotContain(alice.username());
		for (var list : List.of("/followers", "/following")) {
			assertThat(ids(bob, person(alice) + list)).isEmpty();
			assertThat(ids(alice, person(bob) + list)).isEmpty();
		}
		this.api.delete(alice, person(bob) + "/block");
		assertThat(ids(alice, person(alice) + "/followers")).isEmpty();
		assertThat(ids(bob, person(bob) + "/followers")).isEmpty();
		assertThat(ids(bob, "/feed")).doesNotContain(post);
	}

	@Test
	void relationsOfOthersAreNotReadByGuessedNamesOrIds() {
		var alice = aPrivatePerson();
		var bob = aPerson();
		follow(bob, alice);
		approve(alice, bob);
		block(alice, aPerson());
		var curious = aPerson();
		for (var name : List.of(alice.username(), alice.id(), alice.username().toUpperCase(Locale.ROOT))) {
			for (var list : List.of("/followers", "/following", "/blocks", "/requests")) {
				var answer = this.api.get(curious, "/people/" + name + list);
				assertThat(answer.status()).as(name + list).isIn(200, 404);
				assertThat(answer.toString()).doesNotContain(bob.id(), bob.username());
			}
		}
		assertThat(this.api.get(curious, person(alice)).data().path("relation").toString()).doesNotContain(bob.id(),
				bob.username());
		refused(approve(curious, bob), 404, "follow.not-requested");
		this.api.delete(curious, "/people/me/followers/" + bob.username());
		this.api.delete(curious, "/people/me/requests/" + bob.username());
		assertThat(ids(alice, person(alice) + "/followers")).containsExactly(bob.id());
	}

}
