package org.parley.forum.post.media;

import java.util.List;
import java.util.Objects;

import org.parley.contracts.forum.PostStatus;
import org.parley.contracts.media.AttachedMedium;
import org.parley.contracts.media.MediaAudience;
import org.parley.contracts.media.MediaSubject;
import org.parley.contracts.media.MediaUseChanged;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.post.Post;
import org.parley.forum.post.Posts;
import org.parley.forum.thread.ForumThread;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;
import org.parley.platform.readmodels.media.use.KnownMedia;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Publishes which media a post shows, and to whom. Part of the transaction that changes
 * the post. A post that its author deleted shows none; one that moderators hide keeps its
 * media, because they may show it again.
 */
@Component
public class PostMediaUses {

	/** The kind of posts as subjects that use media. */
	static final String SUBJECT = "forum-post";

	private final Posts posts;

	private final CategoryAccess categories;

	private final KnownMedia knownMedia;

	private final ApplicationEventPublisher publisher;

	PostMediaUses(Posts posts, CategoryAccess categories, KnownMedia knownMedia, ApplicationEventPublisher publisher) {
		this.posts = posts;
		this.categories = categories;
		this.knownMedia = knownMedia;
		this.publisher = publisher;
	}

	public void publishNew(Post post, ForumThread thread) {
		if (!post.media().isEmpty()) {
			publish(post, audience(post, thread), Objects.requireNonNull(post.mediaVersion()));
		}
	}

	/** Publishes the media of a changed post, unless it has never shown any. */
	public void publishChanged(Post post, ForumThread thread) {
		if (post.mediaVersion() != null) {
			publishAgain(post, audience(post, thread));
		}
	}

	/** Publishes the media of a post whose readers have changed. */
	void publishAgain(Post post, MediaAudience audience) {
		publish(post, audience, this.posts.nextMediaVersion(post.id()));
	}

	/** The media of a post, for events that contain its text. */
	public List<AttachedMedium> attached(Post post) {
		return post.media().isEmpty() ? List.of() : this.knownMedia.gallery(post.media()).attach(post.media());
	}

	/** Returns who sees the media of a post: everybody if guests read it. */
	MediaAudience audience(Post post, ForumThread thread) {
		return audience(post.status().isShown() && isPublic(thread));
	}

	/** Returns the same, but without a cache of categories. */
	MediaAudience currentAudience(Post post, ForumThread thread) {
		return audience(post.status().isShown() && thread.listed() && this.categories.isPublicNow(thread.categoryId()));
	}

	/** Whether guests read a thread. */
	boolean isPublic(ForumThread thread) {
		return thread.listed()
				&& this.categories.byId(thread.categoryId()).filter(Rights.of(Audience.EVERYONE)::mayRead).isPresent();
	}

	private static MediaAudience audience(boolean everyone) {
		return everyone ? MediaAudience.EVERYONE : MediaAudience.RESTRICTED;
	}

	private void publish(Post post, MediaAudience audience, long version) {
		var shown = (post.status() == PostStatus.DELETED) ? List.<String>of() : post.media();
		this.publisher.publishEvent(
				MediaUseChanged.of(new MediaSubject(SUBJECT, post.id()), post.authorId(), shown, audience, version));
	}

}
