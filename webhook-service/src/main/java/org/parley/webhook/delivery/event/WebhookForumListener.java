package org.parley.webhook.delivery.event;

import java.util.List;
import java.util.Optional;

import org.parley.contracts.forum.PostData;
import org.parley.contracts.forum.ThreadData;
import org.parley.contracts.forum.category.CategoryChanged;
import org.parley.contracts.forum.category.CategoryRemoved;
import org.parley.contracts.forum.post.PostChanged;
import org.parley.contracts.forum.post.PostCreated;
import org.parley.contracts.forum.post.PostMoved;
import org.parley.contracts.forum.post.PostRemoved;
import org.parley.contracts.forum.post.PostStatusChanged;
import org.parley.contracts.forum.thread.AnswerChanged;
import org.parley.contracts.forum.thread.ThreadChanged;
import org.parley.contracts.forum.thread.ThreadCreated;
import org.parley.contracts.forum.thread.ThreadEvent;
import org.parley.contracts.forum.thread.ThreadMoved;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.webhook.delivery.CreateDeliveries;
import org.parley.webhook.visibility.MessageVisibility;
import org.parley.webhook.visibility.Readership;
import org.parley.webhook.visibility.Subscriber;

/**
 * Consumes events of forum-service. Repeated events are harmless: outdated ones do not
 * change the visibility, and a subscription has one delivery of a message. Visible new
 * posts and threads are not stored, since their messages tell the same, unless they are
 * told to those who want one of their tags and hear when it is taken away.
 */
@EventConsumer(value = "webhooks", repeatable = true)
class WebhookForumListener {

	private final MessageVisibility messageVisibility;

	private final CreateDeliveries createDeliveries;

	WebhookForumListener(MessageVisibility messageVisibility, CreateDeliveries createDeliveries) {
		this.messageVisibility = messageVisibility;
		this.createDeliveries = createDeliveries;
	}

	@EventHandler({ "category.created", "category.changed", "category.snapshot" })
	void onCategory(CategoryChanged data, EventEnvelope event) {
		var category = data.category();
		var before = this.messageVisibility.saveCategory(category.id(), category.readers(), category.readerGroups(),
				category.version());
		var message = WebhookEventFactory.map(event);
		this.createDeliveries.create(message);
		before.or(() -> Optional.ofNullable(data.readersBefore()).map(Readership::ofReaders))
			.ifPresent((readers) -> message.ifPresent((changed) -> this.createDeliveries
				.createForLosers(WebhookEventFactory.mapClosing(event), readers, changed.about())));
	}

	/** Those who could read the category hear of its end, unless only some could. */
	@EventHandler("category.removed")
	void onCategoryRemoved(CategoryRemoved data, EventEnvelope event) {
		if (this.messageVisibility.isPublicCategory(data.category().id())) {
			this.createDeliveries.create(WebhookEventFactory.map(event));
		}
		this.messageVisibility.removeCategory(data.category().id());
	}

	@EventHandler({ "answer.accepted", "answer.withdrawn" })
	void onAnswer(AnswerChanged data, EventEnvelope event) {
		this.createDeliveries.create(WebhookEventFactory.map(event));
	}

	@EventHandler("thread.created")
	void onNewThread(ThreadCreated data, EventEnvelope event) {
		if (data.thread().gone()) {
			save(data.thread());
		}
		if (onNewPost(data.post(), event).stream().anyMatch(Subscriber::isTagged)) {
			save(data.thread());
		}
	}

	@EventHandler("post.created")
	void onNewPost(PostCreated data, EventEnvelope event) {
		onNewPost(data.post(), event);
	}

	private List<Subscriber> onNewPost(PostData post, EventEnvelope event) {
		if (!post.status().isShown()) {
			save(post);
		}
		return this.createDeliveries.create(WebhookEventFactory.map(event));
	}

	/**
	 * A thread without its tag is gone for those who want that tag. They are found by its
	 * new state, so that is stored first.
	 */
	@EventHandler("thread.edited")
	void onEdited(ThreadChanged data, EventEnvelope event) {
		var thread = data.thread();
		var before = this.messageVisibility.saveEditedThread(thread.id(), thread.category().id(), thread.status(),
				thread.tags(), thread.version());
		var message = WebhookEventFactory.map(event);
		if (!thread.tags().containsAll(before)) {
			message.ifPresent((edited) -> this.createDeliveries
				.createForLosers(WebhookEventFactory.mapUntagging(event, before), edited.about()));
		}
		this.createDeliveries.create(message);
	}

	@EventHandler({ "thread.locked", "thread.unlocked", "thread.pinned", "thread.unpinned", "thread.split",
			"thread.merged", "thread.hidden", "thread.archived", "thread.removed", "thread.restored",
			"thread.snapshot" })
	void onThread(ThreadEvent data, EventEnvelope event) {
		save(data.thread());
		this.createDeliveries.create(WebhookEventFactory.map(event));
	}

	@EventHandler("thread.moved")
	void onMoved(ThreadMoved data, EventEnvelope event) {
		save(data.thread());
		createMoved(event);
	}

	@EventHandler({ "post.edited", "post.restored" })
	void onPost(PostChanged data, EventEnvelope event) {
		var post = data.post();
		this.messageVisibility.saveEdited(post.id(), post.status().isShown(), data.decided(), post.version());
		this.createDeliveries.create(WebhookEventFactory.map(event));
	}

	@EventHandler("post.removed")
	void onRemoved(PostRemoved data, EventEnvelope event) {
		this.messageVisibility.saveItem(data.post().id(), false, data.version());
		this.createDeliveries.create(WebhookEventFactory.map(event));
	}

	@EventHandler("post.status-changed")
	void onStatus(PostStatusChanged data, EventEnvelope event) {
		this.messageVisibility.saveItem(data.reference().id(), data.status().isShown(), data.version());
		this.createDeliveries.create(WebhookEventFactory.map(event));
	}

	@EventHandler("post.moved")
	void onMoved(PostMoved data, EventEnvelope event) {
		var thread = data.thread();
		this.messageVisibility.saveMoved(data.reference().id(), thread.id(), thread.category().id(),
				data.status().isShown(), data.version());
		createMoved(event);
	}

	private void createMoved(EventEnvelope event) {
		var message = WebhookEventFactory.map(event);
		this.createDeliveries.create(message);
		message.ifPresent((moved) -> this.createDeliveries.createForLosers(WebhookEventFactory.mapDeparture(event),
				moved.about()));
	}

	private void save(ThreadData thread) {
		this.messageVisibility.saveThread(thread.id(), thread.category().id(), thread.status(), thread.tags(),
				thread.version());
	}

	private void save(PostData post) {
		this.messageVisibility.saveItem(post.id(), post.status().isShown(), post.version());
	}

}
