package org.parley.webhook.delivery;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;
import org.parley.platform.web.transaction.UnitOfWork;
import org.parley.webhook.forum.PublicVisibility;

/**
 * Hears what happens in the forum and makes deliveries of it, one for each subscriber, in
 * the transaction that notes the event as heard. What everybody may read is noted apart:
 * it is shared by many events, and older ones never override newer ones.
 */
@EventConsumer("webhooks")
class WebhookForumListener {

	private static final Set<String> SEEN = Set.of("active", "flagged");

	private final PublicVisibility publicVisibility;

	private final CreateDeliveries createDeliveries;

	private final UnitOfWork work;

	WebhookForumListener(PublicVisibility publicVisibility, CreateDeliveries createDeliveries, UnitOfWork work) {
		this.publicVisibility = publicVisibility;
		this.createDeliveries = createDeliveries;
		this.work = work;
	}

	@EventHandler({ "thread.created", "thread.edited", "thread.locked", "thread.unlocked", "thread.pinned",
			"thread.unpinned", "thread.moved", "thread.split", "thread.merged", "thread.hidden", "thread.archived",
			"thread.removed", "thread.restored", "thread.snapshot" })
	void onThread(Heard heard, EventEnvelope event) {
		apart(() -> {
			heard.thread().learn(this.publicVisibility);
			if (heard.post() != null) {
				heard.post().learn(this.publicVisibility);
			}
		});
		WebhookEventMapper.of(event).ifPresent(this.createDeliveries::tell);
	}

	@EventHandler({ "post.created", "post.edited", "post.restored" })
	void onPost(Written heard, EventEnvelope event) {
		apart(() -> heard.post().learn(this.publicVisibility));
		WebhookEventMapper.of(event).ifPresent(this.createDeliveries::tell);
	}

	@EventHandler("post.removed")
	void onRemoved(Removed heard, EventEnvelope event) {
		apart(() -> this.publicVisibility.learnPost(heard.post().id(), false, heard.version()));
		WebhookEventMapper.of(event).ifPresent(this.createDeliveries::tell);
	}

	@EventHandler({ "post.status-changed", "post.moved" })
	void onStatus(Looked heard, EventEnvelope event) {
		apart(() -> this.publicVisibility.learnPost(heard.reference().id(), SEEN.contains(heard.status()),
				heard.version()));
		WebhookEventMapper.of(event).ifPresent(this.createDeliveries::tell);
	}

	private void apart(Runnable learning) {
		this.work.outside(() -> {
			learning.run();
			return learning;
		});
	}

	/**
	 * What is heard of a thread.
	 *
	 * @param thread as it is now
	 * @param post its first post, when it is new
	 */
	record Heard(ToldThread thread, @Nullable ToldPost post) {
	}

	/**
	 * What is heard of a post.
	 *
	 * @param post as it is now
	 */
	record Written(ToldPost post) {
	}

	/**
	 * A thread.
	 *
	 * @param id the thread's id
	 * @param category where it is
	 * @param status where it stands
	 * @param version of the thread
	 */
	record ToldThread(String id, Reference category, String status, long version) {

		void learn(PublicVisibility publicVisibility) {
			publicVisibility.learnThread(this.id, this.category.id(), this.status, this.version);
		}

	}

	/**
	 * A post.
	 *
	 * @param id the post's id
	 * @param status who sees it
	 * @param version of the post
	 */
	record ToldPost(String id, String status, long version) {

		void learn(PublicVisibility publicVisibility) {
			publicVisibility.learnPost(this.id, SEEN.contains(this.status), this.version);
		}

	}

	/**
	 * What is heard of a post that is gone.
	 *
	 * @param post which one
	 * @param version of the post
	 */
	record Removed(Reference post, long version) {
	}

	/**
	 * What is heard of a post that moderation has looked at.
	 *
	 * @param reference which one
	 * @param status who sees it
	 * @param version of the post
	 */
	record Looked(Reference reference, String status, long version) {
	}

	/**
	 * Something that is named.
	 *
	 * @param id of it
	 */
	record Reference(String id) {
	}

}
