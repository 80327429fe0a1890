package org.parley.moderation.statement;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of appeals.
 *
 * @param period how long an author can appeal against a decision
 * @param answerWithin how long moderators have for an answer
 */
@ConfigurationProperties("parley.appeals")
public record AppealSettings(@DefaultValue("183d") Duration period, @DefaultValue("14d") Duration answerWithin) {

	public AppealSettings {
		if (!period.isPositive() || !answerWithin.isPositive()) {
			throw new IllegalArgumentException("parley.appeals.period and answer-within must be positive");
		}
	}

}
