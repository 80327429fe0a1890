package org.parley.notification.moderation;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.notification.category.ModeratorsDismissed;
import org.parley.notification.category.NotificationCategories;
import org.parley.notification.notification.StoreNotifications;
import org.parley.notification.person.RecipientPeople;
import org.parley.notification.person.RecipientPerson;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Withdraws the news of cases from users who may not decide them any more. */
@Component
public class WithdrawCases {

	private final RecipientPeople recipientPeople;

	private final NotificationCategories notificationCategories;

	private final StoreNotifications storeNotifications;

	private final UnitOfWork unitOfWork;

	WithdrawCases(RecipientPeople recipientPeople, NotificationCategories notificationCategories,
			StoreNotifications storeNotifications, UnitOfWork unitOfWork) {
		this.recipientPeople = recipientPeople;
		this.notificationCategories = notificationCategories;
		this.storeNotifications = storeNotifications;
		this.unitOfWork = unitOfWork;
	}

	@EventListener
	void on(ModeratorsDismissed dismissed) {
		withdrawFrom(dismissed.userIds());
	}

	/** Withdraws cases that former moderators may not decide by another right either. */
	public void withdrawFrom(Collection<String> userIds) {
		this.recipientPeople.findAll(userIds, List.of())
			.stream()
			.filter((person) -> !person.isModerator())
			.map(RecipientPerson::id)
			.forEach((id) -> this.unitOfWork
				.run(() -> this.storeNotifications.removeCases(id, (categoryId) -> !isModeratorOf(categoryId, id))));
	}

	/** Moderators by appointment decide about posts of their categories alone. */
	private boolean isModeratorOf(@Nullable String categoryId, String userId) {
		return categoryId != null && this.notificationCategories.findModerators(categoryId).contains(userId);
	}

}
