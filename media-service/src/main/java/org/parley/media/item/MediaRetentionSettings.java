package org.parley.media.item;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How long media are kept.
 *
 * @param unused how long a medium is kept that nothing uses, or that was refused
 */
@Validated
@ConfigurationProperties("parley.media")
public record MediaRetentionSettings(@NotNull Duration unused) {
}
