package org.parley.forum.post.media;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

import org.parley.contracts.media.MediaPurpose;
import org.parley.forum.post.Post;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.readmodels.media.use.KnownMedia;
import org.parley.platform.text.markdown.Markdown;

import org.springframework.stereotype.Component;

/**
 * Requires that a content shows only media that it may show. It may wait for an event
 * about a recent upload, so it is used before a transaction.
 */
@Component
public class ContentMedia {

	/** Bounds the size of a rendered post. */
	private static final int MAX_IMAGES = 20;

	private static final String FIELD = "content";

	private final Markdown markdown;

	private final KnownMedia knownMedia;

	ContentMedia(Markdown markdown, KnownMedia knownMedia) {
		this.markdown = markdown;
		this.knownMedia = knownMedia;
	}

	/**
	 * Returns the media in a new content.
	 * @throws RefusalException 422 {@code media.unavailable} unless the author may use
	 * all of them, or {@code media.too-many}
	 */
	public Set<String> requireUsable(String content, String authorId) {
		var media = in(content);
		this.knownMedia.requireUsable(media, authorId, MediaPurpose.FORUM, FIELD);
		return media;
	}

	/**
	 * Returns the media in an edited content. Media that the post shows already may be
	 * gone meanwhile. Only the author adds media, because they stay the author's own.
	 * @param post supplies the post; called only if the content has media
	 * @throws RefusalException as for a new content
	 */
	public Set<String> requireUsable(String content, String writerId, Supplier<Post> post) {
		var media = in(content);
		if (media.isEmpty()) {
			return media;
		}
		var before = post.get();
		var added = new LinkedHashSet<>(media);
		added.removeAll(before.media());
		if (!added.isEmpty() && !before.authorId().equals(writerId)) {
			throw KnownMedia.unavailable(FIELD, MediaPurpose.FORUM);
		}
		this.knownMedia.requireUsable(added, writerId, MediaPurpose.FORUM, FIELD);
		return media;
	}

	/**
	 * Finds the media that a post may show with a content that a moderator has decided:
	 * those that it shows already and usable ones of its author. Others are left out.
	 */
	public Set<String> usableIn(String content, Post post) {
		var media = new LinkedHashSet<>(this.markdown.media(content));
		var usable = this.knownMedia.usableAmong(media, post.authorId(), MediaPurpose.FORUM);
		media.removeIf((id) -> !usable.contains(id) && !post.media().contains(id));
		return media;
	}

	private Set<String> in(String content) {
		var media = this.markdown.media(content);
		if (media.size() > MAX_IMAGES) {
			throw RefusalException.unprocessable(FIELD, "media.too-many", "must show at most " + MAX_IMAGES + " media");
		}
		return new LinkedHashSet<>(media);
	}

}
