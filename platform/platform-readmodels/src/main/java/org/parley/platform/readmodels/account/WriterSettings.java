package org.parley.platform.readmodels.account;

import org.parley.platform.domain.RefusalException;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The email verification that writing requires.
 *
 * @param required whether only people with a verified email address may write
 */
@ConfigurationProperties("parley.verification")
public record WriterSettings(@DefaultValue("false") boolean required) {

	/**
	 * Requires that a person may write.
	 * @throws RefusalException 403 {@code member.banned}, {@code member.closed},
	 * {@code member.unverified}
	 */
	public void requireWriter(AccountStatus status, boolean verified) {
		if (status == AccountStatus.BANNED) {
			throw RefusalException.forbidden("member.banned", "Your account is banned. You can read but not write.");
		}
		if (status != AccountStatus.ACTIVE) {
			throw RefusalException.forbidden("member.closed", "Your account is closed. Restore it before you write.");
		}
		if (this.required && !verified) {
			throw RefusalException.forbidden("member.unverified",
					"Verify your email address before you write. Open the link in the email that we sent you.");
		}
	}

}
