package org.parley.webhook.delivery.event;

import org.parley.contracts.social.SocialAccountChanged;
import org.parley.contracts.social.SocialCommentChanged;
import org.parley.contracts.social.SocialCommentRemoved;
import org.parley.contracts.social.SocialPostChanged;
import org.parley.contracts.social.SocialPostRemoved;
import org.parley.contracts.social.SocialVisibility;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.webhook.delivery.CreateDeliveries;
import org.parley.webhook.visibility.MessageVisibility;

/** Consumes events of social-service; new posts and comments are not stored. */
@EventConsumer(value = "webhooks", repeatable = true)
class WebhookSocialListener {

	private final MessageVisibility messageVisibility;

	private final CreateDeliveries createDeliveries;

	WebhookSocialListener(MessageVisibility messageVisibility, CreateDeliveries createDeliveries) {
		this.messageVisibility = messageVisibility;
		this.createDeliveries = createDeliveries;
	}

	/** Whether the account of the author is private is stored of the account. */
	@EventHandler({ "social-post.created", "social-post.edited" })
	void on(SocialPostChanged data, EventEnvelope event) {
		var post = data.post();
		if (data.previousVisibility() != null) {
			this.messageVisibility.saveEdited(post.id(), post.visibility() == SocialVisibility.PUBLIC, data.restored(),
					post.version());
		}
		this.createDeliveries.create(SocialMessages.map(event));
	}

	@EventHandler("social-post.removed")
	void on(SocialPostRemoved data, EventEnvelope event) {
		this.messageVisibility.saveItem(data.post().id(), false, data.version());
		this.createDeliveries.create(SocialMessages.map(event));
	}

	@EventHandler({ "social-comment.created", "social-comment.edited" })
	void on(SocialCommentChanged data, EventEnvelope event) {
		if (event.type().equals("social-comment.edited")) {
			this.messageVisibility.saveEdited(data.comment().id(), true, data.restored(), data.comment().version());
		}
		this.createDeliveries.create(SocialMessages.map(event));
	}

	@EventHandler("social-comment.removed")
	void on(SocialCommentRemoved data, EventEnvelope event) {
		this.messageVisibility.saveItem(data.comment().id(), false, data.version());
		this.createDeliveries.create(SocialMessages.map(event));
	}

	@EventHandler({ "social-account.changed", "social-account.snapshot" })
	void on(SocialAccountChanged data, EventEnvelope event) {
		this.messageVisibility.saveItem(data.person().id(), !data.privateAccount(), data.version());
		this.createDeliveries.create(SocialMessages.map(event));
	}

}
