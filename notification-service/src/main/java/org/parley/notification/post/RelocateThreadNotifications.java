package org.parley.notification.post;

import org.parley.notification.fanout.FanOutRounds;
import org.parley.notification.notification.NotificationPlace;
import org.parley.notification.notification.RelocateNotifications;

import org.springframework.stereotype.Component;

/** Lets what was told of a thread follow it. */
@Component
class RelocateThreadNotifications {

	private final HeardPosts heardPosts;

	private final RelocateNotifications relocateNotifications;

	private final FanOutRounds fanOutRounds;

	RelocateThreadNotifications(HeardPosts heardPosts, RelocateNotifications relocateNotifications,
			FanOutRounds fanOutRounds) {
		this.heardPosts = heardPosts;
		this.relocateNotifications = relocateNotifications;
		this.fanOutRounds = fanOutRounds;
	}

	void follow(ThreadRecord thread) {
		if (thread.gone()) {
			remove(thread.id());
		}
		else if (thread.into() != null) {
			follow(thread.id(), thread.into());
		}
		else {
			this.fanOutRounds.move(thread.id(), thread.categoryId());
			this.relocateNotifications.move(thread.id(), thread.categoryId());
		}
	}

	/** The other thread may have gone elsewhere, too. */
	private void follow(String threadId, NotificationPlace into) {
		var target = this.heardPosts.thread(into.threadId());
		if (target.filter(ThreadRecord::gone).isPresent()) {
			remove(threadId);
			return;
		}
		var place = target.map(RelocateThreadNotifications::place).orElse(into);
		this.fanOutRounds.merge(threadId, place);
		this.relocateNotifications.merge(threadId, place);
	}

	private void remove(String threadId) {
		this.fanOutRounds.forgetThread(threadId);
		this.relocateNotifications.remove(threadId);
	}

	private static NotificationPlace place(ThreadRecord thread) {
		return (thread.into() != null) ? thread.into() : NotificationPlace.of(thread.id(), thread.categoryId());
	}

}
