package org.parley.notification.mail.reply;

import java.util.Optional;

import org.parley.contracts.mail.TaggedAddress;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for posts by mail.
 *
 * @param address receives answers, with a tag behind a plus sign; empty to send mails
 * that cannot be answered
 * @param newThreads whether a mail to the address with the slug of a category as its tag
 * starts a thread
 * @param aMinute the most posts of a person
 * @param dailyRefusals the most refusals that a person is told
 */
@ConfigurationProperties("parley.mail.replies")
record ReplySettings(@DefaultValue("") String address, @DefaultValue("false") boolean newThreads,
		@DefaultValue("30") int aMinute, @DefaultValue("10") int dailyRefusals) {

	ReplySettings {
		TaggedAddress.of(address);
	}

	Optional<TaggedAddress> mailbox() {
		return TaggedAddress.of(this.address);
	}

}
