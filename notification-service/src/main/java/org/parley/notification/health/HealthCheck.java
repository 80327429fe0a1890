package org.parley.notification.health;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
		var before = this.history.latest()
			.map((record) -> record.parts()
				.stream()
				.collect(Collectors.toMap(PartHealth::name, PartHealth::ready, (first, _) -> first)))
			.orElse(Map.of());
		var check = new HealthRecord(Ids.next(), this.clock.instant(), parts);
		this.history.add(check);
		parts.stream()
			.filter((part) -> before.getOrDefault(part.name(), true) != part.ready())
			.forEach((part) -> notifyChange(part, check.id()));
	}

	private void notifyChange(PartHealth part, String check) {
		if (part.ready()) {
			log.atInfo().addKeyValue("part", part.name()).log("A part is ready again");
		}
		else {
			log.atWarn()
				.addKeyValue("part", part.name())
				.addKeyValue("status", part.status())
				.log("A part is not ready");
		}
		this.notificationDispatcher
			.notifyRoles(
					NotificationNews.of(NotificationKind.SYSTEM, part.ready() ? "part-back" : "part-down",
							"health:%s:%s".formatted(check, part.name()), "/administration/health", part.name()),
					"admin");
	}

}
