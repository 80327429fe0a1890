package org.parley.moderation.check.social;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.social.SocialAccountChanged;
import org.parley.contracts.social.SocialCommentChanged;
import org.parley.contracts.social.SocialPostChanged;
import org.parley.contracts.social.SocialPostData;
import org.parley.moderation.check.PostChecks;
import org.parley.moderation.check.StartCheck;
import org.parley.moderation.check.StartCheck.WrittenText;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.ContentWithdrawn;
import org.parley.moderation.subject.SocialPlace;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Starts the checks of social posts and comments that everybody may see. No check and no
 * model reads any other one.
 */
@EventConsumer(value = "ai_moderation", repeatable = true)
class SocialCheckListener {

	private final StartCheck startCheck;

	private final PostChecks postChecks;

	private final KnownVersions versions;

	private final ApplicationEventPublisher publisher;

	private final UnitOfWork unitOfWork;

	SocialCheckListener(StartCheck startCheck, PostChecks postChecks, KnownVersions versions,
			ApplicationEventPublisher publisher, UnitOfWork unitOfWork) {
		this.startCheck = startCheck;
		this.postChecks = postChecks;
		this.versions = versions;
		this.publisher = publisher;
		this.unitOfWork = unitOfWork;
	}

	@EventHandler("social-post.created")
	void onPost(SocialPostChanged data, EventEnvelope event) {
		var post = data.post();
		if (isChecked(post) && this.versions.isNewest(post.id(), post.version())) {
			this.startCheck.start(SocialPlace.unnumbered(post.id(), post.author()),
					SocialPlace.of(post.id(), post.author(), true), new ContentRevision(post.version(), 0),
					String.valueOf(post.text()), false, event);
		}
	}

	/**
	 * Content that moderation shows again is not checked again, and earlier content that
	 * not everybody may see any more waits for no model.
	 */
	@EventHandler("social-post.edited")
	void onPostEdited(SocialPostChanged data, EventEnvelope event) {
		var post = data.post();
		this.versions.save(post.id(), post.version());
		if (Boolean.TRUE.equals(data.restored())) {
			return;
		}
		if (isChecked(post)) {
			onPost(data, event);
			return;
		}
		this.unitOfWork.atEnd(() -> cancel(post));
	}

	/**
	 * The checks of a batch of events start together, so cancellations follow them. Of a
	 * post without a text everybody still sees the comments.
	 */
	private void cancel(SocialPostData post) {
		this.unitOfWork.run(() -> this.postChecks.cancelUpTo(post.id(), new ContentRevision(post.version(), 0)));
		this.publisher.publishEvent(new ContentWithdrawn(post.id()));
		if (!Boolean.TRUE.equals(post.everybody()) && this.versions.isNewest(post.id(), post.version())) {
			this.postChecks.cancelComments(post.author().id(), post.id());
		}
	}

	@EventHandler("social-account.changed")
	void onAccount(SocialAccountChanged data) {
		var person = data.person().id();
		this.versions.save(person, data.version());
		if (data.privateAccount()) {
			this.unitOfWork.atEnd(() -> {
				if (this.versions.isNewest(person, data.version())) {
					this.postChecks.cancelSocial(person);
					this.publisher.publishEvent(new AuthorContentWithdrawn(person));
				}
			});
		}
	}

	/** Texts that everybody may see now were not checked before. */
	@EventHandler("social-post.opened")
	void onPostOpened(SocialPostChanged data, EventEnvelope event) {
		var post = data.post();
		if (isChecked(post) && this.versions.isNewest(post.id(), post.version())) {
			this.startCheck.startOpened(SocialPlace.unnumbered(post.id(), post.author()),
					SocialPlace.of(post.id(), post.author(), true),
					opened(post.version(), String.valueOf(post.text()), post.createdAt(), post.editedAt()), event);
		}
	}

	@EventHandler("social-comment.opened")
	void onCommentOpened(SocialCommentChanged data, EventEnvelope event) {
		var comment = data.comment();
		var post = data.post();
		if (Boolean.TRUE.equals(post.everybody()) && comment.text() != null
				&& this.versions.isNewest(comment.id(), comment.version())) {
			this.startCheck.startOpened(SocialPlace.unnumbered(comment.id(), comment.author()),
					SocialPlace.of(post.id(), post.author(), true),
					opened(comment.version(), comment.text(), comment.createdAt(), comment.editedAt()), event);
		}
	}

	private static WrittenText opened(long version, String text, Instant created, @Nullable Instant edited) {
		return new WrittenText(new ContentRevision(version, 0), text, (edited != null) ? edited : created, false);
	}

	@EventHandler({ "social-comment.created", "social-comment.edited" })
	void onComment(SocialCommentChanged data, EventEnvelope event) {
		var comment = data.comment();
		var post = data.post();
		if (Boolean.TRUE.equals(post.everybody()) && comment.text() != null && !Boolean.TRUE.equals(data.restored())
				&& this.versions.isNewest(comment.id(), comment.version())) {
			this.startCheck.start(SocialPlace.unnumbered(comment.id(), comment.author()),
					SocialPlace.of(post.id(), post.author(), true), new ContentRevision(comment.version(), 0),
					String.valueOf(comment.text()), false, event);
		}
	}

	/** Checks read only texts that everybody may see; pictures alone have none. */
	private static boolean isChecked(SocialPostData post) {
		return Boolean.TRUE.equals(post.everybody()) && post.text() != null && !post.text().isBlank();
	}

}
