package org.parley.forum.member;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The email verification that writing requires.
 *
 * @param required whether only members with a verified email address may write
 */
@ConfigurationProperties("parley.verification")
record MemberSettings(@DefaultValue("false") boolean required) {
}
