package org.parley.notification.post;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.parley.contracts.forum.PostData;
import org.parley.contracts.forum.Quote;
import org.parley.contracts.forum.ThreadReference;
import org.parley.notification.mailinglist.QueueListPosts;
import org.parley.notification.news.NotificationPlace;

/** A post in its thread, as in events of forum-service. */
record PlacedPost(PostData post, ThreadReference thread) {

	NotificationPlace place() {
		return NotificationPlace.of(this.thread);
	}

	/** The post for people who want every post. */
	QueueListPosts.NewPost shown() {
		return new QueueListPosts.NewPost(this.post, this.thread);
	}

	String link() {
		return link(this.thread, this.post.number());
	}

	static String link(ThreadReference thread, int number) {
		return "/threads/" + thread.id() + "?post=" + number;
	}

	boolean isOpening() {
		return this.post.number() == 1;
	}

	List<String> quotedAuthorIds() {
		return this.post.quotes().stream().map(Quote::authorId).distinct().toList();
	}

	Set<String> mentionedUsernames() {
		return new LinkedHashSet<>(this.post.mentions());
	}

	/** The ids of the other authors to whom the post replies. */
	List<String> repliedToAuthorIds() {
		var authorIds = new LinkedHashSet<String>();
		var replyTo = this.post.replyTo();
		if (replyTo != null) {
			authorIds.add(replyTo.author().id());
		}
		if (!isOpening()) {
			authorIds.add(this.thread.author().id());
		}
		authorIds.remove(this.post.author().id());
		return List.copyOf(authorIds);
	}

}
