package org.parley.auth.oauth.browser;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long browsers are known at our pages.
 *
 * @param lifetime of a session there, from its beginning
 * @param patience how long somebody who has shown their password may take to show a code
 */
@ConfigurationProperties("parley.browser")
record BrowserSettings(@DefaultValue("14d") Duration lifetime, @DefaultValue("5m") Duration patience) {
}
