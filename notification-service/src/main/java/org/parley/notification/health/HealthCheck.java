package org.parley.notification.health;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

import org.parley.notification.dispatch.NotificationDispatcher;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.domain.Ids;
import org.parley.platform.jobs.Job;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Checks services, their workers and their servers, and notifies administrators about
 * changes.
 */
@Component
class HealthCheck implements Job {

	private static final Logger log = LoggerFactory.getLogger(HealthCheck.class);

	/** A start of the whole installation is over by then. */
	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final HealthSettings settings;

	private final PartHealthClient partHealthClient;

	private final HealthHistory history;

	private final NotificationDispatcher notificationDispatcher;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	HealthCheck(HealthSettings settings, PartHealthClient partHealthClient, HealthHistory history,
			NotificationDispatcher notificationDispatcher, UnitOfWork unitOfWork, InstantSource clock) {
		this.settings = settings;
		this.partHealthClient = partHealthClient;
		this.history = history;
		this.notificationDispatcher = notificationDispatcher;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "health-check";
	}

	@Override
	public String schedule() {
		return "0 */5 * * * *";
	}

	@Override
	public String run() {
		var parts = this.settings.addresses()
			.entrySet()
			.stream()
			.map((part) -> this.partHealthClient.check(part.getKey(), part.getValue()))
			.toList();
		this.unitOfWork.run(() -> record(parts));
		return "%d of %d parts are ready".formatted(parts.stream().filter(PartHealth::ready).count(), parts.size());
	}

	private void record(List<PartHealth> parts) {
		var now = this.clock.instant();
		var latest = this.history.latest();
		var check = HealthRecord.following(latest, this.history.latestUntil(now.minus(PATIENCE)), Ids.next(), now,
				parts);
		this.history.add(check);
		var failed = check.failed(latest);
		if (!failed.isEmpty()) {
			log.atWarn().addKeyValue("parts", failed).log("Parts are not ready");
			notifyChange("part-down", failed, check);
		}
		var recovered = check.recovered(latest);
		if (!recovered.isEmpty()) {
			log.atInfo().addKeyValue("parts", recovered).log("Parts are ready again");
			notifyChange("part-back", recovered, check);
		}
	}

	private void notifyChange(String wording, Set<String> parts, HealthRecord check) {
		this.notificationDispatcher.notifyRoles(
				NotificationNews
					.of(NotificationKind.SYSTEM, wording, "health:%s:%s".formatted(check.id(), wording),
							"/administration/health", String.join(", ", parts))
					.withCount(parts.size()),
				"admin");
	}

}
