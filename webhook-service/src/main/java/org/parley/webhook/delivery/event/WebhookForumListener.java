package org.parley.webhook.delivery.event;

import org.parley.contracts.forum.PostData;
import org.parley.contracts.forum.ThreadData;
import org.parley.contracts.forum.post.PostChanged;
import org.parley.contracts.forum.post.PostCreated;
import org.parley.contracts.forum.post.PostMoved;
import org.parley.contracts.forum.post.PostRemoved;
import org.parley.contracts.forum.post.PostStatusChanged;
import org.parley.contracts.forum.thread.ThreadCreated;
import org.parley.contracts.forum.thread.ThreadEvent;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.webhook.delivery.CreateDeliveries;
import org.parley.webhook.forum.PublicVisibility;

/**
 * Consumes events of forum-service. Repeated events are harmless: outdated ones do not
 * change the public visibility, and a subscription has one delivery of a message. Visible
 * new posts and threads are not stored, since their messages tell the same.
 */
@EventConsumer(value = "webhooks", repeatable = true)
class WebhookForumListener {

	private final PublicVisibility publicVisibility;

	private final CreateDeliveries createDeliveries;

	WebhookForumListener(PublicVisibility publicVisibility, CreateDeliveries createDeliveries) {
		this.publicVisibility = publicVisibility;
		this.createDeliveries = createDeliveries;
	}

	@EventHandler("thread.created")
	void onNewThread(ThreadCreated data, EventEnvelope event) {
		if (data.thread().gone()) {
			save(data.thread());
		}
		onNewPost(data.post(), event);
	}

	@EventHandler("post.created")
	void onNewPost(PostCreated data, EventEnvelope event) {
		onNewPost(data.post(), event);
	}

	private void onNewPost(PostData post, EventEnvelope event) {
		if (!post.status().isShown()) {
			save(post);
		}
		WebhookEventFactory.map(event).ifPresent(this.createDeliveries::create);
	}

	@EventHandler({ "thread.edited", "thread.locked", "thread.unlocked", "thread.pinned", "thread.unpinned",
			"thread.moved", "thread.split", "thread.merged", "thread.hidden", "thread.archived", "thread.removed",
			"thread.restored", "thread.snapshot" })
	void onThread(ThreadEvent data, EventEnvelope event) {
		save(data.thread());
		WebhookEventFactory.map(event).ifPresent(this.createDeliveries::create);
	}

	@EventHandler({ "post.edited", "post.restored" })
	void onPost(PostChanged data, EventEnvelope event) {
		save(data.post());
		WebhookEventFactory.map(event).ifPresent(this.createDeliveries::create);
	}

	@EventHandler("post.removed")
	void onRemoved(PostRemoved data, EventEnvelope event) {
		this.publicVisibility.savePost(data.post().id(), false, data.version());
		WebhookEventFactory.map(event).ifPresent(this.createDeliveries::create);
	}

	@EventHandler("post.status-changed")
	void onStatus(PostStatusChanged data, EventEnvelope event) {
		this.publicVisibility.savePost(data.reference().id(), data.status().isShown(), data.version());
		WebhookEventFactory.map(event).ifPresent(this.createDeliveries::create);
	}

	@EventHandler("post.moved")
	void onMoved(PostMoved data, EventEnvelope event) {
		this.publicVisibility.savePost(data.reference().id(), data.status().isShown(), data.version());
		WebhookEventFactory.map(event).ifPresent(this.createDeliveries::create);
	}

	private void save(ThreadData thread) {
		this.publicVisibility.saveThread(thread.id(), thread.category().id(), thread.status(), thread.version());
	}

	private void save(PostData post) {
		this.publicVisibility.savePost(post.id(), post.status().isShown(), post.version());
	}

}
