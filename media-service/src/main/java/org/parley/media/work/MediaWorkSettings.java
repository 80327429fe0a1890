package org.parley.media.work;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The work on media.
 *
 * @param workers the number of media that an instance works on at the same time
 * @param unused how long a medium is kept that nothing uses
 */
@Validated
@ConfigurationProperties("parley.media")
record MediaWorkSettings(@Min(1) int workers, @NotNull Duration unused) {
}
