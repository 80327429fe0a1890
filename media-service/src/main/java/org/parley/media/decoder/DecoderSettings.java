package org.parley.media.decoder;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The limits of decoding.
 *
 * @param library the path of libvips
 * @param timeout how long a picture may take
 * @param memory the private memory of a decoding process
 */
@Validated
@ConfigurationProperties("parley.media.decoder")
public record DecoderSettings(@NotNull String library, @NotNull Duration timeout, @NotNull DataSize memory) {
}
