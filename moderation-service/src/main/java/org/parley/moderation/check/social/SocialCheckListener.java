package org.parley.moderation.check.social;

import org.parley.moderation.check.PostChecks;
import org.parley.moderation.check.StartCheck;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.SocialPlace;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.mongo.transaction.UnitOfWork;

/**
 * Starts the checks of social posts and comments that everybody may see. No check and no
 * model reads any other one.
 */
@EventConsumer(value = "ai_moderation", repeatable = true)
class SocialCheckListener {

	private final StartCheck startCheck;

	private final PostChecks postChecks;

	private final UnitOfWork unitOfWork;

	SocialCheckListener(StartCheck startCheck, PostChecks postChecks, UnitOfWork unitOfWork) {
		this.startCheck = startCheck;
		this.postChecks = postChecks;
		this.unitOfWork = unitOfWork;
	}

	@EventHandler("social-post.created")
	void onPost(SocialEventData.PostWritten data, EventEnvelope event) {
		var post = data.post();
		if (post.isChecked()) {
			this.startCheck.start(SocialPlace.unnumbered(post.id(), post.author()), post.place(),
					new ContentRevision(post.version(), 0), String.valueOf(post.text()), false, event);
		}
	}

	/**
	 * Content that moderation shows again is not checked again, and earlier content that
	 * not everybody may see any more waits for no model.
	 */
	@EventHandler("social-post.edited")
	void onPostEdited(SocialEventData.PostWritten data, EventEnvelope event) {
		var post = data.post();
		if (data.isRestored()) {
			return;
		}
		if (post.isChecked()) {
			onPost(data, event);
			return;
		}
		this.unitOfWork.run(() -> {
			this.postChecks.cancelSocial(post.author().id(), post.id());
			return post;
		});
	}

	@EventHandler({ "social-comment.created", "social-comment.edited" })
	void onComment(SocialEventData.CommentWritten data, EventEnvelope event) {
		var comment = data.comment();
		if (data.isChecked()) {
			this.startCheck.start(SocialPlace.unnumbered(comment.id(), comment.author()), data.post().place(),
					new ContentRevision(comment.version(), 0), String.valueOf(comment.text()), false, event);
		}
	}

}
