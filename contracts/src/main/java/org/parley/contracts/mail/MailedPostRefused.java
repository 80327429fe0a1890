package org.parley.contracts.mail;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/**
 * A post that was written by mail was refused.
 *
 * @param code the code of the problem that a request would have been answered with
 */
@Publishes("mailed-post.refused")
public record MailedPostRefused(String mailId, String authorId, String code) implements ParleyEvent {

	@Override
	public String subject() {
		return this.mailId;
	}

	@Override
	public String partitionKey() {
		return this.authorId;
	}

}
