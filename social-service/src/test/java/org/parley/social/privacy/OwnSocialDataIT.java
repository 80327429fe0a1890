package org.parley.social.privacy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.platform.test.PersonalDataKit;
import org.parley.platform.test.event.PublishedEvents;
import org.parley.social.SocialServiceIT;

import static org.assertj.core.api.Assertions.assertThat;

class OwnSocialDataIT extends SocialServiceIT {

	@Test
	void erasureRemovesPostsCommentsReactionsFollowsAndBlocks() {
		var gone = aPerson();
		var bob = aPerson();
		isFollowedBy(gone, bob);
		isFollowedBy(bob, gone);
		var created = new PublishedEvents(this.broker, this.rabbit, "social.events", "social-post.created");
		var own = aPost(gone, "public");
		var post = aPost(bob, "public");
		var comment = aComment(gone, post);
		react(gone, "/posts/" + post, "like");
		react(gone, "/comments/" + aComment(bob, post), "like");
		block(gone, aPerson());
		feedBecomes(bob, post, own);
		awaitWritten(own, created);
		awaitWritten(post, created);
		var kit = new PersonalDataKit(this.rabbit, this.broker, "social.events", "social_members");
		assertThat(kit.erase(gone.id())).containsEntry("posts", 1L)
			.containsEntry("comments", 1L)
			.containsEntry("reactions", 2L)
			.containsEntry("follows", 1L)
			.containsEntry("followers", 1L)
			.containsEntry("blocks", 1L);
		refused(this.api.get(bob, "/posts/" + own), 404, "social-post.not-found");
		refused(this.api.get(bob, "/comments/" + comment), 404, "social-comment.not-found");
		refused(this.api.get(bob, person(gone)), 404, "person.not-found");
		var seen = this.api.get(bob, "/posts/" + post).data();
		assertThat(seen.path("commentCount").asInt()).isOne();
		assertThat(seen.path("reactions").isEmpty()).isTrue();
		assertThat(this.api.get(bob, person(bob)).data().at("/counts/followers").asInt()).isZero();
		assertThat(ids(bob, "/feed")).containsExactly(post);
		for (var collection : List.of("posts", "comments", "reactions", "follows", "blocks", "feed", "person_pairs")) {
			assertThat(this.mongo.findAll(org.bson.Document.class, collection)).as(collection)
				.noneMatch((document) -> document.toJson().contains(gone.id()));
		}
	}

}
