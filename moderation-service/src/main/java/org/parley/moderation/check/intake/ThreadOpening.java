package org.parley.moderation.check.intake;

import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The title and first post of a thread. They are checked together, but events carry only
 * one of them or its version.
 *
 * @param threadId the thread's id
 * @param post the first post
 * @param thread the thread with its title
 * @param content the content of the first post
 * @param revision the versions of both
 */
@Document("openings")
record ThreadOpening(@Id String threadId, ModeratedPostReference post, ModeratedThreadReference thread, String content,
		ContentRevision revision) {

	static ThreadOpening of(ForumPostEventData.Post post, ModeratedThreadReference thread, long title) {
		return new ThreadOpening(thread.id(), post.reference(), thread, post.content(),
				new ContentRevision(post.version(), title));
	}

	/** Returns a copy with the thread's title, or this opening if the title is older. */
	ThreadOpening with(ForumPostEventData.ThreadState state) {
		return (state.version() > this.revision.title()) ? new ThreadOpening(this.threadId, this.post,
				state.reference(), this.content, new ContentRevision(this.revision.post(), state.version())) : this;
	}

	/**
	 * Returns a copy with the post's content, or this opening if the content is older.
	 */
	ThreadOpening with(ForumPostEventData.Post state) {
		return (state.version() > this.revision.post()) ? new ThreadOpening(this.threadId, this.post, this.thread,
				state.content(), new ContentRevision(state.version(), this.revision.title())) : this;
	}

}
