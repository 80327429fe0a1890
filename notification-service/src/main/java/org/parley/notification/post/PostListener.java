package org.parley.notification.post;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.parley.notification.notification.Actor;
import org.parley.notification.notification.News;
import org.parley.notification.notification.Place;
import org.parley.notification.notification.Placing;
import org.parley.notification.notification.Telling;
import org.parley.notification.preference.Kind;
import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;

/**
 * Hears what people say, and tells whom it concerns. A post that its readers no longer
 * see concerns nobody.
 */
@Listens("notifications")
class PostListener {

	/** What is older has been told long ago, or concerns nobody any more. */
	private static final Duration RECENT = Duration.ofDays(90);

	private final Posts posts;

	private final Placing placing;

	private final Telling telling;

	private final InstantSource clock;

	PostListener(Posts posts, Placing placing, Telling telling, InstantSource clock) {
		this.posts = posts;
		this.placing = placing;
		this.telling = telling;
		this.clock = clock;
	}

	@Hears({ "thread.created", "post.created", "post.edited", "post.restored" })
	void on(HeardPost heard) {
		var post = heard.post();
		if (this.posts.learn(post.id(), post.number(), heard.thread(), post.status().isVisible(), post.version())) {
			tell(heard);
		}
	}

	@Hears("post.status-changed")
	void on(Judged judged) {
		var reference = judged.reference();
		if (!this.posts.learn(reference.id(), reference.number(), judged.thread(), judged.status().isVisible(),
				judged.version())) {
			return;
		}
		if (judged.post() != null) {
			tell(new HeardPost(judged.post(), judged.thread()));
		}
		else if (!judged.status().isVisible()) {
			this.telling.takeBack(reference.id());
		}
	}

	/** Who was told of it finds it where it is; who was not yet, is. */
	@Hears("post.moved")
	void on(Shifted moved) {
		var reference = moved.reference();
		var known = this.posts.post(reference.id()).isPresent();
		if (!this.posts.learn(reference.id(), reference.number(), moved.thread(), moved.status().isVisible(),
				moved.version())) {
			return;
		}
		this.placing.follow(reference.id(), moved.thread().place(), moved.thread().link(reference.number()));
		if (!known && moved.post() != null) {
			tell(new HeardPost(moved.post(), moved.thread()));
		}
	}

	@Hears("post.removed")
	void on(Removed removed) {
		var post = removed.post();
		if (this.posts.learn(post.id(), post.number(), removed.thread(), false, removed.version())) {
			this.telling.takeBack(post.id());
		}
	}

	private void tell(HeardPost heard) {
		if (!heard.post().status().isVisible()) {
			this.telling.takeBack(heard.post().id());
			return;
		}
		var thread = this.posts.thread(heard.thread().id());
		if (isRecent(heard.post().createdAt()) && thread.filter(ThreadRecord::gone).isEmpty()) {
			tell(heard, thread.map((known) -> new Place(known.id(), known.categoryId()))
				.orElseGet(() -> heard.thread().place()));
		}
	}

	private void tell(HeardPost heard, Place place) {
		var reply = news(heard, place, Kind.REPLY, "reply").grouped(heard.thread().id());
		heard.answered().forEach((userId) -> this.telling.tell(userId, reply));
		var mention = news(heard, place, Kind.MENTION, "mention");
		heard.post().mentions().forEach((name) -> this.telling.tellByName(name, mention));
	}

	private static News news(HeardPost heard, Place place, Kind kind, String wording) {
		var link = heard.thread().link(heard.post().number());
		return News.at(place, kind, wording, heard.post().id(), link, heard.thread().title()).by(heard.post().author());
	}

	private boolean isRecent(Instant createdAt) {
		return createdAt.isAfter(this.clock.instant().minus(RECENT));
	}

	/**
	 * A post that moderation has looked at; what it says only while its readers see it.
	 */
	record Judged(Reference reference, HeardPost.Where thread, HeardPost.Status status, HeardPost.@Nullable Said post,
			long version) {
	}

	/** A post that is in another thread. */
	record Shifted(Reference reference, HeardPost.Where thread, HeardPost.Status status, HeardPost.@Nullable Said post,
			long version) {
	}

	/** A post that is gone. */
	record Removed(Reference post, HeardPost.Where thread, long version) {
	}

	/** Which post. */
	record Reference(String id, int number, Actor author) {
	}

}
