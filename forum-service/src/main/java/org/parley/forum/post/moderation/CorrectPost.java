package org.parley.forum.post.moderation;

import java.util.Optional;

import org.parley.contracts.PersonReference;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.post.DecidedText;
import org.parley.forum.post.Post;
import org.parley.forum.post.PostRevision;
import org.parley.forum.post.Posts;
import org.parley.forum.post.edit.ReadContent;
import org.parley.forum.post.edit.RenderedContent;
import org.parley.forum.post.edit.SaveEdit;
import org.parley.forum.post.event.PostEventPublisher;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.Threads;

import org.springframework.stereotype.Component;

/**
 * Replaces the content of a post as a moderator has decided, and restores it, within the
 * transaction of the event. Both leave a revision in the history of the post.
 */
@Component
class CorrectPost {

	private final Posts posts;

	private final Threads threads;

	private final CategoryAccess categories;

	private final ReadContent readContent;

	private final SaveEdit saveEdit;

	private final PostEventPublisher events;

	CorrectPost(Posts posts, Threads threads, CategoryAccess categories, ReadContent readContent, SaveEdit saveEdit,
			PostEventPublisher events) {
		this.posts = posts;
		this.threads = threads;
		this.categories = categories;
		this.readContent = readContent;
		this.saveEdit = saveEdit;
		this.events = events;
	}

	/**
	 * Replaces the content.
	 * @param seen the version of the post that the moderator saw
	 * @return the version of the post with the new content; empty if nothing changed
	 */
	Optional<Long> correct(String postId, DecidedText decided, long seen, PersonReference by) {
		return find(postId).flatMap((found) -> {
			var rendered = render(decided, found);
			return found.post()
				.correct(decided, rendered.rendered().html(), seen)
				.map((before) -> save(found, before, rendered, by));
		});
	}

	/** Restores the content that a decision has replaced, unless it was edited since. */
	void revert(String postId, DecidedText earlier, PersonReference by) {
		find(postId).ifPresent((found) -> {
			var rendered = render(earlier, found);
			found.post()
				.revertCorrection(earlier, rendered.rendered().html())
				.ifPresentOrElse((before) -> save(found, before, rendered, by),
						() -> this.posts.update(found.post(), found.post().version()));
		});
	}

	private Optional<Corrected> find(String postId) {
		return this.posts.find(postId)
			.flatMap((post) -> this.threads.find(post.threadId()).map((thread) -> new Corrected(post, thread)));
	}

	private RenderedContent render(DecidedText decided, Corrected found) {
		return this.readContent.readDecided(decided.text(), found.post(),
				() -> this.categories.byId(found.thread().categoryId())
					.orElseThrow(() -> new IllegalStateException("The thread has no category")));
	}

	private long save(Corrected corrected, PostRevision before, RenderedContent rendered, PersonReference by) {
		var post = corrected.post();
		this.posts.insertRevision(before);
		this.saveEdit.saveContent(post, rendered);
		this.events.publishCorrected(post, corrected.thread(), by);
		return post.version();
	}

	/** A post and its thread. */
	private record Corrected(Post post, ForumThread thread) {
	}

}
