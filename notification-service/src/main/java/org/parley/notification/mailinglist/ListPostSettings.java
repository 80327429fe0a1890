package org.parley.notification.mailinglist;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for mails with every post.
 *
 * @param anHour the most posts that a person gets by mail in an hour
 */
@ConfigurationProperties("parley.mail.lists")
record ListPostSettings(@DefaultValue("60") int anHour) {
}
