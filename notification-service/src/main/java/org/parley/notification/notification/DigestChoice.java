package org.parley.notification.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.notification.mail.NewMail;
import org.parley.notification.mailinglist.MailedPosts;
import org.parley.notification.news.ThreadLocator;
import org.parley.notification.person.RecipientPeople;
import org.parley.notification.person.RecipientPerson;
import org.parley.notification.preference.NotificationKind;

import org.springframework.stereotype.Component;

/** Chooses the unread notifications of a digest. */
@Component
public class DigestChoice {

	private static final int DIGEST_SIZE = 20;

	private final NotificationList list;

	private final RecipientPeople recipientPeople;

	private final NotificationWording notificationWording;

	private final ThreadLocator threadLocator;

	private final NotificationReceipts notificationReceipts;

	private final MailedPosts mailedPosts;

	DigestChoice(NotificationList list, RecipientPeople recipientPeople, NotificationWording notificationWording,
			ThreadLocator threadLocator, NotificationReceipts notificationReceipts, MailedPosts mailedPosts) {
		this.list = list;
		this.recipientPeople = recipientPeople;
		this.notificationWording = notificationWording;
		this.threadLocator = threadLocator;
		this.notificationReceipts = notificationReceipts;
		this.mailedPosts = mailedPosts;
	}

	/**
	 * The best unread notifications of some kinds and of a period, as items of a mail.
	 */
	public List<NewMail.Item> findUnread(String userId, Collection<NotificationKind> kinds, Instant since,
			Instant until) {
		var unread = this.recipientPeople.findById(userId)
			.filter(RecipientPerson::isActive)
			.map((person) -> this.list.findUnread(person, kinds, since, until))
			.orElseGet(List::of);
		return this.notificationWording.views(userId, best(withoutMailed(userId, unread)))
			.stream()
			.map((view) -> new NewMail.Item(view.title(), view.link(), view.id()))
			.toList();
	}

	/** Records that a digest has told of all news of some kinds. */
	public void markTold(String userId, Collection<NotificationKind> kinds) {
		this.list.closeUnlisted(userId, kinds);
	}

	/** A digest does not repeat posts that the user has got as mails of their own. */
	private List<Notification> withoutMailed(String userId, List<Notification> unread) {
		var sources = this.notificationReceipts.findSources(unread.stream().map(Notification::id).toList());
		var mailed = this.mailedPosts.findMailedTo(userId,
				sources.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
		return unread.stream()
			.filter((notification) -> mailed.isEmpty()
					|| !mailed.containsAll(sources.getOrDefault(notification.id(), Set.of(""))))
			.toList();
	}

	/**
	 * What concerns the user comes first, newest first. Followed threads and new ones
	 * follow, those with the most posts first, each once.
	 */
	private List<Notification> best(List<Notification> newestFirst) {
		var counts = this.threadLocator.countPosts(newestFirst.stream()
			.filter((notification) -> notification.kind() == NotificationKind.FOLLOWED_CATEGORY)
			.flatMap((notification) -> Stream.ofNullable(notification.threadId()))
			.collect(Collectors.toSet()));
		var threads = new HashSet<String>();
		return newestFirst.stream()
			.sorted(Comparator.comparing(DigestChoice::isAboutOthers)
				.thenComparing((notification) -> posts(notification, counts), Comparator.reverseOrder()))
			.filter((notification) -> threads.add(String.valueOf(notification.threadId()))
					|| !isAboutOthers(notification))
			.limit(DIGEST_SIZE)
			.toList();
	}

	private static boolean isAboutOthers(Notification notification) {
		return notification.kind() == NotificationKind.FOLLOWED_THREAD
				|| notification.kind() == NotificationKind.FOLLOWED_CATEGORY;
	}

	/** The posts that make a thread worth reading. */
	private static int posts(Notification notification, Map<String, Integer> counts) {
		return switch (notification.kind()) {
			case FOLLOWED_THREAD -> notification.count();
			case FOLLOWED_CATEGORY -> counts.getOrDefault(String.valueOf(notification.threadId()), 1);
			default -> 0;
		};
	}

}
