package org.parley.summary.engine;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How summaries are made.
 *
 * @param sentences at most in one
 * @param posts at most that are looked at for one
 * @param byActivity whether lively threads are summed up without anybody asking
 * @param first by activity: at this many posts
 * @param share by activity: again when this share of the posts is new
 * @param tokensPerDay that the model may take, questions and answers; then sentences are
 * picked
 * @param workers how many summaries an instance makes at a time
 */
@Validated
@ConfigurationProperties("parley.summaries")
public record SummarySettings(@DefaultValue("6") @Min(1) @Max(20) int sentences,
		@DefaultValue("200") @Min(20) @Max(1_000) int posts, @DefaultValue("true") boolean byActivity,
		@DefaultValue("20") @Min(2) int first, @DefaultValue("0.3") @DecimalMin("0.01") double share,
		@DefaultValue("500000") @Min(0) long tokensPerDay, @DefaultValue("2") @Min(1) @Max(32) int workers) {
}
