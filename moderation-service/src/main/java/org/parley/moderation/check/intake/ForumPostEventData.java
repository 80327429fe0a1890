package org.parley.moderation.check.intake;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.cases.CaseGrounds;
import org.parley.moderation.subject.AuthorReference;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;

/** The data of forum events about posts, threads and reports. */
final class ForumPostEventData {

	private ForumPostEventData() {
	}

	/**
	 * A post was created, edited or restored.
	 *
	 * @param post the post
	 * @param thread its thread
	 * @param by the acting account; absent for new posts
	 * @param decided whether a moderator's decision changed the text
	 */
	record PostEvent(Post post, ModeratedThreadReference thread, @Nullable AuthorReference by,
			@Nullable Boolean decided) {

		/** Whether the text needs no check, because a moderator has decided about it. */
		boolean isDecided() {
			return Boolean.TRUE.equals(this.decided);
		}
	}

	/**
	 * A thread was created.
	 *
	 * @param thread the thread
	 * @param post its first post
	 */
	record ThreadStarted(ThreadState thread, Post post) {
	}

	/**
	 * A thread was edited, removed or restored.
	 *
	 * @param thread its present state
	 */
	record ThreadEvent(ThreadState thread) {
	}

	/**
	 * A post was removed.
	 *
	 * @param post the post
	 * @param thread its thread
	 * @param version the post's version
	 */
	record PostRemoved(ModeratedPostReference post, ModeratedThreadReference thread, long version) {
	}

	/**
	 * A post was moved to another thread.
	 *
	 * @param reference the post with its number in the new thread
	 * @param thread the new thread
	 * @param from the previous thread
	 * @param post the content; absent when readers cannot see the post
	 * @param version the post's version
	 */
	record PostMoved(ModeratedPostReference reference, ModeratedThreadReference thread, ModeratedThreadReference from,
			@Nullable Post post, long version) {
	}

	/**
	 * A reader has reported a post.
	 *
	 * @param report the report
	 * @param post the reported post
	 * @param thread its thread
	 */
	record PostReported(Report report, Post post, ModeratedThreadReference thread) {

		CaseGrounds grounds() {
			return new CaseGrounds(this.post.reference(), this.thread, new ContentRevision(this.post.version(), 0),
					this.post.content(), null, List.of("report/" + this.report.reason()));
		}

	}

	/**
	 * A report.
	 *
	 * @param reason a stable code
	 */
	record Report(String reason) {
	}

	/**
	 * A post.
	 *
	 * @param id the post's id
	 * @param number its position in the thread
	 * @param author the author
	 * @param content the Markdown source
	 * @param status its moderation status
	 * @param version grows with every change except votes
	 */
	record Post(String id, int number, AuthorReference author, String content, String status, long version) {

		/** Whether readers cannot see the post. */
		boolean isHidden() {
			return !this.status.equals("active") && !this.status.equals("flagged");
		}

		ModeratedPostReference reference() {
			return new ModeratedPostReference(this.id, this.number, this.author);
		}

	}

	/**
	 * A thread.
	 *
	 * @param id the thread's id
	 * @param slug the readable part of its URL
	 * @param title its title
	 * @param category its category
	 * @param author its author
	 * @param version grows with every change except counters
	 */
	record ThreadState(String id, String slug, String title, ModeratedThreadReference.Category category,
			AuthorReference author, long version) {

		ModeratedThreadReference reference() {
			return new ModeratedThreadReference(this.id, this.slug, this.title, this.category, this.author);
		}

	}

}
