package org.parley.notification.post;

import org.parley.contracts.forum.thread.ThreadEvent;
import org.parley.contracts.forum.thread.ThreadMerged;
import org.parley.notification.news.NotificationPlace;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Consumes changes of threads, and relocates and renames their notifications. */
@EventConsumer("notifications")
class ThreadRelocationListener {

	private final KnownPosts knownPosts;

	private final RelocateThreadNotifications relocateThreadNotifications;

	ThreadRelocationListener(KnownPosts knownPosts, RelocateThreadNotifications relocateThreadNotifications) {
		this.knownPosts = knownPosts;
		this.relocateThreadNotifications = relocateThreadNotifications;
	}

	@EventHandler({ "thread.edited", "thread.moved", "thread.hidden", "thread.removed", "thread.restored" })
	void on(ThreadEvent event) {
		this.knownPosts.saveThreadIfNewer(event.thread(), null).ifPresent(this.relocateThreadNotifications::relocate);
	}

	@EventHandler("thread.merged")
	void on(ThreadMerged merged) {
		this.knownPosts.saveThreadIfNewer(merged.thread(), NotificationPlace.of(merged.into()))
			.ifPresent(this.relocateThreadNotifications::relocate);
	}

}
