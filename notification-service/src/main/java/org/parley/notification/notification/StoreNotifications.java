package org.parley.notification.notification;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.notification.announcement.AnnounceNotification;
import org.parley.notification.category.CategoryRights;
import org.parley.notification.news.GroupKey;
import org.parley.notification.news.NewNotification;
import org.parley.notification.news.PersonalNews;
import org.parley.notification.person.RecipientPerson;
import org.parley.notification.preference.NotificationKind;

import org.springframework.stereotype.Component;

/** Stores, marks and withdraws the notifications of users. */
@Component
public class StoreNotifications {

	/** Receipts per transaction of a withdrawal. */
	private static final int PAGE = 50;

	private final Notifications notifications;

	private final NotificationList list;

	private final NotificationReceipts notificationReceipts;

	private final AnnounceNotification announceNotification;

	private final NotificationWording wording;

	private final InstantSource clock;

	StoreNotifications(Notifications notifications, NotificationList list, NotificationReceipts notificationReceipts,
			AnnounceNotification announceNotification, NotificationWording wording, InstantSource clock) {
		this.notifications = notifications;
		this.list = list;
		this.notificationReceipts = notificationReceipts;
		this.announceNotification = announceNotification;
		this.wording = wording;
		this.clock = clock;
	}

	/** The news about which their users were not notified. */
	public List<PersonalNews> findNew(List<PersonalNews> all) {
		if (all.isEmpty()) {
			return all;
		}
		var known = this.notificationReceipts.findKnown(all.stream().map(PersonalNews::key).toList());
		return all.stream().filter((news) -> !known.contains(news.key())).toList();
	}

	/**
	 * Stores new notifications, or adds the news to the open ones of their groups. The
	 * users are claimed, so that concurrent transactions neither open a group twice nor
	 * count wrong.
	 */
	public void store(List<NewNotification> all, CategoryRights rights) {
		if (all.isEmpty()) {
			return;
		}
		var people = all.stream().map((one) -> one.news().person()).distinct().toList();
		this.list.claim(people.stream().map(RecipientPerson::id).toList());
		var open = findOpen(all);
		var changed = new LinkedHashMap<Notification, NewNotification>();
		var receipts = new ArrayList<NotificationReceipt>();
		all.forEach((one) -> {
			var notification = add(one, open);
			changed.put(notification, one);
			receipts.add(NotificationReceipt.of(one.news(), notification, this.clock.instant()));
		});
		this.notificationReceipts.addAll(receipts);
		announce(changed, this.list.countUnread(people, rights));
		this.notifications.saveAll(changed.keySet());
	}

	/** Whether a user has unread notifications about posts of a thread up to a number. */
	public boolean hasUnread(String userId, String threadId, int upTo) {
		return this.notifications.hasUnread(userId, Notifications.aboutPosts(threadId, upTo));
	}

	/**
	 * Marks the notifications of a user about posts of a thread up to a number as read.
	 */
	public void markRead(String userId, String threadId, int upTo) {
		this.list.claim(List.of(userId));
		var about = Notifications.aboutPosts(threadId, upTo);
		this.notifications.markUnlistedRead(userId, about, this.clock.instant());
		var unread = this.notifications.findUnread(userId, about);
		unread.forEach((notification) -> {
			notification.markRead(this.clock.instant());
			this.notifications.save(notification);
		});
		var count = unread.isEmpty() ? 0 : this.list.countUnread(userId);
		unread.forEach((read) -> this.announceNotification.publishRead(userId, read.id(), count));
	}

	/**
	 * Marks the notifications of a user about posts of a thread up to the answered one as
	 * read. Others stay unread, but take no more news, which would not be mailed.
	 */
	public void markAnswered(String userId, String threadId, int number) {
		markRead(userId, threadId, number);
		this.notifications.closeGroups(userId, threadId);
	}

	private Map<String, Notification> findOpen(List<NewNotification> all) {
		var groups = all.stream()
			.flatMap((one) -> Stream.ofNullable(Notification.groupOf(one.news(), one.choice())))
			.toList();
		return groups.isEmpty() ? new HashMap<>() : this.notifications.findOpen(groups);
	}

	private Notification add(NewNotification one, Map<String, Notification> open) {
		var group = Notification.groupOf(one.news(), one.choice());
		var notification = Optional.ofNullable(group)
			.map(open::get)
			.orElseGet(() -> Notification.of(one.news(), one.choice(), this.clock.instant()));
		notification.add(one.news().news(), one.choice(), this.clock.instant());
		if (group != null) {
			open.put(group, notification);
		}
		return notification;
	}

	/**
	 * Events hold the number of unread notifications after each of them. Quiet hours
	 * delay mails and pushes, and suppress events: the list shows what was not announced.
	 */
	private void announce(Map<Notification, NewNotification> changed, Map<String, Long> unread) {
		changed.forEach((notification, one) -> {
			if (notification.isNew() && notification.isListed()) {
				unread.merge(notification.userId(), 1L, Long::sum);
			}
			var view = this.wording.view(notification, one.locale());
			var count = unread.getOrDefault(notification.userId(), 0L);
			var now = this.clock.instant();
			var quietEnd = one.findQuietEnd(now);
			if (quietEnd.isEmpty()) {
				notification.announcement(view, count).ifPresent(this.announceNotification::publish);
			}
			if (notification.isNew() && one.isMailed()) {
				this.announceNotification.sendMail(one.news(), view, quietEnd.orElse(null));
			}
			if (one.isPushed() && notification.claimPush(now)) {
				this.announceNotification.push(notification.userId(), view, one.locale(),
						quietEnd.orElse(notification.earliestPush(now)));
			}
		});
	}

