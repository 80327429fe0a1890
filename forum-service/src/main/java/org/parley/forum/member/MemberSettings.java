package org.parley.forum.member;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may write.
 *
 * @param required whether only those whose mail address is verified
 */
@ConfigurationProperties("parley.verification")
record MemberSettings(@DefaultValue("false") boolean required) {
}
