package org.parley.notification.news;

/**
 * News for a recipient who may be unknown.
 *
 * @param recipient the recipient
 * @param news the news
 */
public record AddressedNews(Recipient recipient, NotificationNews news) {
}
