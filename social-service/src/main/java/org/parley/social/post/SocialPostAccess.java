package org.parley.social.post;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.social.relation.SocialReaders;

import org.springframework.stereotype.Component;

/** Finds posts for those who may see them. To all others they do not exist. */
@Component
public class SocialPostAccess {

	private final SocialPosts posts;

	private final SocialReaders readers;

	SocialPostAccess(SocialPosts posts, SocialReaders readers) {
		this.posts = posts;
		this.readers = readers;
	}

	/**
	 * Returns a post that the caller, or a guest, may see.
	 * @throws RefusalException 404 {@code social-post.not-found}
	 */
	public VisiblePost require(String id, @Nullable Caller caller) {
		var post = this.posts.find(id).orElseThrow(SocialPostAccess::notFound);
		var reader = this.readers.of(caller, Set.of(post.authorId()));
		if (!post.isShownTo(reader)) {
			throw notFound();
		}
		return new VisiblePost(post, reader);
	}

	/** The refusal of a post that does not exist for the caller. */
	public static RefusalException notFound() {
		return RefusalException.notFound("social-post.not-found", "There is no such post.");
	}

}
