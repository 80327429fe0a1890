package org.parley.moderation.check;

import org.parley.moderation.subject.PostReference;
import org.parley.moderation.subject.Revision;
import org.parley.moderation.subject.ThreadReference;

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
record Opening(@Id String threadId, PostReference post, ThreadReference thread, String content, Revision revision) {

	static Opening of(Told.Post post, ThreadReference thread, long title) {
		return new Opening(thread.id(), post.reference(), thread, post.content(), new Revision(post.version(), title));
	}

	/** The same with another title, unless that is older. */
	Opening with(Told.Discussion told) {
		return (told.version() > this.revision.title()) ? new Opening(this.threadId, this.post, told.reference(),
				this.content, new Revision(this.revision.post(), told.version())) : this;
	}

	/** The same with other content, unless that is older. */
	Opening with(Told.Post told) {
		return (told.version() > this.revision.post()) ? new Opening(this.threadId, this.post, this.thread,
				told.content(), new Revision(told.version(), this.revision.title())) : this;
	}

}
