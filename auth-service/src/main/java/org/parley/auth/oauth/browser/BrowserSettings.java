package org.parley.auth.oauth.browser;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sessions at our pages.
 *
 * @param lifetime of a session
 * @param patience time between the password and the code of the second factor
 */
@ConfigurationProperties("parley.browser")
record BrowserSettings(@DefaultValue("14d") Duration lifetime, @DefaultValue("5m") Duration patience) {
}
