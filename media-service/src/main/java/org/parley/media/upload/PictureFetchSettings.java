package org.parley.media.upload;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Fetching pictures of newcomers from other providers.
 *
 * @param allowPrivateAddresses whether they may be at private addresses; for development
 * @param timeout time limit of connecting, and of an answer
 */
@ConfigurationProperties("parley.media.fetch")
record PictureFetchSettings(@DefaultValue("false") boolean allowPrivateAddresses,
		@DefaultValue("5s") Duration timeout) {
}
