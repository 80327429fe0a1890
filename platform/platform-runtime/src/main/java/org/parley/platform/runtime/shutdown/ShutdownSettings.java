package org.parley.platform.runtime.shutdown;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a process stops.
 *
 * @param drain how long it serves requests, ending each connection, before it refuses new
 * ones; longer than clients keep an idle connection, such as {@code max-idle-time} of the
 * gateway's pool
 */
@ConfigurationProperties("parley.shutdown")
record ShutdownSettings(@DefaultValue("0s") Duration drain) {
}
