package org.parley.media.upload;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The limits of uploads.
 *
 * @param quota the storage of a person
 * @param unfinished how long an upload may take, which is also the validity of its
 * address
 */
@Validated
@ConfigurationProperties("parley.media")
record UploadSettings(@NotNull DataSize quota, @NotNull Duration unfinished) {
}
