package org.parley.moderation.check;

import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How a thread begins. Another title is told without the post, another post without the
 * title's version, and both are checked together.
 *
 * @param threadId the thread's id
 * @param post the post that opens it
 * @param thread with its title
 * @param content what the post says
 * @param revision of both
 */
@Document("openings")
record ThreadOpening(@Id String threadId, ModeratedPostReference post, ModeratedThreadReference thread, String content,
		ContentRevision revision) {

	static ThreadOpening of(ForumPostEventData.Post post, ModeratedThreadReference thread, long title) {
		return new ThreadOpening(thread.id(), post.reference(), thread, post.content(),
				new ContentRevision(post.version(), title));
	}

	/** The same with another title, unless that is older. */
	ThreadOpening with(ForumPostEventData.Discussion told) {
		return (told.version() > this.revision.title()) ? new ThreadOpening(this.threadId, this.post, told.reference(),
				this.content, new ContentRevision(this.revision.post(), told.version())) : this;
	}

	/** The same with other content, unless that is older. */
	ThreadOpening with(ForumPostEventData.Post told) {
		return (told.version() > this.revision.post()) ? new ThreadOpening(this.threadId, this.post, this.thread,
				told.content(), new ContentRevision(told.version(), this.revision.title())) : this;
	}

}
