package org.parley.social.profile;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.social.person.SocialPeople;
import org.parley.social.post.SocialPosts;
import org.parley.social.relation.Blocks;
import org.parley.social.relation.Follow;
import org.parley.social.relation.Follows;
import org.parley.social.relation.SocialReader;
import org.parley.social.relation.SocialReaders;
import org.parley.social.relation.change.FollowRelation;
import org.parley.social.relation.change.RelationView;

import org.springframework.stereotype.Component;

/** Shows people to readers. */
@Component
class SocialProfiles {

	private final SocialPeople people;

	private final SocialReaders readers;

	private final Follows follows;

	private final Blocks blocks;

	private final SocialPosts posts;

	SocialProfiles(SocialPeople people, SocialReaders readers, Follows follows, Blocks blocks, SocialPosts posts) {
		this.people = people;
		this.readers = readers;
		this.follows = follows;
		this.blocks = blocks;
		this.posts = posts;
	}

	/**
	 * Shows a person.
	 * @throws RefusalException 404 {@code person.not-found}
	 */
	SocialProfileView show(String username, @Nullable Caller caller) {
		var person = this.people.require(username);
		var reader = this.readers.of(caller, Set.of(person.id()));
		return new SocialProfileView(person.id(), person.username(), person.displayName(), person.avatarUrl(),
				person.closed(), counts(person.id(), reader), relation(person.id(), reader));
	}

	private SocialProfileView.Counts counts(String id, SocialReader reader) {
		return reader.meets(id)
				? new SocialProfileView.Counts(this.posts.count(id, reader.visibilities(id)),
						this.follows.countFollowers(id, Integer.MAX_VALUE), this.follows.countFollowing(id))
				: SocialProfileView.Counts.NONE;
	}

	private @Nullable RelationView relation(String id, SocialReader reader) {
		var readerId = reader.id();
		if (readerId == null) {
			return null;
		}
		var following = this.follows.find(readerId, id).map(FollowRelation::of).orElse(FollowRelation.NONE);
		var followedBy = this.follows.find(id, readerId).filter(Follow::isApproved).isPresent();
		return new RelationView(following, followedBy, this.blocks.exists(readerId, id));
	}

	/**
	 * A person with counts and relation.
	 *
	 * @param username unique, ignoring case
	 * @param displayName as shown to others
	 * @param privateAccount whether the person approves followers
	 * @param counts what the reader may see of the person
	 * @param relation the relation to the reader; null for guests
	 */
	record SocialProfileView(String id, String username, String displayName, @Nullable String avatarUrl,
			boolean privateAccount, Counts counts, @Nullable RelationView relation) {

		/**
		 * Counts of a person.
		 *
		 * @param posts the posts that the reader may see
		 * @param following the people whom the person follows
		 */
		record Counts(long posts, long followers, long following) {

			static final Counts NONE = new Counts(0, 0, 0);

		}

	}

}
