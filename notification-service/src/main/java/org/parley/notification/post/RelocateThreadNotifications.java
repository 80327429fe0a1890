package org.parley.notification.post;

import java.util.Set;

import org.parley.notification.dispatch.DeferredNews;
import org.parley.notification.fanout.FanOutRounds;
import org.parley.notification.news.NotificationPlace;
import org.parley.notification.notification.RelocateNotifications;

import org.springframework.stereotype.Component;

/** Moves notifications along with their thread or post, and gives them its title. */
@Component
class RelocateThreadNotifications {

	private final KnownPosts knownPosts;

	private final RelocateNotifications relocateNotifications;

	private final DeferredNews deferredNews;

	private final FanOutRounds fanOutRounds;

	RelocateThreadNotifications(KnownPosts knownPosts, RelocateNotifications relocateNotifications,
			DeferredNews deferredNews, FanOutRounds fanOutRounds) {
		this.knownPosts = knownPosts;
		this.relocateNotifications = relocateNotifications;
		this.deferredNews = deferredNews;
		this.fanOutRounds = fanOutRounds;
	}

	void relocatePost(String source, NotificationPlace place, int number, String title) {
		var link = place.linkToPost(number);
		this.fanOutRounds.movePost(source, place, link, title);
		this.relocateNotifications.movePost(source, place, number, link, title);
		this.deferredNews.movePost(source, place, link, title);
	}

	/** Moves or hides the notifications about a thread, depending on its state. */
	void relocate(ThreadRecord thread) {
		if (thread.gone()) {
			remove(thread.id());
		}
		else if (thread.into() != null) {
			merge(thread.id(), thread.into());
		}
		else {
			this.fanOutRounds.moveThread(thread.id(), thread.categoryId(), thread.title());
			this.relocateNotifications.moveThread(thread.id(), thread.categoryId(), thread.title());
			this.deferredNews.moveThread(thread.id(), thread.categoryId(), thread.title());
		}
	}

	/** The target may have been merged, moved or removed itself. */
	private void merge(String threadId, NotificationPlace into) {
		var threads = this.knownPosts.findThreads(Set.of(into.threadId()));
		var merged = threads.present(into);
		var target = threads.find(merged.threadId());
		var place = target.map((thread) -> NotificationPlace.of(thread.id(), thread.categoryId())).orElse(merged);
		if (target.filter(ThreadRecord::gone).isPresent()) {
			// They return with the target
			this.relocateNotifications.mergeThread(threadId, place, null);
			remove(place.threadId());
			this.fanOutRounds.removeThread(threadId);
			this.deferredNews.removeThread(threadId);
			return;
		}
		var title = target.map(ThreadRecord::title).orElse(null);
		this.fanOutRounds.mergeThread(threadId, place, title);
		this.relocateNotifications.mergeThread(threadId, place, title);
		this.deferredNews.mergeThread(threadId, place, title);
	}

	private void remove(String threadId) {
		this.fanOutRounds.removeThread(threadId);
		this.relocateNotifications.hideThread(threadId);
		this.deferredNews.removeThread(threadId);
	}

}
