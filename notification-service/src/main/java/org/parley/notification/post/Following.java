package org.parley.notification.post;

import org.parley.notification.notification.Place;
import org.parley.notification.notification.Placing;
import org.parley.notification.round.Rounds;

import org.springframework.stereotype.Component;

/** Lets what was told of a thread follow it. */
@Component
class Following {

	private final Posts posts;

	private final Placing placing;

	private final Rounds rounds;

	Following(Posts posts, Placing placing, Rounds rounds) {
		this.posts = posts;
		this.placing = placing;
		this.rounds = rounds;
	}

	void follow(ThreadRecord thread) {
		if (thread.gone()) {
			remove(thread.id());
		}
		else if (thread.into() != null) {
			follow(thread.id(), thread.into());
		}
		else {
			this.rounds.move(thread.id(), thread.categoryId());
			this.placing.move(thread.id(), thread.categoryId());
		}
	}

	/** The other thread may have gone elsewhere, too. */
	private void follow(String threadId, Place into) {
		var target = this.posts.thread(into.threadId());
		if (target.filter(ThreadRecord::gone).isPresent()) {
			remove(threadId);
			return;
		}
		var place = target.map(Following::place).orElse(into);
		this.rounds.merge(threadId, place);
		this.placing.merge(threadId, place);
	}

	private void remove(String threadId) {
		this.rounds.forgetThread(threadId);
		this.placing.remove(threadId);
	}

	private static Place place(ThreadRecord thread) {
		return (thread.into() != null) ? thread.into() : Place.of(thread.id(), thread.categoryId());
	}

}