	/**
	 * Withdraws the unread notifications about a source, one page per call.
	 * @param after where the last page ended; null for the first page
	 * @return where this page ends, empty after the last page
	 */
	public Optional<String> withdraw(String source, @Nullable String after) {
		var page = this.notificationReceipts.findBySource(source, after, PAGE);
		page.forEach(this::withdraw);
		return (page.size() == PAGE) ? Optional.of(page.getLast().id()) : Optional.empty();
	}

	/** Removes the receipts of a source, so that it is news again. */
	public void forget(String source) {
		this.notificationReceipts.removeAll(source);
	}

	/** Withdraws the unread mentions of some users. */
	public void withdrawMentions(String source, Set<String> userIds) {
		withdrawMentions(this.notificationReceipts.findBySource(source, userIds));
	}

	/** Withdraws the unread mentions of all users except some. */
	public void retainMentions(String source, Set<String> userIds) {
		withdrawMentions(this.notificationReceipts.findBySource(source, null, PAGE)
			.stream()
			.filter((receipt) -> !userIds.contains(receipt.userId()))
			.toList());
	}

	private void withdrawMentions(List<NotificationReceipt> receipts) {
		receipts.forEach((receipt) -> this.notifications.findById(receipt.notificationId())
			.filter((notification) -> !notification.isRead() && notification.kind() == NotificationKind.MENTION)
			.ifPresent((notification) -> withdraw(receipt, notification)));
	}

	/** The social posts about which a user has notifications. */
	public Set<String> findSocialPosts(String userId) {
		return this.notifications.findSocialPosts(userId);
	}

	/** The users who have notifications about a social post. */
	public Set<String> findRecipients(String socialPostId) {
		return this.notifications.findRecipients(socialPostId);
	}

	/**
	 * Removes the notifications of some users about a social post. The receipts of unread
	 * ones are removed, too, so that a post that is shown again notifies again.
	 */
	public void removeAbout(String socialPostId, Collection<String> userIds) {
		if (userIds.isEmpty()) {
			return;
		}
		this.list.claim(userIds);
		this.notifications.findAbout(socialPostId, userIds).forEach(this::remove);
	}

	private void remove(Notification notification) {
		if (notification.isRead() || !notification.isListed()) {
			this.notifications.delete(notification);
			return;
		}
		this.notificationReceipts.removeAll(notification);
		delete(notification);
	}

	/** Removes the unread notifications of a user about cases in some categories. */
	public void removeCases(String userId, Predicate<@Nullable String> isRemoved) {
		this.list.claim(List.of(userId));
		this.notifications.findUnlistedToo(userId, Notifications.aboutCases())
			.stream()
			.filter((notification) -> isRemoved.test(notification.categoryId()))
			.forEach(this::remove);
	}

	public Optional<String> findOpen(GroupKey group) {
		return Optional.ofNullable(this.notifications.findOpen(List.of(group.text())).get(group.text()))
			.map(Notification::id);
	}

	/** Withdraws the news of a group whose sources are not among some. */
	public void retain(GroupKey group, Set<String> sources) {
		this.notifications.findOpen(List.of(group.text(), group.textOfUnlisted())).values().forEach((notification) -> {
			if (sources.isEmpty()) {
				this.list.claim(List.of(group.userId()));
				remove(notification);
			}
			else {
				retain(notification, (receipt) -> sources.contains(receipt.source()));
			}
		});
	}

	/**
	 * Removes what a person did from the conversation notifications of a user, read or
	 * not. The claim makes a concurrent dispatch notice the block.
	 */
	public void removeBetween(String userId, String actorId) {
		this.list.claim(List.of(userId));
		this.notifications.findBy(userId, actorId)
			.stream()
			.filter((notification) -> notification.kind().isConversation())
			.forEach((notification) -> retain(notification, (receipt) -> !receipt.isBy(actorId)));
	}

	private void retain(Notification notification, Predicate<NotificationReceipt> isKept) {
		var receipts = this.notificationReceipts.findAll(notification);
		var kept = receipts.stream().filter(isKept).toList();
		if (kept.size() == receipts.size()) {
			return;
		}
		this.list.claim(List.of(notification.userId()));
		this.notificationReceipts.removeAll(receipts.stream().filter(isKept.negate()).toList());
		if (kept.isEmpty()) {
			delete(notification);
			return;
		}
		notification.retain(kept.size(), kept);
		this.notifications.save(notification);
	}

	private void withdraw(NotificationReceipt receipt) {
		this.notifications.findById(receipt.notificationId())
			.filter((notification) -> !notification.isRead())
			.ifPresent((notification) -> withdraw(receipt, notification));
	}

	private void withdraw(NotificationReceipt receipt, Notification notification) {
		this.notificationReceipts.remove(receipt);
		this.list.claim(List.of(notification.userId()));
		var remaining = this.notificationReceipts.count(notification);
		if (remaining == 0) {
			delete(notification);
			return;
		}
		notification.retain(remaining, this.notificationReceipts.findLatest(notification));
		this.notifications.save(notification);
	}

	private void delete(Notification notification) {
		this.notifications.delete(notification);
		this.announceNotification.publishRead(notification.userId(), notification.id(),
				this.list.countUnread(notification.userId()));
	}

}
