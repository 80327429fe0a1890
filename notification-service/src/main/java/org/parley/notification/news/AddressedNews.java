package org.parley.notification.news;

/** News for a recipient who may be unknown. */
public record AddressedNews(Recipient recipient, NotificationNews news) {
}
