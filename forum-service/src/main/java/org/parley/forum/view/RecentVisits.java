package org.parley.forum.view;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** The recent visits, shared by all instances through Redis. */
@Component
class RecentVisits {

	/** Further views within this time belong to the same visit. */
	static final Duration VISIT_DURATION = Duration.ofMinutes(30);

	private static final Logger log = LoggerFactory.getLogger(RecentVisits.class);

	private final StringRedisTemplate redis;

	private final String prefix;

	RecentVisits(StringRedisTemplate redis, @Value("${parley.redis.prefix}") String prefix) {
		this.redis = redis;
		this.prefix = prefix;
	}

	/**
	 * Starts visits and returns the views that started one. Without Redis it returns all
	 * views, and each instance counts alone.
	 */
	List<ThreadViewed> startVisits(List<ThreadViewed> views) {
		try {
			return views.stream().filter(this::startVisit).toList();
		}
		catch (DataAccessException | IllegalStateException ex) {
			log.debug("Redis is unavailable; each instance counts views alone", ex);
			return views;
		}
	}

	private boolean startVisit(ThreadViewed threadViewed) {
		var key = this.prefix + "view:" + threadViewed.visitor();
		return Boolean.TRUE.equals(this.redis.opsForValue().setIfAbsent(key, "", VISIT_DURATION));
	}

}
