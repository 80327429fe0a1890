package org.parley.contracts.mail;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.LowerCaseName;
import org.parley.contracts.OptionalList;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;
import org.parley.contracts.SealedEventSecret;

/**
 * A person has sent a mail to this installation.
 *
 * @param mailId the id of its receipt
 * @param from the address of the author
 * @param to the addresses of this installation that received it; they are secrets, since
 * each lets one person write to one thread
 * @param messageId its Message-ID; null if it has none
 * @param title its subject
 * @param text the plain text, with quotations and signature; empty if it has none
 * @param html the HTML; null if there is a plain text, unless only the HTML says where
 * pictures stand
 * @param pictures its pictures, as far as they can become media
 * @param authentication what the receiving server says of the author's address
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Publishes("mail.received")
public record MailReceived(String mailId, SealedEventSecret from, List<SealedEventSecret> to,
		@Nullable String messageId, String title, String text, @Nullable String html,
		@OptionalList List<ReceivedPicture> pictures, Authentication authentication,
		Instant at) implements ParleyEvent {

	@Override
	public String subject() {
		return this.mailId;
	}

	/** Omits addresses and content. */
	@Override
	public String toString() {
		return "MailReceived[mailId=" + this.mailId + "]";
	}

	/**
	 * The result of checking that a mail comes from the domain of its author.
	 *
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc8601">RFC 8601</a>
	 */
	public enum Authentication implements LowerCaseName {

		/** A check has succeeded, and none has failed. */
		PASS,
		/** A check has failed. */
		FAIL,
		/** Nothing was checked, or without a result. */
		NONE;

	}

}
