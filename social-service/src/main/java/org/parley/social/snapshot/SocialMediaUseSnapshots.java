package org.parley.social.snapshot;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.media.MediaUseChanged;
import org.parley.platform.messaging.snapshot.Snapshot;
import org.parley.social.post.SocialPosts;
import org.parley.social.post.event.SocialPostEventPublisher;

import org.springframework.stereotype.Component;

/** Publishes which media each post uses. */
@Component
class SocialMediaUseSnapshots implements Snapshot {

	private final SocialPosts posts;

	SocialMediaUseSnapshots(SocialPosts posts) {
		this.posts = posts;
	}

	@Override
	public String type() {
		return "media-use.snapshot";
	}

	@Override
	public List<MediaUseChanged> after(@Nullable String id, int limit) {
		return this.posts.after(id, limit)
			.stream()
			.map((post) -> SocialPostEventPublisher.mediaUse(post).snapshot())
			.toList();
	}

}
