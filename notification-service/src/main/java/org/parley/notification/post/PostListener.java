package org.parley.notification.post;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.notification.following.Target;
import org.parley.notification.notification.Actor;
import org.parley.notification.notification.News;
import org.parley.notification.notification.Place;
import org.parley.notification.notification.Placing;
import org.parley.notification.notification.Telling;
import org.parley.notification.preference.Kind;
import org.parley.notification.round.Rounds;
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

	private final Rounds rounds;

	private final InstantSource clock;

	PostListener(Posts posts, Placing placing, Telling telling, Rounds rounds, InstantSource clock) {
		this.posts = posts;
		this.placing = placing;
		this.telling = telling;
		this.rounds = rounds;
		this.clock = clock;
	}

	@Hears({ "thread.created", "post.created", "post.edited", "post.restored" })
	void on(HeardPost heard) {
		var post = heard.post();
		var known = isKnown(post.id());
		if (this.posts.learn(post.id(), post.number(), heard.thread(), post.status().isVisible(), post.version())) {
			tell(heard, known);
		}
	}

	/**
	 * Whether its readers have seen it before this event, and its followers heard of it.
	 */
	private boolean isKnown(String postId) {
		return this.posts.post(postId).filter(PostRecord::visible).isPresent();
	}

	@Hears("post.status-changed")
	void on(Judged judged) {
		var reference = judged.reference();
		var known = isKnown(reference.id());
		if (!this.posts.learn(reference.id(), reference.number(), judged.thread(), judged.status().isVisible(),
				judged.version())) {
			return;
		}
		if (judged.post() != null) {
			tell(new HeardPost(judged.post(), judged.thread()), known);
		}
		else if (!judged.status().isVisible()) {
			this.rounds.end(reference.id());
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
		var place = moved.thread().place();
		var link = moved.thread().link(reference.number());
		this.rounds.follow(reference.id(), place, link);
		this.placing.follow(reference.id(), place, link);
		if (!known && moved.post() != null) {
			tell(new HeardPost(moved.post(), moved.thread()), false);
		}
	}

	@Hears("post.removed")
	void on(Removed removed) {
		var post = removed.post();
		if (this.posts.learn(post.id(), post.number(), removed.thread(), false, removed.version())) {
			this.rounds.end(post.id());
		}
	}

	private void tell(HeardPost heard, boolean known) {
		if (!heard.post().status().isVisible()) {
			this.rounds.end(heard.post().id());
			return;
		}
		var thread = this.posts.thread(heard.thread().id());
		if (isRecent(heard.post().createdAt()) && thread.filter(ThreadRecord::gone).isEmpty()) {
			var place = heard.thread().place();
			var now = thread.map(ThreadRecord::categoryId).map(place::in).orElse(place);
			tellConcerned(heard, now);
			if (!known) {
				tellFollowers(heard, now);
			}
		}
	}

	/** The strongest reason comes first; nobody is told twice of a post. */
	private void tellConcerned(HeardPost heard, Place place) {
		var reply = news(heard, place, Kind.REPLY, "reply").grouped(heard.thread().id());
		heard.answered().forEach((userId) -> this.telling.tell(userId, reply));
		var quote = news(heard, place, Kind.QUOTE, "quote");
		heard.post().quoted().forEach((userId) -> this.telling.tell(userId, quote));
		var mention = news(heard, place, Kind.MENTION, "mention");
		heard.post().mentions().forEach((name) -> this.telling.tellByName(name, mention));
	}

	/** An edit is nothing new; whom it concerns for the first time is told above. */
	private void tellFollowers(HeardPost heard, Place place) {
		var post = heard.post();
		if (post.opens()) {
			var targets = Target.around(place.categoryId(), place.tags()).toList();
			this.rounds.begin(news(heard, place, Kind.FOLLOWED_CATEGORY, "followed-category"), targets,
					post.createdAt());
		}
		else {
			var news = news(heard, place, Kind.FOLLOWED_THREAD, "followed-thread").grouped(place.threadId());
			this.rounds.begin(news, List.of(Target.thread(place.threadId())), post.createdAt());
		}
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
