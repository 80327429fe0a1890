package org.parley.moderation.check.intake;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.forum.PostData;
import org.parley.contracts.forum.ThreadData;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The title, the tags and the first post of a thread. They are checked together, but
 * events carry only one of them or its version.
 *
 * @param post the first post
 * @param thread the thread with its title
 * @param content the content of the first post
 * @param revision the versions of both, that of the thread when it got this title
 * @param threadVersion the latest version of the thread; null if that is the one of the
 * title
 */
@Document("thread_openings")
record ThreadOpening(@Id String threadId, ModeratedPostReference post, ModeratedThreadReference thread, String content,
		ContentRevision revision, @Nullable Long threadVersion) {

	static ThreadOpening of(PostData post, ModeratedThreadReference thread, long title) {
		return new ThreadOpening(thread.id(), ModeratedPostReference.of(post.reference()), thread, post.content(),
				new ContentRevision(post.version(), title), null);
	}

	/**
	 * Returns a copy with the thread's title and tags, or this opening if they are older.
	 * The same title with the same tags is no other revision.
	 */
	ThreadOpening with(ThreadData state) {
		if (state.version() <= Objects.requireNonNullElse(this.threadVersion, this.revision.title())) {
			return this;
		}
		var next = ModeratedThreadReference.of(state.reference());
		var title = next.heading().equals(this.thread.heading()) ? this.revision.title() : state.version();
		return new ThreadOpening(this.threadId, this.post, next, this.content,
				new ContentRevision(this.revision.post(), title), state.version());
	}

	/**
	 * Returns a copy with the post's content, or this opening if the content is older.
	 */
	ThreadOpening with(PostData state) {
		return (state.version() > this.revision.post()) ? new ThreadOpening(this.threadId, this.post, this.thread,
				state.content(), new ContentRevision(state.version(), this.revision.title()), this.threadVersion)
				: this;
	}

}
