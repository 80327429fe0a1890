package org.parley.media.work;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The work on media.
 *
 * @param workers the number of pictures that an instance works on at the same time
 * @param videoWorkers the number of videos that an instance works on at the same time
 */
@Validated
@ConfigurationProperties("parley.media")
record MediaWorkSettings(@Min(1) int workers, @Min(1) int videoWorkers) {
}
