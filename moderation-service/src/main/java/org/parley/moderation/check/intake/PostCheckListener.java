package org.parley.moderation.check.intake;

import org.parley.moderation.check.StartCheck;
import org.parley.moderation.subject.ContentRevision;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/**
 * Starts checks of new and edited content. Calls no other system, so the queue is never
 * blocked. Repeated and late events change nothing.
 */
@EventConsumer(value = "ai_moderation", repeatable = true)
class PostCheckListener {

	private final ThreadOpenings openings;

	private final StartCheck startCheck;

	PostCheckListener(ThreadOpenings openings, StartCheck startCheck) {
		this.openings = openings;
		this.startCheck = startCheck;
	}

	@EventHandler("thread.created")
	void onThreadCreated(ForumPostEventData.ThreadStarted data, EventEnvelope event) {
		start(this.openings.save(data), data.post().isHidden(), event);
	}

	@EventHandler("thread.edited")
	void onThreadEdited(ForumPostEventData.ThreadEvent data, EventEnvelope event) {
		this.openings.save(data).ifPresent((opening) -> start(opening, false, event));
	}

	@EventHandler({ "post.created", "post.edited" })
	void onPost(ForumPostEventData.PostEvent data, EventEnvelope event) {
		var post = data.post();
		if (post.reference().opensThread()) {
			var opening = this.openings.save(data);
			if (!data.isDecided()) {
				start(opening, post.isHidden(), event);
			}
			return;
		}
		if (data.isDecided()) {
			return;
		}
		this.startCheck.start(post.reference(), data.thread(), new ContentRevision(post.version(), 0), post.content(),
				post.isHidden(), event);
	}

	private void start(ThreadOpening opening, boolean hidden, EventEnvelope event) {
		this.startCheck.start(opening.post(), opening.thread(), opening.revision(), opening.content(), hidden, event);
	}

}
