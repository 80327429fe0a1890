package org.parley.webhook.delivery.event;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;
import org.parley.platform.web.transaction.UnitOfWork;
import org.parley.webhook.delivery.CreateDeliveries;
import org.parley.webhook.forum.PublicVisibility;

/**
 * Consumes events of forum-service and creates deliveries in the transaction of the inbox
 * record. The public visibility is stored outside it, since many events share it and
 * outdated ones are ignored.
 */
@EventConsumer("webhooks")
class WebhookForumListener {

	private static final Set<String> VISIBLE = Set.of("active", "flagged");

	private final PublicVisibility publicVisibility;

	private final CreateDeliveries createDeliveries;

	private final UnitOfWork unitOfWork;

	WebhookForumListener(PublicVisibility publicVisibility, CreateDeliveries createDeliveries, UnitOfWork unitOfWork) {
		this.publicVisibility = publicVisibility;
		this.createDeliveries = createDeliveries;
		this.unitOfWork = unitOfWork;
	}

	@EventHandler({ "thread.created", "thread.edited", "thread.locked", "thread.unlocked", "thread.pinned",
			"thread.unpinned", "thread.moved", "thread.split", "thread.merged", "thread.hidden", "thread.archived",
			"thread.removed", "thread.restored", "thread.snapshot" })
	void onThread(ThreadEventData data, EventEnvelope event) {
		runOutsideTransaction(() -> {
			data.thread().saveTo(this.publicVisibility);
			if (data.post() != null) {
				data.post().saveTo(this.publicVisibility);
			}
		});
		WebhookEventFactory.map(event).ifPresent(this.createDeliveries::create);
	}

	@EventHandler({ "post.created", "post.edited", "post.restored" })
	void onPost(PostEventData data, EventEnvelope event) {
		runOutsideTransaction(() -> data.post().saveTo(this.publicVisibility));
		WebhookEventFactory.map(event).ifPresent(this.createDeliveries::create);
	}

	@EventHandler("post.removed")
	void onRemoved(PostRemovedEventData data, EventEnvelope event) {
		runOutsideTransaction(() -> this.publicVisibility.savePost(data.post().id(), false, data.version()));
		WebhookEventFactory.map(event).ifPresent(this.createDeliveries::create);
	}

	@EventHandler({ "post.status-changed", "post.moved" })
	void onStatus(PostStatusEventData data, EventEnvelope event) {
		runOutsideTransaction(() -> this.publicVisibility.savePost(data.reference().id(),
				VISIBLE.contains(data.status()), data.version()));
		WebhookEventFactory.map(event).ifPresent(this.createDeliveries::create);
	}

	private void runOutsideTransaction(Runnable update) {
		this.unitOfWork.outside(() -> {
			update.run();
			return update;
		});
	}

	/**
	 * Data of events about a thread.
	 *
	 * @param thread its current state
	 * @param post its first post; null unless the thread is new
	 */
	record ThreadEventData(ForumThreadData thread, @Nullable ForumPostData post) {
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

		void saveTo(PublicVisibility publicVisibility) {
			publicVisibility.savePost(this.id, VISIBLE.contains(this.status), this.version);
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
