package org.parley.realtime.access.social;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.social.SocialAccountChanged;
import org.parley.contracts.social.SocialPostData;
import org.parley.contracts.social.SocialPostRemoved;
import org.parley.contracts.social.SocialPostSnapshot;
import org.parley.contracts.social.SocialPostStatus;
import org.parley.contracts.social.SocialVisibility;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.VersionedUpsert;
import org.parley.realtime.access.ReadPermission;
import org.parley.realtime.access.RoomRule;
import org.parley.realtime.kind.RoomKind;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Stores who may see which social post, with the rule of {@link SocialVisibility}; a
 * block separates two people in both directions. Suspended people have no valid token, so
 * they read as guests. All refusals are alike and take the same time, so that nobody
 * learns which hidden posts exist.
 */
@Component
public class SocialPostRights implements RoomRule {

	private final MongoOperations mongo;

	private final RoomFollows follows;

	private final RoomBlocks blocks;

	SocialPostRights(MongoOperations mongo, RoomFollows follows, RoomBlocks blocks) {
		this.mongo = mongo;
		this.follows = follows;
		this.blocks = blocks;
	}

	@Override
	public RoomKind kind() {
		return RoomKind.SOCIAL_POST;
	}

	@Override
	public ReadPermission permission(String postId, @Nullable Caller caller) {
		var post = this.mongo.findById(postId, RoomSocialPost.class);
		var reader = (caller != null && caller.isPerson()) ? caller.id() : null;
		return (post != null && !post.removed() && maySee(post, reader)) ? ReadPermission.GRANTED
				: ReadPermission.UNKNOWN;
	}

	@Override
	public List<String> dependingOn(String authorId, Collection<String> postIds) {
		var query = Query.query(Criteria.where("_id").in(postIds).and("authorId").is(authorId));
		return this.mongo.find(query, RoomSocialPost.class).stream().map(RoomSocialPost::id).toList();
	}

	@Override
	public Set<String> hiddenFrom(String personId) {
		return this.blocks.separatedFrom(personId);
	}

	/** Stores the visibility of a shown post. */
	public void update(SocialPostData post) {
		save(post.id(), post.author().id(), post.version(),
				new Update().set("visibility", post.visibility().json()).set("removed", false));
	}

	/** Stores the state of a post; what moderation hides is left to the author. */
	void update(SocialPostSnapshot event) {
		var post = event.post();
		var visibility = (post.status() == SocialPostStatus.ACTIVE) ? post.visibility() : SocialVisibility.PRIVATE;
		save(post.id(), post.author().id(), post.version(), new Update().set("visibility", visibility.json())
			.set("removed", post.status() == SocialPostStatus.DELETED));
	}

	/** Marks a post as removed. One that moderation hides is left to its author. */
	public void remove(SocialPostRemoved event) {
		var post = event.post();
		save(post.id(), post.author().id(), event.version(),
				new Update().set("visibility", SocialVisibility.PRIVATE.json())
					.set("removed", !Boolean.TRUE.equals(event.hidden())));
	}

	/** Stores whether an account is private. */
	public void update(SocialAccountChanged event) {
		VersionedUpsert.saveIfNewer(this.mongo, RoomAuthor.class, event.person().id(), event.version(),
				new Update().set("closed", event.privateAccount()));
	}

	private void save(String id, String authorId, long version, Update update) {
		VersionedUpsert.saveIfNewer(this.mongo, RoomSocialPost.class, id, version, update.set("authorId", authorId));
	}

	private boolean maySee(RoomSocialPost post, @Nullable String readerId) {
		var author = post.authorId();
		if (author.equals(readerId)) {
			return true;
		}
		if (readerId != null && this.blocks.separate(readerId, author)) {
			return false;
		}
		return SocialVisibility.of(post.visibility()).permits(() -> isPrivate(author), () -> follows(readerId, author));
	}

	private boolean isPrivate(String authorId) {
		var author = this.mongo.findById(authorId, RoomAuthor.class);
		return author != null && author.closed();
	}

	private boolean follows(@Nullable String readerId, String authorId) {
		return readerId != null && this.follows.exists(readerId, authorId);
	}

}
