package org.parley.social;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestUser;

import static org.assertj.core.api.Assertions.assertThat;

/** A block hides people from each other in everything that others show them. */
class SeparatedPeopleIT extends SocialServiceIT {

	@Test
	void commentsAndReactionsAreLeftOutForEachOther() {
		var host = aPerson();
		var alice = aPerson();
		var bob = aPerson();
		var post = aPost(host, "public");
		var ofAlice = aComment(alice, post);
		var ofBob = aComment(bob, post);
		react(alice, "/posts/" + post, "like");
		react(bob, "/posts/" + post, "love");
		block(alice, bob);
		assertThat(ids(alice, "/posts/" + post + "/comments")).containsExactly(ofAlice);
		assertThat(ids(bob, "/posts/" + post + "/comments")).containsExactly(ofBob);
		assertThat(ids(host, "/posts/" + post + "/comments")).containsExactly(ofAlice, ofBob);
		assertThat(reactors(alice, post)).containsExactly(alice.id());
		assertThat(reactors(bob, post)).containsExactly(bob.id());
		assertThat(reactors(TestUser.GUEST, post)).containsExactly(bob.id(), alice.id());
		refused(this.api.get(bob, "/comments/" + ofAlice), 404, "social-comment.not-found");
		refused(react(alice, "/comments/" + ofBob, "like"), 404, "social-comment.not-found");
		refused(comment(bob, post, ofAlice), 422, "social-comment.not-found");
	}

	@Test
	void listsOfOthersLeaveThemOutForEachOther() {
		var host = aPerson();
		var alice = aPerson();
		var bob = aPerson();
		isFollowedBy(host, alice, bob);
		isFollowedBy(alice, host);
		block(alice, bob);
		assertThat(ids(alice, person(host) + "/followers")).containsExactly(alice.id());
		assertThat(ids(bob, person(host) + "/followers")).containsExactly(bob.id());
		assertThat(ids(bob, person(host) + "/following")).isEmpty();
		assertThat(ids(TestUser.GUEST, person(host) + "/followers")).containsExactly(bob.id(), alice.id());
	}

	private List<String> reactors(TestUser reader, String post) {
		return this.api.get(reader, "/posts/" + post + "/reactions")
			.body()
			.path("data")
			.valueStream()
			.map((reaction) -> reaction.at("/person/id").asString())
			.toList();
	}

}
