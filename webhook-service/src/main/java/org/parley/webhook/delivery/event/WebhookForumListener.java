package org.parley.webhook.delivery.event;

import java.util.Set;

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

	private static final Set<String> VISIBLE_POST = Set.of("active", "flagged");

	private static final Set<String> VISIBLE_THREAD = Set.of("open", "locked", "archived");

	private final PublicVisibility publicVisibility;

	private final CreateDeliveries createDeliveries;

	WebhookForumListener(PublicVisibility publicVisibility, CreateDeliveries createDeliveries) {
		this.publicVisibility = publicVisibility;
		this.createDeliveries = createDeliveries;
	}

	@EventHandler("thread.created")
	void onNewThread(NewThreadEventData data, EventEnvelope event) {
		if (!data.thread().isVisible()) {
			data.thread().saveTo(this.publicVisibility);
		}
		onNewPost(new PostEventData(data.post()), event);
	}

	@EventHandler("post.created")
	void onNewPost(PostEventData data, EventEnvelope event) {
		if (!data.post().isVisible()) {
			data.post().saveTo(this.publicVisibility);
		}
		WebhookEventFactory.map(event).ifPresent(this.createDeliveries::create);
	}

	@EventHandler({ "thread.edited", "thread.locked", "thread.unlocked", "thread.pinned", "thread.unpinned",
			"thread.moved", "thread.split", "thread.merged", "thread.hidden", "thread.archived", "thread.removed",
			"thread.restored", "thread.snapshot" })
	void onThread(ThreadEventData data, EventEnvelope event) {
		data.thread().saveTo(this.publicVisibility);
		WebhookEventFactory.map(event).ifPresent(this.createDeliveries::create);
	}

	@EventHandler({ "post.edited", "post.restored" })
	void onPost(PostEventData data, EventEnvelope event) {
		data.post().saveTo(this.publicVisibility);
		WebhookEventFactory.map(event).ifPresent(this.createDeliveries::create);
	}

	@EventHandler("post.removed")
	void onRemoved(PostRemovedEventData data, EventEnvelope event) {
		this.publicVisibility.savePost(data.post().id(), false, data.version());
		WebhookEventFactory.map(event).ifPresent(this.createDeliveries::create);
	}

	@EventHandler({ "post.status-changed", "post.moved" })
	void onStatus(PostStatusEventData data, EventEnvelope event) {
		this.publicVisibility.savePost(data.reference().id(), VISIBLE_POST.contains(data.status()), data.version());
		WebhookEventFactory.map(event).ifPresent(this.createDeliveries::create);
	}

	/**
	 * Data of the creation of a thread.
	 *
	 * @param thread the thread
	 * @param post its first post
	 */
	record NewThreadEventData(ForumThreadData thread, ForumPostData post) {
	}

	/**
	 * Data of events about a thread.
	 *
	 * @param thread its current state
	 */
	record ThreadEventData(ForumThreadData thread) {
	}

	/**
	 * Data of events about a post.
	 *
	 * @param post its current state
	 */
	record PostEventData(ForumPostData post) {
	}

	/**
	 * A thread.
	 *
	 * @param id the thread's id
	 * @param category its category
	 * @param status its status
	 * @param version of the thread
	 */
	record ForumThreadData(String id, Reference category, String status, long version) {

		boolean isVisible() {
			return VISIBLE_THREAD.contains(this.status);
		}

		void saveTo(PublicVisibility publicVisibility) {
			publicVisibility.saveThread(this.id, this.category.id(), this.status, this.version);
		}

	}

	/**
	 * A post.
	 *
	 * @param id the post's id
	 * @param status its status
	 * @param version of the post
	 */
	record ForumPostData(String id, String status, long version) {

		boolean isVisible() {
			return VISIBLE_POST.contains(this.status);
		}

		void saveTo(PublicVisibility publicVisibility) {
			publicVisibility.savePost(this.id, isVisible(), this.version);
		}

	}

	/**
	 * Data of the removal of a post.
	 *
	 * @param post the removed post
	 * @param version of the post
	 */
	record PostRemovedEventData(Reference post, long version) {
	}

	/**
	 * Data of a status change or move of a post.
	 *
	 * @param reference the post
	 * @param status its status
	 * @param version of the post
	 */
	record PostStatusEventData(Reference reference, String status, long version) {
	}

	/**
	 * A reference.
	 *
	 * @param id the id
	 */
	record Reference(String id) {
	}

}
