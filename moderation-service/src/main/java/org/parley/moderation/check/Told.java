package org.parley.moderation.check;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.cases.Grounds;
import org.parley.moderation.subject.PostReference;
import org.parley.moderation.subject.Revision;
import org.parley.moderation.subject.Signature;
import org.parley.moderation.subject.ThreadReference;

/** What the forum tells, as far as checks need it. */
final class Told {

	private Told() {
	}

	/**
	 * Somebody has posted, changed a post or given one back.
	 *
	 * @param post which one
	 * @param thread where
	 * @param by who, but for new posts
	 */
	record OfPost(Post post, ThreadReference thread, @Nullable Signature by) {
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
	record Removal(PostReference post, long version) {
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
	record Move(PostReference reference, ThreadReference thread, ThreadReference from, @Nullable Post post,
			long version) {
	}

	/**
	 * A reader says that something is wrong with a post.
	 *
	 * @param report what is said
	 * @param post of which post
	 * @param thread where
	 */
	record Reported(Report report, Post post, ThreadReference thread) {

		Grounds grounds() {
			return new Grounds(this.post.reference(), this.thread, new Revision(this.post.version(), 0),
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
	record Post(String id, int number, Signature author, String content, long version) {

		PostReference reference() {
			return new PostReference(this.id, this.number, this.author);
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
	record Discussion(String id, String slug, String title, ThreadReference.Category category, Signature author,
			long version) {

		ThreadReference reference() {
			return new ThreadReference(this.id, this.slug, this.title, this.category, this.author);
		}

	}

}
