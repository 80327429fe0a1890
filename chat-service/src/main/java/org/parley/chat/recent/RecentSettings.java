package org.parley.chat.recent;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of recent history.
 *
 * @param patience how long a request waits for Redis before it goes on without
 */
@ConfigurationProperties("parley.chat.recent")
record RecentSettings(@DefaultValue("200ms") Duration patience) {
}
