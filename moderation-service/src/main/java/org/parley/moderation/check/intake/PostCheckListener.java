package org.parley.moderation.check.intake;

import org.parley.contracts.forum.PostData;
import org.parley.contracts.forum.post.PostChanged;
import org.parley.contracts.forum.post.PostCreated;
import org.parley.contracts.forum.thread.ThreadChanged;
import org.parley.contracts.forum.thread.ThreadCreated;
import org.parley.moderation.check.StartCheck;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
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
	void onThreadCreated(ThreadCreated data, EventEnvelope event) {
		start(this.openings.save(data), !data.post().status().isShown(), event);
	}

	@EventHandler("thread.edited")
	void onThreadEdited(ThreadChanged data, EventEnvelope event) {
		this.openings.save(data.thread()).ifPresent((opening) -> {
			if (opening.post().author().id().equals(data.by().id())) {
				start(opening, false, event);
			}
			else {
				this.startCheck.startRetitled(opening.post(), opening.thread(), opening.revision(), opening.content(),
						event);
			}
		});
	}

	@EventHandler("post.created")
	void onCreated(PostCreated data, EventEnvelope event) {
		check(data.post(), ModeratedThreadReference.of(data.thread()), false, event);
	}

	@EventHandler("post.edited")
	void onChanged(PostChanged data, EventEnvelope event) {
		check(data.post(), ModeratedThreadReference.of(data.thread()), Boolean.TRUE.equals(data.decided()), event);
	}

	/** A text that a moderator has decided about needs no check. */
	private void check(PostData post, ModeratedThreadReference thread, boolean decided, EventEnvelope event) {
		var hidden = !post.status().isShown();
		if (post.reference().opensThread()) {
			var opening = this.openings.save(post, thread);
			if (!decided) {
				start(opening, hidden, event);
			}
		}
		else if (!decided) {
			this.startCheck.start(ModeratedPostReference.of(post.reference()), thread,
					new ContentRevision(post.version(), 0), post.content(), hidden, event);
		}
	}

	private void start(ThreadOpening opening, boolean hidden, EventEnvelope event) {
		this.startCheck.start(opening.post(), opening.thread(), opening.revision(), opening.content(), hidden, event);
	}

}
