package org.parley.notification.mailinglist;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.notification.mail.Mails;
import org.parley.notification.news.PlacedPost;
import org.parley.notification.preference.Preferences;
import org.parley.notification.preference.UserPreferences;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Queues new posts for people who want every post, in the transaction of the event. */
@Component
public class QueueListPosts {

	private final UserPreferences userPreferences;

	private final ListPosts listPosts;

	private final Mails mails;

	private final UnitOfWork unitOfWork;

	private final ClusterLoop mailingListLoop;

	private final InstantSource clock;

	QueueListPosts(UserPreferences userPreferences, ListPosts listPosts, Mails mails, UnitOfWork unitOfWork,
			@Qualifier("mailingListLoop") ClusterLoop mailingListLoop, InstantSource clock) {
		this.userPreferences = userPreferences;
		this.listPosts = listPosts;
		this.mails = mails;
		this.unitOfWork = unitOfWork;
		this.mailingListLoop = mailingListLoop;
		this.clock = clock;
	}

	/**
	 * Queues posts that become visible. One query finds out whether anyone wants them.
	 */
	public void queue(List<PlacedPost> posts) {
		if (posts.isEmpty()) {
			return;
		}
		var categories = Stream
			.concat(Stream.of(Preferences.EVERY_CATEGORY), posts.stream().map(QueueListPosts::categoryId))
			.collect(Collectors.toSet());
		var wanted = this.userPreferences.findWantedByMail(categories);
		var queued = posts.stream()
			.filter((post) -> wanted.contains(Preferences.EVERY_CATEGORY) || wanted.contains(categoryId(post)))
			.map(this::of)
			.toList();
		if (!queued.isEmpty()) {
			this.listPosts.saveAll(queued);
			this.unitOfWork.afterCommit(this.mailingListLoop::signal);
		}
	}

	/**
	 * Lets mails that wait have the present text of a post. There may be too many of them
	 * for the caller's transaction.
	 */
	public void replaceText(PlacedPost edited) {
		var post = of(edited);
		this.listPosts.replaceText(post);
		this.unitOfWork.afterCommit(() -> this.mails.replaceValues(MailedPosts.keyOfAll(post.id()), post.text()));
	}

	private static String categoryId(PlacedPost post) {
		return post.thread().category().id();
	}

	private ListPost of(PlacedPost post) {
		var data = post.post();
		return new ListPost(data.id(), post.place(), post.thread().category().slug(), data.number(),
				post.thread().title(), data.author().id(), data.author().displayName(), data.content(), data.html(),
				null, this.clock.instant());
	}

}
