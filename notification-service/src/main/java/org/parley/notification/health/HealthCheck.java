package org.parley.notification.health;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.parley.notification.notification.NotificationDispatcher;
import org.parley.notification.notification.NotificationNews;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.jobs.Job;
import org.parley.platform.web.Ids;
import org.parley.platform.web.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Asks all parts how they are, and tells administrators when that has changed. */
@Component
class HealthCheck implements Job {

	private static final Logger log = LoggerFactory.getLogger(HealthCheck.class);

	private final HealthSettings settings;

	private final PartHealthClient partHealthClient;

	private final HealthHistory history;

	private final NotificationDispatcher notificationDispatcher;

	private final UnitOfWork work;

	private final InstantSource clock;

	HealthCheck(HealthSettings settings, PartHealthClient partHealthClient, HealthHistory history,
			NotificationDispatcher notificationDispatcher, UnitOfWork work, InstantSource clock) {
		this.settings = settings;
		this.partHealthClient = partHealthClient;
		this.history = history;
		this.notificationDispatcher = notificationDispatcher;
		this.work = work;
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
			.map((part) -> this.partHealthClient.ask(part.getKey(), part.getValue()))
			.toList();
		this.work.run(() -> keep(parts));
		return "%d of %d parts are ready".formatted(parts.stream().filter(PartHealth::ready).count(), parts.size());
	}

	private boolean keep(List<PartHealth> parts) {
		var before = this.history.latest()
			.map((record) -> record.parts()
				.stream()
				.collect(Collectors.toMap(PartHealth::name, PartHealth::ready, (first, _) -> first)))
			.orElse(Map.of());
		var record = new HealthRecord(Ids.next(), this.clock.instant(), parts);
		this.history.add(record);
		parts.stream()
			.filter((part) -> before.getOrDefault(part.name(), true) != part.ready())
			.forEach((part) -> changed(part, record.id()));
		return true;
	}

	private void changed(PartHealth part, String check) {
		if (part.ready()) {
			log.atInfo().addKeyValue("part", part.name()).log("A part is well again");
		}
		else {
			log.atWarn()
				.addKeyValue("part", part.name())
				.addKeyValue("status", part.status())
				.log("A part is not ready");
		}
		this.notificationDispatcher
			.tellAll(NotificationNews.of(NotificationKind.SYSTEM, part.ready() ? "part-back" : "part-down",
					"health:%s:%s".formatted(check, part.name()), "/admin/health", part.name()), "admin");
	}

}
