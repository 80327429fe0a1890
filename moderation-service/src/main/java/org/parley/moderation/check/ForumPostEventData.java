package org.parley.moderation.check;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.cases.CaseGrounds;
import org.parley.moderation.subject.AuthorReference;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;

/** What the forum tells, as far as checks need it. */
final class ForumPostEventData {

	private ForumPostEventData() {
	}

	/**
	 * Somebody has posted, changed a post or given one back.
	 *
	 * @param post which one
	 * @param thread where
	 * @param by who, but for new posts
	 */
	record OfPost(Post post, ModeratedThreadReference thread, @Nullable AuthorReference by) {
	}

	/**
	 * Somebody has started a thread.
	 *
	 * @param thread which one
	 * @param post that opens it
	 */
	record Start(Discussion thread, Post post) {
	}

	/**
	 * Something became of a thread.
	 *
	 * @param thread as it is now
	 */
	record OfThread(Discussion thread) {
	}

	/**
	 * A post is gone.
	 *
	 * @param post which one
	 * @param version of the post
	 */
	record Removal(ModeratedPostReference post, long version) {
	}

	/**
	 * A post is in another thread.
	 *
	 * @param reference which one, with its number where it is
	 * @param thread where it is
	 * @param from where it was
	 * @param post what it says; absent when its readers may not see it
	 * @param version of the post
	 */
	record Move(ModeratedPostReference reference, ModeratedThreadReference thread, ModeratedThreadReference from,
			@Nullable Post post, long version) {
	}

	/**
	 * A reader says that something is wrong with a post.
	 *
	 * @param report what is said
	 * @param post of which post
	 * @param thread where
	 */
	record Reported(Report report, Post post, ModeratedThreadReference thread) {

		CaseGrounds grounds() {
			return new CaseGrounds(this.post.reference(), this.thread, new ContentRevision(this.post.version(), 0),
					this.post.content(), null, List.of("report/" + this.report.reason()));
		}

	}

	/**
	 * What is said.
	 *
	 * @param reason what is wrong, as a stable code
	 */
	record Report(String reason) {
	}

	/**
	 * A post.
	 *
	 * @param id the post's id
	 * @param number its place in the thread
	 * @param author who wrote it
	 * @param content Markdown as it was written
	 * @param version grows with every change but those of votes
	 */
	record Post(String id, int number, AuthorReference author, String content, long version) {

		ModeratedPostReference reference() {
			return new ModeratedPostReference(this.id, this.number, this.author);
		}

	}

	/**
	 * A thread.
	 *
	 * @param id the thread's id
	 * @param slug its readable part of an address
	 * @param title its title
	 * @param category where it is
	 * @param author who started it
	 * @param version grows with every change but those of counters
	 */
	record Discussion(String id, String slug, String title, ModeratedThreadReference.Category category,
			AuthorReference author, long version) {

		ModeratedThreadReference reference() {
			return new ModeratedThreadReference(this.id, this.slug, this.title, this.category, this.author);
		}

	}

}
