package org.parley.notification.post;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.parley.notification.news.NotificationPlace;
import org.parley.notification.news.PersonalNews;
import org.parley.notification.news.ThreadLocator;
import org.parley.notification.preference.NotificationKind;

import org.springframework.stereotype.Component;

/** Locates threads by the events of forum-service. */
@Component
class ProjectedThreadLocator implements ThreadLocator {

	private final KnownPosts knownPosts;

	ProjectedThreadLocator(KnownPosts knownPosts) {
		this.knownPosts = knownPosts;
	}

	@Override
	public List<PersonalNews> locate(List<PersonalNews> all) {
		var ids = all.stream()
			.flatMap((one) -> Stream.ofNullable(one.news().place()))
			.map(NotificationPlace::threadId)
			.distinct()
			.toList();
		if (ids.isEmpty()) {
			return all;
		}
		var threads = this.knownPosts.findThreads(ids);
		return all.stream().flatMap((one) -> locate(one, threads)).toList();
	}

	@Override
	public Map<String, Integer> countPosts(Collection<String> threadIds) {
		return threadIds.isEmpty() ? Map.of() : this.knownPosts.countPosts(threadIds);
	}

	@Override
	public Optional<NotificationPlace> findPlace(String postId) {
		return this.knownPosts.findPost(postId)
			.filter(PostRecord::visible)
			.map(PostRecord::place)
			.flatMap(this::atPresent);
	}

	/** A thread may have been moved, hidden or removed since the event of its post. */
	private Optional<NotificationPlace> atPresent(NotificationPlace place) {
		var thread = this.knownPosts.findThread(place.threadId());
		return thread.isEmpty() ? Optional.of(place)
				: thread.filter((known) -> !known.gone()).map((known) -> place.in(known.categoryId()));
	}

	/** The target of a merge may have moved or disappeared since. */
	private static Stream<PersonalNews> locate(PersonalNews one, MergedThreads threads) {
		var place = one.news().place();
		if (place == null) {
			return Stream.of(one);
		}
		var current = threads.present(place);
		var known = threads.find(current.threadId());
		if (known.isEmpty()) {
			return Stream.of(one.in(current));
		}
		return (known.get().gone() && one.news().kind() != NotificationKind.MODERATION) ? Stream.empty()
				: Stream.of(titled(one.in(current.in(known.get().categoryId())), known.get()));
	}

	/** Votes have the title that the thread had at the event of the post. */
	private static PersonalNews titled(PersonalNews one, ThreadRecord thread) {
		return (one.news().kind() == NotificationKind.VOTE)
				? new PersonalNews(one.person(), one.news().titled(thread.title())) : one;
	}

}
