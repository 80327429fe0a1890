package org.parley.media.video;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The limits of transcoding.
 *
 * @param program the path of ffmpeg; without it, videos are refused
 * @param timeout how long a video may take, also in processor time; less than a quarter
 * of the ten minutes for which a worker claims a video
 * @param memory the private memory of ffmpeg
 */
@Validated
@ConfigurationProperties("parley.media.video")
public record VideoSettings(@NotNull String program, @NotNull Duration timeout, @NotNull DataSize memory) {
}
