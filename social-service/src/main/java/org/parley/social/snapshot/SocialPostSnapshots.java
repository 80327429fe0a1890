package org.parley.social.snapshot;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;
import org.parley.contracts.social.SocialPostSnapshot;
import org.parley.platform.messaging.snapshot.Snapshot;
import org.parley.social.person.SocialPeople;
import org.parley.social.person.SocialPerson;
import org.parley.social.post.SocialPost;
import org.parley.social.post.SocialPosts;

import org.springframework.stereotype.Component;

/** Publishes who may see which post, deleted ones included. */
@Component
class SocialPostSnapshots implements Snapshot {

	private final SocialPosts posts;

	private final SocialPeople people;

	SocialPostSnapshots(SocialPosts posts, SocialPeople people) {
		this.posts = posts;
		this.people = people;
	}

	@Override
	public String type() {
		return "social-post.snapshot";
	}

	@Override
	public List<SocialPostSnapshot> after(@Nullable String id, int limit) {
		var page = this.posts.after(id, limit);
		var authors = this.people.find(page.stream().map(SocialPost::authorId).collect(Collectors.toSet()));
		return page.stream().map((post) -> snapshot(post, SocialPerson.reference(post.authorId(), authors))).toList();
	}

	private static SocialPostSnapshot snapshot(SocialPost post, PersonReference author) {
		return new SocialPostSnapshot(new SocialPostSnapshot.VisiblePost(post.id(), author, post.visibility(),
				post.status(), post.version()));
	}

}
