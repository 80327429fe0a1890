package org.parley.social.person;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The email verification that writing requires.
 *
 * @param required whether only people with a verified email address may write
 */
@ConfigurationProperties("parley.verification")
record SocialWriterSettings(@DefaultValue("false") boolean required) {
}
