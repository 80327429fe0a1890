package org.parley.forum.post.media;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.media.MediaAudience;
import org.parley.forum.post.Post;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.Threads;
import org.parley.platform.readmodels.media.EmbeddedMedia;
import org.parley.platform.readmodels.media.use.KnownMedia;
import org.parley.platform.readmodels.media.use.MediaGallery;

import org.springframework.stereotype.Component;

/** Shows the media in rendered posts. Posts without media cost no query. */
@Component
public class PostPictures {

	private final KnownMedia knownMedia;

	private final PostMediaUses uses;

	private final Threads threads;

	PostPictures(KnownMedia knownMedia, PostMediaUses uses, Threads threads) {
		this.knownMedia = knownMedia;
		this.uses = uses;
		this.threads = threads;
	}

	/** Shows the media of a post that the reader may see. */
	public String show(String html, Post post) {
		if (EmbeddedMedia.ids(html).isEmpty()) {
			return html;
		}
		var isPublic = this.threads.find(post.threadId())
			.filter((thread) -> this.uses.audience(post, thread) == MediaAudience.EVERYONE)
			.isPresent();
		return open(List.of(html)).show(html, isPublic);
	}

	/** Shows media in a text that only its author sees. */
	public String showOwn(String html) {
		return open(List.of(html)).show(html, false);
	}

	/** Reads the media of several texts, by at most one query. */
	public Opened open(Collection<String> texts) {
		var ids = texts.stream().flatMap((html) -> EmbeddedMedia.ids(html).stream()).collect(Collectors.toSet());
		return new Opened(ids.isEmpty() ? null : this.knownMedia.gallery(ids));
	}

	/** Whether guests read the posts of a thread that moderation does not hide. */
	public boolean isPublic(String threadId) {
		return this.threads.find(threadId).filter(this::isPublic).isPresent();
	}

	/** Whether guests read the posts of a thread that moderation does not hide. */
	public boolean isPublic(ForumThread thread) {
		return this.uses.isPublic(thread);
	}

	/** Texts whose media are read. */
	public static final class Opened {

		private final @Nullable MediaGallery gallery;

		private Opened(@Nullable MediaGallery gallery) {
			this.gallery = gallery;
		}

		/**
		 * Shows the media in one of the texts.
		 * @param isPublic whether everybody may read it
		 */
		public String show(String html, boolean isPublic) {
			return EmbeddedMedia.show(html,
					(id) -> Objects.requireNonNull(this.gallery, "The text is opened").show(id, isPublic));
		}

	}

}
