package org.parley.notification.post;

import org.parley.notification.notification.Place;
import org.parley.notification.notification.Placing;

import org.springframework.stereotype.Component;

/** Lets what was told of a thread follow it. */
@Component
class Following {

	private final Posts posts;

	private final Placing placing;

	Following(Posts posts, Placing placing) {
		this.posts = posts;
		this.placing = placing;
	}

	void follow(ThreadRecord thread) {
		if (thread.gone()) {
			this.placing.remove(thread.id());
		}
		else if (thread.into() != null) {
			follow(thread.id(), thread.into());
		}
		else {
			this.placing.move(thread.id(), thread.categoryId());
		}
	}

	/** The other thread may have gone elsewhere, too. */
	private void follow(String threadId, Place into) {
		var target = this.posts.thread(into.threadId());
		if (target.filter(ThreadRecord::gone).isPresent()) {
			this.placing.remove(threadId);
			return;
		}
		this.placing.merge(threadId, target.map(Following::place).orElse(into));
	}

	private static Place place(ThreadRecord thread) {
		return (thread.into() != null) ? thread.into() : new Place(thread.id(), thread.categoryId());
	}

}
